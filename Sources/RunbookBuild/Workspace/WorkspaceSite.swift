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
  /// Programs whose steps, on any page, unsettled pages ask for.
  private(set) var wanted: Set<String?> = []
  /// The steps of these programs, by the position of their page.
  private var steps: [Int: [StepIndex.Step]] = [:]
  private var hasSteps = false
  /// Whether bodies were taken in.
  var isCompleted: Bool { completed.contents != nil }

  /// - Parameter surveys: one for each page, in the order of the project's.
  init(
    _ project: Project, _ options: BuildOptions, _ surveys: [PageSurvey],
    texts: [PagePath: ContentKey] = [:]
  ) {
    base = Self.base(project, options)
    index = SiteIndex(
      surveys.map(\.summary), assets: Set(project.assets), refused: project.listing.refused,
      hasDrafts: options.drafts, space: project.config.confluence.space, policy: project.policy)
    completed = index
    answers = SiteAnswers(
      surveys.compactMap { survey in
        survey.face.map { (survey.summary.path, $0) }
      }, index, text: { texts[$0] })
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

  /// Takes in what all pages say in their bodies.
  ///
  /// - Parameter contents: one for each page, in the order of the index.
  mutating func complete(_ contents: [PageContents]) {
    completed = index
    completed.complete(contents.map(KeptContents.init))
    wanted = completed.wantedSteps
    (steps, hasSteps) = ([:], false)
  }

  /// Takes in what a page says now.
  ///
  /// - Returns: whether all that ask for steps have to be asked again, as others are known.
  mutating func replace(at position: Int, with contents: PageContents, _ change: ContentsChange)
    -> Bool
  {
    completed.replaceContents(at: position, with: contents)
    (steps[position], hasSteps) = (nil, false)
    guard change.needs else { return false }
    let before = wanted
    wanted = completed.wantedSteps
    guard wanted != before else { return false }
    steps = [:]
    return true
  }

  /// Makes the steps known that unsettled pages ask for.
  mutating func addWantedSteps() async {
    guard !hasSteps else { return }
    hasSteps = true
    completed.removeSteps()
    guard !wanted.isEmpty else { return }
    let (site, wanted) = (completed, wanted)
    let unread = site.pages.indices.filter { steps[$0] == nil }
    let read = await Parallel.map(unread) { site.steps(ofPage: $0, running: wanted) }
    for (position, found) in zip(unread, read) { steps[position] = found }
    completed.add(site.pages.indices.flatMap { steps[$0] ?? [] })
  }
}
