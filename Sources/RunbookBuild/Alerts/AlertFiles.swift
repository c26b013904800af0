import RunbookChecks
import RunbookModel
import RunbookParsing

/// Finds the files with alerting rules that a command names.
enum AlertFiles {
  private static let endings = [".yml", ".yaml", ".json"]

  /// Reads them, each once, in the order of their paths.
  ///
  /// - Parameters:
  ///   - names: files, folders with all YAML and JSON below them, or patterns, seen from the current folder.
  ///   - project: findings name files from there, where they lie in it.
  static func read(_ names: [String], project: String, _ limits: Limits) throws(FileProblem)
    -> [AlertFile]
  {
    var paths: Set<String> = []
    for name in names { paths.formUnion(try self.paths(name)) }
    var files: [AlertFile] = []
    for path in paths.sorted() {
      let shown = try RelativePath.of(path, in: project) ?? path
      let bytes = try Disk.read(path, limit: limits[.fileSize])
      files.append(parse(SourceFile(path: shown, bytes: bytes), limits))
    }
    return files
  }

  /// The file or folder that a name or pattern looks into.
  static func place(of name: String) -> String {
    guard let star = name.firstIndex(where: { "*?".contains($0) }) else { return name }
    return name[..<star].lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
  }

  private static func parse(_ file: SourceFile, _ limits: Limits) -> AlertFile {
    var documents: [YAMLNode] = []
    var problems: [Diagnostic] = []
    for range in YAMLDocuments.ranges(of: file) {
      let (root, found) = YAMLReader.read(range, of: file, idPrefix: "config", limits: limits)
      if let root { documents.append(root) }
      problems += found
    }
    return AlertFile(file, documents, problems)
  }

  private static func paths(_ name: String) throws(FileProblem) -> [String] {
    if let kind = try Disk.kind(of: name) {
      guard kind == .folder else { return [name] }
      return try below(name) { path in endings.contains(where: path.hasSuffix) }
    }
    guard name.contains(where: { "*?".contains($0) }) else {
      throw FileProblem(
        path: name, operation: "read", reason: "it does not exist",
        advice: "name a file, a folder or a pattern such as 'rules/**/*.yml'")
    }
    // The folders before the first star are no pattern.
    let fixed = place(of: name)
    let folder = fixed.isEmpty ? "/" : fixed
    let glob = Glob(name)
    let found =
      try Disk.kind(of: folder) == nil
      ? []
      : below(folder) { path in
        glob.matches(name.hasPrefix(fixed) ? path : String(path.dropFirst(2)))
      }
    guard !found.isEmpty else {
      throw FileProblem(
        path: name, operation: "read", reason: "no file fits this pattern",
        advice: "'*' is any text without a slash, and '**/' any folders")
    }
    return found
  }

  private static func below(_ folder: String, _ isWanted: (String) -> Bool) throws(FileProblem)
    -> [String]
  {
    var folder = folder
    while folder.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
    let prefix = folder == "/" ? "/" : folder + "/"
    return try FileTree(folder).files.map { prefix + $0 }.filter(isWanted)
  }
}
