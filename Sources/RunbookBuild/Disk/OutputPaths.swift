/// The paths of an output. Refuses those that would leave the output folder, and those that would
/// be one file on a disk that does not tell cases or Unicode forms apart.
struct OutputPathSet {
  /// The spelling of each file and folder by what such a disk would take it for; of several
  /// spellings the first in byte order, so that the problem does not depend on the order of adding.
  private var fileSpellings: [String: String] = [:]
  private var folderSpellings: [String: String] = [:]
  /// Names in the output folder itself that start with a dot.
  private(set) var hiddenNames: Set<String> = []
  /// Of all refusals the one whose path comes first.
  private(set) var problem: FileProblem?

  /// Adds a path; false when it, or one before it, is refused.
  mutating func insert(_ path: String) -> Bool {
    if let reason = Self.fault(of: path) {
      refuse(path, reason)
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
    insertFolder(path.deletingLastComponent)
    return problem == nil
  }

  private mutating func insertFolder(_ folder: String) {
    guard !folder.isEmpty else { return }
    let key = Self.key(folder)
    if let other = folderSpellings.updateValue(folder, forKey: key) {
      if other.utf8.elementsEqual(folder.utf8) { return }
      folderSpellings[key] = collide(folder, other, suffix: "/")
    }
    if let file = fileSpellings[key] { refuse(file, sameAs: folder + "/") }
    insertFolder(folder.deletingLastComponent)
  }

  /// Refuses the later of two spellings and returns the other.
  private mutating func collide(_ path: String, _ other: String, suffix: String = "") -> String {
    let (first, second) = path.precedesByBytes(other) ? (path, other) : (other, path)
    refuse(second + suffix, sameAs: first + suffix)
    return first
  }

  private mutating func refuse(_ path: String, sameAs other: String) {
    refuse(path, "on some disks it is the same as '\(other)'")
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    if let problem, !path.precedesByBytes(problem.path) { return }
    problem = FileProblem(
      path: path, operation: "publish", reason: reason,
      advice: "rename the page or file that it comes from")
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
    if path.utf8.contains(0) { return "it holds a NUL character" }
    if path.utf8.first == UInt8(ascii: "/") { return "it is absolute" }
    for component in path.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      if component.isEmpty { return "it has an empty component" }
      if component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
        return "it has a dot component"
      }
    }
    if path.utf8.first == UInt8(ascii: "."),
      path.prefix(while: { $0 != "/" }).lowercased() == OutputMarker.name
    {
      return "the name is kept for the marker"
    }
    return nil
  }
}

/// The file that says that a folder is an output folder, and may be replaced.
enum OutputMarker {
  static let name = ".runbookgen"
  static let bytes = Array("runbookgen output; do not edit\n".utf8)

  /// A later version may say more, so the beginning decides.
  static func isMarker(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "runbookgen output".utf8) }
}
