import RunbookChecks
import RunbookModel

/// A content folder that is not there: what lies in the project instead, and what to do next.
extension Discovery {
  /// The finding where the configuration names a folder that does not exist; nil where it names none, or
  /// one that is there.
  func missingContent(_ config: SiteConfig) throws(FileProblem) -> Diagnostic? {
    let folder = config.directories.content
    guard let field = config.directories.contentField, try Disk.kind(of: path(folder)) == nil else {
      return nil
    }
    let found = MarkdownCensus(options.project).best
    return Diagnostic(
      "config-type", .error, at: field.range, "there is no folder `\(folder)` in the project",
      explanation: found.map { "The project has \($0.words) in `\($0.folder)`." }
        ?? "Name the folder that holds the pages, as a path from the project folder.")
  }

  /// What was tried in a folder that is no project yet.
  static let unpreparedOperation = "find pages in"

  /// What a newcomer reads first: nobody has named a folder, and the usual one is not there either.
  func unprepared(_ config: SiteConfig) throws(FileProblem) -> FileProblem? {
    let folder = path(config.directories.content)
    guard config.directories.contentField == nil, try Disk.kind(of: folder) == nil else {
      return nil
    }
    let census = MarkdownCensus(options.project)
    let hasConfig = try self.config().0 != nil
    let place = options.project == "." ? "" : " --project " + options.project
    let next =
      hasConfig
      ? "name the folder of the pages in the configuration, 'directories: {content: …}'"
      : "'runbookgen init\(place)' shows a configuration for them"
    let advice =
      census.best.map { found in
        let folder = found.folder == "." ? "right here" : "in '\(found.folder)/'"
        return "\(found.words) \(found.isOrAre) \(folder); \(next)"
      } ?? "no Markdown file was found here or below; choose the project with '--project'"
    return FileProblem(
      path: options.project, operation: Self.unpreparedOperation,
      reason: hasConfig
        ? "there is no folder 'content', and the configuration names no other"
        : "there is neither a folder 'content' nor a runbookgen.yml",
      advice: advice)
  }
}
