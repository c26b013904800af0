/// The git repository that holds a project, as `git` itself tells of it.
struct Repository {
  private let project: String
  private let top: String
  /// The way from the top of the repository to the project; nothing, or a path that ends with `/`.
  let prefix: String

  /// Variables that hooks are given, and that would send git elsewhere.
  static let cleared = ["GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE"]

  /// - Throws: with git's own words where no repository holds the project, or git does not trust it.
  init(holding project: String) throws(FileProblem) {
    self.project = project
    let outcome = try Self.git(["rev-parse", "--show-toplevel", "--show-prefix"], in: project)
    let lines = String(decoding: outcome.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard outcome.status == 0, lines.count > 1 else {
      throw FileProblem(
        path: project, operation: "find the git repository of", reason: outcome.line,
        advice: "give a file that 'runbookgen check --format json' has written")
    }
    (top, prefix) = (String(lines[0]), String(lines[1]))
  }

  /// The commit that a revision names; nil when there is none.
  func commit(_ revision: String) throws(FileProblem) -> String? {
    guard !revision.hasPrefix("-"), !revision.isEmpty else { return nil }
    let outcome = try Self.git(
      ["rev-parse", "--verify", "--quiet", revision + "^{commit}"], in: project)
    return outcome.status == 0 ? outcome.line : nil
  }

  /// Writes the project as it was in a commit. An index of its own is used, so that nobody's is
  /// touched, and no other program has to unpack an archive.
  ///
  /// - Parameter scratch: a folder for that index.
  /// - Returns: false when the project was not there.
  func unpack(_ commit: String, into folder: String, scratch: String) throws(FileProblem) -> Bool {
    let tree = "\(commit):\(prefix)"
    let found = try Self.git(["rev-parse", "--verify", "--quiet", tree], in: project)
    guard found.status == 0 else { return false }
    let index = ["GIT_INDEX_FILE": try CanonicalPath(scratch).path + "/index"]
    try Disk.makeFolders(folder, shown: folder)
    let place = try CanonicalPath(folder).path + "/"
    for arguments in [
      ["read-tree", found.line], ["checkout-index", "--all", "--quiet", "--prefix=" + place],
    ] {
      // From the top: below it, only what is named like the folder would be written.
      let outcome = try Self.git(arguments, in: top, adding: index)
      guard outcome.status == 0 else {
        throw FileProblem(
          path: project, operation: "read an earlier state of",
          reason: "'git \(arguments[0])' failed: \(outcome.line)")
      }
    }
    return true
  }

  private static func git(
    _ arguments: [String], in folder: String, adding variables: [String: String] = [:]
  ) throws(FileProblem) -> ChildProcess.Outcome {
    try ChildProcess.run(
      "git", ["-C", folder] + arguments, without: cleared, adding: variables)
  }
}

extension ChildProcess.Outcome {
  /// The first line of what was written.
  fileprivate var line: String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
