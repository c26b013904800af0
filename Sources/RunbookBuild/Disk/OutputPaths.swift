import RunbookRendering

/// Refuses paths that would leave the output folder, or that would be one file on a disk that does
/// not tell cases or Unicode forms apart.
enum OutputPaths {
  static func check(_ files: [OutputFile]) throws(FileProblem) {
    var files = files.map(\.path)
    files.sort { $0.precedesByBytes($1) }
    /// The spelling of each file and folder by what such a disk would take it for.
    var fileSpellings: [String: String] = [:]
    var folderSpellings: [String: String] = [:]
    for path in files {
      let components = path.split(separator: "/", omittingEmptySubsequences: false)
      if let reason = fault(of: path, components) { throw refusal(path, reason) }
      let key = path.lowercased()
      if let other = fileSpellings.updateValue(path, forKey: key) {
        throw collision(path, other)
      }
      for count in 1..<components.count + 1 where count < components.count {
        let folder = components[..<count].joined(separator: "/")
        if let other = folderSpellings.updateValue(folder, forKey: folder.lowercased()),
          !other.utf8.elementsEqual(folder.utf8)
        {
          throw collision(path, other + "/")
        }
      }
    }
    for path in files {
      if let folder = folderSpellings[path.lowercased()] { throw collision(path, folder + "/") }
    }
  }

  private static func fault(of path: String, _ components: [Substring]) -> String? {
    if path.utf8.contains(0) { return "it holds a NUL character" }
    if path.hasPrefix("/") { return "it is absolute" }
    if components.contains("") { return "it has an empty component" }
    if components.contains(".") || components.contains("..") { return "it has a dot component" }
    if components[0].lowercased() == OutputMarker.name { return "the name is kept for the marker" }
    return nil
  }

  private static func collision(_ path: String, _ other: String) -> FileProblem {
    refusal(path, "on some disks it is the same as '\(other)'")
  }

  private static func refusal(_ path: String, _ reason: String) -> FileProblem {
    FileProblem(
      path: path, operation: "publish", reason: reason,
      advice: "rename the page or file that it comes from")
  }
}

/// The file that says that a folder is an output folder, and may be replaced.
enum OutputMarker {
  static let name = ".runbookgen"
  static let text = "runbookgen output; do not edit\n"

  static let file = OutputFile(path: name, text: text)

  /// A later version may say more, so the beginning decides.
  static func isMarker(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "runbookgen output".utf8) }
}
