package import RunbookModel

/// What ended a run, as a finding for programs.
extension FileProblem {
  /// The finding, at the start of the file. A place inside the project is named from there, as findings
  /// are; another one has its whole path.
  package func finding(project: String) -> Diagnostic {
    var file = path
    if let place = try? CanonicalPath(path) {
      let inside = (try? RelativePath.of(path, in: project)) ?? nil
      file = inside.map { $0.isEmpty ? "." : $0 } ?? place.path
    }
    return Diagnostic(
      "file-unusable", .error, at: SourceRange(file: file, bytes: 0..<0), description,
      explanation: "The run ended here with status 74; nothing was published.")
  }
}
