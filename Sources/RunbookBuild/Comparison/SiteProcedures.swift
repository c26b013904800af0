import RunbookChecks
import RunbookModel

/// What all pages of a site have their readers do.
package struct SiteProcedures: Sendable {
  let config: SiteConfig
  /// The path of the configuration, from the project folder.
  let configFile: String
  /// By path.
  let pages: [PageProcedure]
  /// Pages with errors may be read wrongly.
  package let errorCount: Int

  /// Reads a project. Findings do not matter, as long as pages can be read.
  ///
  /// - Throws: when a file cannot be read.
  package static func read(_ options: BuildOptions) async throws(FileProblem) -> SiteProcedures {
    var check = try await SiteCheck(Project(options), options)
    let pages = try await check.procedures()
    let report = try check.report()
    return SiteProcedures(
      config: check.project.config, configFile: check.project.discovery.configPlaces[0],
      pages: pages,
      errorCount: report.diagnostics.count { $0.severity == .error })
  }

  /// The project as it was at a revision of git.
  ///
  /// - Returns: nil when there is no such revision.
  package static func read(
    _ options: BuildOptions, at revision: String, temporary: String
  ) async throws(FileProblem) -> SiteProcedures? {
    try await EarlierProject.use(options, at: revision, temporary: temporary) {
      state throws(FileProblem) in
      guard case .there(let earlier) = state else { return Self.none }
      do throws(FileProblem) {
        return try await read(earlier)
      } catch {
        if error.operation == Discovery.unpreparedOperation { return Self.none }
        throw error
      }
    }
  }

  /// A site without pages.
  private static let none = SiteProcedures(
    config: SiteConfig(), configFile: "", pages: [], errorCount: 0)

  /// What is different in another state.
  package func compared(with new: SiteProcedures) -> SiteComparison { SiteComparison(self, new) }
}
