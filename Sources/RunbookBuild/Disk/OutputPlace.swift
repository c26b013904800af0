#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where an output folder is, and the hidden siblings that publishing needs beside it: only a
/// sibling is sure to be on the same file system, and can be exchanged with it.
struct OutputPlace {
  /// As the user names it.
  let shown: String
  let path: String
  let parent: String
  private let name: String
  /// What tells the siblings of this build from those of others.
  private var number = Int(getpid())

  /// Refuses a place that would publish over a folder of sources, or into it.
  init(_ folder: String, apartFrom sources: [String]) throws(FileProblem) {
    let canonical = try CanonicalPath(folder)
    guard let name = canonical.components.last else {
      throw Self.refusal(folder, "it is the root of the file system", "name a folder below it")
    }
    for source in sources {
      let other = try CanonicalPath(source)
      let words =
        if other == canonical {
          "it is"
        } else if other.contains(canonical) {
          "it lies inside"
        } else if canonical.contains(other) {
          "it contains"
        } else {
          ""
        }
      guard words.isEmpty else {
        let kind = try Disk.kind(of: other.path) == .file ? "file" : "folder"
        throw Self.refusal(
          folder, "\(words) the source \(kind) '\(source)'", "choose a folder beside it")
      }
    }
    shown = folder
    path = canonical.path
    parent = path.deletingLastComponent
    self.name = name
  }

  var lock: String { sibling(".runbookgen-lock") }
  var staging: String { sibling(Self.stagingSuffix + String(number)) }
  /// Where a former output is made into the new one.
  var reuse: String { sibling(Self.stagingSuffix + String(number) + "00") }
  /// Where the old output waits while a file system that cannot exchange gets the new one.
  var aside: String { sibling(Self.asideSuffix + String(number)) }

  private static let stagingSuffix = ".runbookgen-staging-"
  private static let asideSuffix = ".runbookgen-old-"

  /// Refuses a folder that holds what this program did not write.
  func requireOwnership() throws(FileProblem) {
    guard let kind = try Disk.kind(of: path) else { return }
    guard kind == .folder else {
      throw Self.refusal(shown, "it is \(kind.rawValue), not a folder", "choose another name")
    }
    if try Disk.entries(in: path).isEmpty { return }
    let marker = path + "/" + OutputMarker.name
    guard try Disk.kind(of: marker) == .file, try OutputMarker.isMarker(Disk.read(marker)) else {
      throw Self.refusal(
        shown, "it holds files that runbookgen did not write (there is no '\(OutputMarker.name)')",
        "choose a new or an empty folder")
    }
  }

  /// Refuses a folder that holds hidden names other than these. A repository or a deployment's
  /// settings may have been put into an output folder; an exchange would throw them away.
  func requireNothingHidden(except names: Set<String>) throws(FileProblem) {
    guard try Disk.kind(of: path) == .folder else { return }
    // macOS puts a hidden file of its own into every folder.
    let harmless = names.union([OutputMarker.name, ".DS_Store"])
    let hidden = try Disk.names(in: path).filter { $0.hasPrefix(".") && !harmless.contains($0) }
    guard let first = hidden.min(by: { $0.precedesByBytes($1) }) else { return }
    throw Self.refusal(
      shown, "it holds '\(first)', which runbookgen did not write", "move that elsewhere")
  }

  /// Takes away what a killed build left behind. It may have been killed when the old output was
  /// moved aside and the new one was not there yet: then the old one comes back. What belongs to
  /// somebody else may have to stay; then this build takes other names. The lock is held.
  ///
  /// - Returns: what could not be taken away.
  mutating func cleanUp() throws(FileProblem) -> [FileProblem] {
    var problems: [FileProblem] = []
    for name in try Disk.names(in: parent).sorted() {
      let leftover = parent == "/" ? "/" + name : parent + "/" + name
      if isLeftover(name, Self.asideSuffix), try Disk.kind(of: path) == nil {
        guard let code = Disk.move(leftover, to: path) else { continue }
        problems.append(FileProblem(path: leftover, operation: "move back", code: code))
      } else if isLeftover(name) {
        guard let code = Disk.remove(leftover) else { continue }
        problems.append(FileProblem(path: leftover, operation: "remove", code: code))
      }
    }
    // In a container every build may have the same number.
    while try areTaken([staging, reuse, aside]) { number += 10_000_000 }
    return problems
  }

  private func areTaken(_ paths: [String]) throws(FileProblem) -> Bool {
    for path in paths where try Disk.kind(of: path) != nil { return true }
    return false
  }

  /// Whether a build could publish here at once: none is at work, none was killed, and nothing
  /// forbids to write.
  var isReady: Bool {
    get throws(FileProblem) {
      guard access(parent, W_OK) == 0, access(path, W_OK) == 0, try Disk.kind(of: lock) == nil
      else { return false }
      return try !Disk.names(in: parent).contains { isLeftover($0) }
    }
  }

  private func isLeftover(_ name: String) -> Bool {
    isLeftover(name, Self.asideSuffix) || isLeftover(name, Self.stagingSuffix)
  }

  private func isLeftover(_ name: String, _ suffix: String) -> Bool {
    let prefix = ".\(self.name)\(suffix)"
    let number = name.dropFirst(prefix.count)
    return name.hasPrefix(prefix) && !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  private func sibling(_ suffix: String) -> String {
    (parent == "/" ? "" : parent) + "/.\(name)\(suffix)"
  }

  private static func refusal(_ path: String, _ reason: String, _ advice: String) -> FileProblem {
    FileProblem(path: path, operation: "publish to", reason: reason, advice: advice)
  }
}
