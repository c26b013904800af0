import RunbookChecks
import RunbookModel
import RunbookRendering

/// What the pages of a workspace know of each other.
struct WorkspaceSite: Sendable {
  /// The key of what every page sees without looking at another.
  let base: ContentKey
  /// The key of what every page sees of the others, whatever it asks.
  let key: ContentKey
  /// Without the bodies.
  let index: SiteIndex
  /// With the bodies that were taken in last.
  private(set) var completed: SiteIndex
  let answers: SiteAnswers
  /// What is found without a look into a body, by file.
  let findings: [String: [Diagnostic]]
  /// Positions of the pages whose rules have to be asked again, now that all bodies are known.
  private(set) var unsettled: [Int] = []
  /// The key of what the bodies say to others.
  private var bodies: ContentKey?
  private var hasWantedSteps = false

  /// - Parameter surveys: one for each page, in the order of the project's.
  init(_ project: Project, _ options: BuildOptions, _ surveys: [PageSurvey]) {
    base = Self.base(project, options)
    index = SiteIndex(
      surveys.map(\.summary), assets: Set(project.assets), refused: project.listing.refused,
      hasDrafts: options.drafts, space: project.config.confluence.space, policy: project.policy)
    completed = index
    answers = SiteAnswers(
      surveys.compactMap { survey in
        survey.face.map { (survey.summary.path, $0) }
      }, index)
    key = PageStore.siteKey(base, project, options, index)
    findings = Dictionary(
      grouping: SiteCheck.siteFindings(project, index, OutputClaims(index, project, options)),
      by: \.range.file)
  }

  /// What the configuration, the templates and the day say.
  static func base(_ project: Project, _ options: BuildOptions) -> ContentKey {
    var record = RecordWriter("workspace 1\n")
    record.text(options.today.description)
    for file in project.files {
      record.text(file.path)
      record.blob(file.bytes)
    }
    return ContentKey(record)
  }

  /// Takes in what was found in the bodies.
  ///
  /// - Parameter results: one for each page, in the order of the index.
  /// - Returns: whether the bodies say something else to others than before.
  mutating func takeIn(_ results: [WorkspacePage.Result]) -> Bool {
    var record = RecordWriter()
    record.put(results.map(\.contents))
    let key = ContentKey(record)
    guard key != bodies else { return false }
    bodies = key
    completed = index
    completed.complete(results.compactMap(\.found.contents.contents))
    unsettled = completed.unsettled
    hasWantedSteps = false
    return true
  }

  /// Makes the steps known that unsettled pages ask for.
  mutating func addWantedSteps() async {
    guard !hasWantedSteps else { return }
    hasWantedSteps = true
    await completed.addWantedSteps()
  }
}
