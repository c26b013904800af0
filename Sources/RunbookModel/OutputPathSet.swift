/// The paths of an output. Refuses those that would leave the output folder, that a disk cannot hold,
/// and those that would be one file on a disk that does not tell cases or Unicode forms apart.
package struct OutputPathSet: Sendable {
  /// Why a path cannot be published.
  package struct Refusal: Sendable, Equatable {
    /// A folder ends with `/`.
    package let path: String
    /// The file or folder that it meets; nil when the path is at fault by itself.
    package let other: String?
    /// The end of the sentence "it cannot be published: …".
    package let reason: String
  }

  /// The name of a file in the output folder that is kept for the program.
  package static let markerName = ".runbookgen"
  /// Bytes of a name, as most file systems hold it (`NAME_MAX`).
  package static let longestName = 255
  /// Bytes of a path below the output folder: of the 4,096 of Linux (`PATH_MAX`), the rest is for the
  /// way to the folder.
  package static let longestPath = 3072

  /// The spelling of each file and folder by what such a disk would take it for; of several
  /// spellings the first in byte order, so that the problem does not depend on the order of adding.
  private var fileSpellings: [String: String] = [:]
  private var folderSpellings: [String: String] = [:]
  /// Names in the output folder itself that start with a dot.
  package private(set) var hiddenNames: Set<String> = []
  private var found: [Refusal] = []
  private var lastFolder = ""

  package init() {}

  /// All refusals so far, in the order of their paths.
  package var refusals: [Refusal] {
    found.sorted { left, right in
      left.path == right.path
        ? (left.other ?? "").utf8.lexicographicallyPrecedes((right.other ?? "").utf8)
        : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
  }

  package var isSound: Bool { found.isEmpty }

  /// Adds a path; false when it, or one before it, is refused.
  package mutating func insert(_ path: String) -> Bool {
    if let reason = Self.fault(of: path) {
      found.append(Refusal(path: path, other: nil, reason: reason))
      return false
    }
    if path.utf8.first == UInt8(ascii: ".") {
      hiddenNames.insert(String(path.prefix { $0 != "/" }))
    }
    let key = Self.key(path)
    if let other = fileSpellings.updateValue(path, forKey: key) {
      fileSpellings[key] = collide(path, other)
    }
    if let folder = folderSpellings[key] { refuse(path, sameAs: folder + "/") }
    let folder = PagePath(path).folder
    // Paths of one folder come one after the other. In a set that has refused some, each is told of.
    if !isSound || !folder.hasSameBytes(as: lastFolder) {
      lastFolder = folder
      insertFolder(folder)
    }
    return isSound
  }

  private mutating func insertFolder(_ folder: String) {
    guard !folder.isEmpty else { return }
    let key = Self.key(folder)
    if let other = folderSpellings.updateValue(folder, forKey: key) {
      if other.hasSameBytes(as: folder) { return }
      folderSpellings[key] = collide(folder, other, suffix: "/")
    }
    if let file = fileSpellings[key] { refuse(file, sameAs: folder + "/") }
    insertFolder(PagePath(folder).folder)
  }

  /// Refuses the later of two spellings and returns the other.
  private mutating func collide(_ path: String, _ other: String, suffix: String = "") -> String {
    let isFirst = path.utf8.lexicographicallyPrecedes(other.utf8)
    let (first, second) = isFirst ? (path, other) : (other, path)
    refuse(second + suffix, sameAs: first + suffix)
    return first
  }

  private mutating func refuse(_ path: String, sameAs other: String) {
    let isSame = path.hasSameBytes(as: other)
    found.append(
      Refusal(
        path: path, other: other,
        reason: isSame ? "it is there already" : "on some disks it is the same as '\(other)'"))
  }

  /// What a disk that does not tell cases apart takes a path for. `String` compares Unicode forms
  /// as equal by itself.
  private static func key(_ path: String) -> String {
    let isLowercase = path.utf8.allSatisfy {
      $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0)
    }
    return isLowercase ? path : path.lowercased()
  }

  private static func fault(of path: String) -> String? {
    var bytes = path
    if let reason = bytes.withUTF8(fault(ofBytes:)) { return reason }
    if path.utf8.first == UInt8(ascii: "."),
      path.prefix(while: { $0 != "/" }).lowercased() == markerName
    {
      return "the name is kept for the program's own use"
    }
    return nil
  }

  private static func fault(ofBytes path: UnsafeBufferPointer<UInt8>) -> String? {
    if path.contains(0) { return "it holds a NUL character" }
    var holdsControl = false
    var previous: UInt8 = 0
    for byte in path {
      // Unicode's category Cc: C0, delete, and C1, which is 0xC2 and one more byte.
      if byte < 0x20 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 { holdsControl = true }
      previous = byte
    }
    if holdsControl { return "it holds a control character" }
    if path.first == slash { return "it is absolute" }
    if path.count > longestPath { return "it is longer than \(longestPath) bytes" }
    var start = 0
    while start <= path.count {
      let end = path[start...].firstIndex(of: slash) ?? path.count
      if let reason = fault(ofName: path[start..<end]) { return reason }
      start = end + 1
    }
    return nil
  }

  private static func fault(ofName name: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    if name.isEmpty { return "it has an empty component" }
    if name.count > longestName { return "a name in it is longer than \(longestName) bytes" }
    guard name.count <= 2, name.allSatisfy({ $0 == UInt8(ascii: ".") }) else { return nil }
    return "it has a dot component"
  }

  private static let slash = UInt8(ascii: "/")
}
