import RunbookChecks
import RunbookModel

extension Pipeline {
  /// The procedure of a page as a script.
  ///
  /// - Parameters:
  ///   - file: the page's file, from the project folder.
  ///   - steps: numbers, anchors or names of steps; nothing for the procedure.
  /// - Returns: nil when the site has no such page.
  package static func script(
    _ options: BuildOptions, of file: String, steps: [String]
  ) async throws(FileProblem) -> Result<ProcedureScript, ProcedureScript.Refusals>? {
    let check = try await SiteCheck(Project(options), options)
    guard let (page, lines) = try check.page(at: file) else { return nil }
    return Result { () throws(ProcedureScript.Refusals) in
      try ScriptReader.script(of: page, lines, check.project.config, steps: steps)
    }
  }
}
