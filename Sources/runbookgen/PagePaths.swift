import ArgumentParser
import RunbookBuild

/// Pages and folders as a user names them, from the current folder or from the project.
struct PagePaths {
  let options: BuildOptions
  /// What programs get to read when the disk is in the way.
  var document: (FileProblem) -> String? = { _ in nil }

  /// The files that paths stand for, as they are named from the project folder.
  func files(at paths: [String]) async throws -> [String] {
    var files: [String] = []
    for path in paths { files += try await self.files(at: path) }
    return files
  }

  /// A page as it is named from the project folder. It need not be there.
  func page(at path: String) async throws -> String {
    let shown = TerminalText.escaped(path)
    guard let page = try await relative(path), !page.isEmpty else {
      throw ValidationError("'\(shown)' is outside the project folder; choose it with --project.")
    }
    return page
  }

  private func files(at path: String) async throws -> [String] {
    // From where the user is; failing that, from the project, as findings name their files.
    let places = path.hasPrefix("/") ? [path] : [path, options.project + "/" + path]
    for place in places {
      let kind = try await Console.reportingProblems(as: document) {
        () async throws(FileProblem) in
        try Disk.kind(of: place)
      }
      if let kind { return try await files(at: place, kind) }
    }
    let near = PageNames.nearest(to: path, in: options)
    throw ValidationError(
      "There is no page or folder '\(TerminalText.escaped(path))'."
        + (near.map { " Did you mean '\(TerminalText.escaped($0))'?" } ?? ""))
  }

  private func files(at place: String, _ kind: Disk.Kind) async throws -> [String] {
    let shown = TerminalText.escaped(place)
    guard let relative = try await relative(place) else {
      throw ValidationError("'\(shown)' is outside the project folder; choose it with --project.")
    }
    guard kind == .folder else { return [relative] }
    let below = try await Console.reportingProblems(as: document) { () async throws(FileProblem) in
      try FileTree(place).files
    }
    guard !below.isEmpty else { throw ValidationError("There is no file in '\(shown)'.") }
    return below.map { relative.isEmpty ? $0 : relative + "/" + $0 }
  }

  private func relative(_ path: String) async throws -> String? {
    try await Console.reportingProblems(as: document) { () async throws(FileProblem) in
      try RelativePath.of(path, in: options.project)
    }
  }
}
