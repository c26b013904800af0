import RunbookChecks
import RunbookModel

/// What a workspace holds of a page, and what it was made from.
struct WorkspacePage: Sendable {
  /// What the rules found on the page by itself.
  struct Result: Sendable {
    /// What it asked of other pages, with the answers that it had.
    let asked: [SiteAnswer]
    let diagnostics: [Diagnostic]
    /// What its text allows.
    let allowances: [Allowance]
    /// What others may ask of its body.
    let contents: PageContents
  }

  /// The key of its bytes.
  let text: ContentKey
  let survey: PageSurvey
  var result: Result?
  /// Another number for each result.
  var checkCount = 0
  /// What was found once the bodies of all pages were known; nil for a page that need not wait for them.
  var settled: [Diagnostic]?

  init(_ file: SourceFile, at path: PagePath, text: ContentKey, _ project: Project) {
    self.text = text
    survey = PageReading.survey(file, at: path, project, isKept: true)
  }

  /// All that was found on it so far, before anything is allowed or left out.
  var findings: [Diagnostic] {
    survey.diagnostics + (result?.diagnostics ?? []) + (settled ?? [])
  }
}
