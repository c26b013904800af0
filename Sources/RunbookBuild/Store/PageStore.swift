import RunbookChecks
import RunbookModel
import RunbookRendering

/// The results of earlier builds of a site, by page. A result holds where the program, the configuration, the
/// templates, the list of pages, and the text of the page are what they were, and where each question that
/// the page asked of others has the answer that it had.
final class PageStore: Sendable {
  private let surveys: SurveyStore
  private let findings: ResultStore
  private let settled: ResultStore
  /// What all pages see, whatever they ask.
  let site: ContentKey
  let answers: SiteAnswers
  private let texts: PageTexts
  private let today: CalendarDate

  /// - Parameter faces: what each page shows to others, in the order of their paths.
  init(
    _ surveys: SurveyStore, _ project: Project, _ options: BuildOptions, _ index: SiteIndex,
    _ texts: PageTexts, _ faces: [ContentKey]
  ) {
    self.surveys = surveys
    self.texts = texts
    settled = ResultStore(surveys.folder, kind: "settled")
    today = options.today
    answers = SiteAnswers(Array(zip(index.pages.map(\.path), faces)), index, text: texts.knownKey)
    findings = ResultStore(surveys.folder, kind: "findings", sealedBy: answers.everything)
    site = Self.siteKey(surveys.base, project, options, index)
  }

  /// The key of what every page sees of the others, whatever it asks.
  ///
  /// - Parameter base: the key of what it sees without looking at another.
  static func siteKey(
    _ base: ContentKey, _ project: Project, _ options: BuildOptions, _ index: SiteIndex
  ) -> ContentKey {
    var record = RecordWriter("pages 1\n")
    record.put(base)
    record.put(options.drafts)
    record.put(index.assets.sorted())
    record.put(project.listing.refused.sorted())
    record.put(index.pages.map(\.path))
    record.put(index.pages.map(\.sourcePath))
    record.put(index.hiddenDrafts.sorted())
    record.put(index.mayHaveQuickReferences)
    return ContentKey(record)
  }

  /// The results of one way of rendering.
  ///
  /// - Parameter isSealed: whether results say what they asked of other pages.
  func results(_ kind: String, isSealed: Bool) -> ResultStore {
    ResultStore(surveys.folder, kind: kind, sealedBy: isSealed ? answers.everything : nil)
  }

  /// What earlier builds have published into a folder.
  func stamps(output: String) -> OutputStamps { OutputStamps(surveys.folder, output: output) }

  /// The key of the text of a page; nil for one that has changed since it was read first.
  func text(of page: PagePath) -> ContentKey? { texts.steadyKey(of: page) }

  /// The key of what a page's findings are made from.
  func key(of page: PageSummary) -> ContentKey? {
    guard let text = text(of: page.path) else { return nil }
    var record = RecordWriter("page 1\n")
    record.put(site)
    record.text(page.sourcePath)
    record.put(text)
    record.put(page.metadata.isReviewNews(on: today) ? today.description : nil)
    return ContentKey(record)
  }

  func findings(of page: PageSummary) -> PageFindings? {
    guard let key = key(of: page), var result = findings.result(of: page.path.text, key) else {
      return nil
    }
    result.head.file = page.sourcePath
    guard let asked = try? result.head.take(AskedQuestions.self),
      asked.hold(answers, isSealed: result.isSealed),
      let found = try? result.head.take(PageFindings.self)
    else {
      findings.drop(page.path.text)
      return nil
    }
    return found
  }

  /// - Parameter questions: what was asked of other pages.
  func keep(_ found: PageFindings, of page: PageSummary, _ questions: SiteQuestions) {
    guard let key = key(of: page) else { return }
    var record = RecordWriter()
    record.file = page.sourcePath
    record.put(AskedQuestions(answers.answers(to: questions)))
    record.put(found)
    findings.keep(record, of: page.path.text, key)
  }

  /// What was found on a page once the bodies of all others were known.
  ///
  /// - Parameter bodies: the key of what pages say of their bodies.
  func settled(_ page: PageSummary, _ bodies: ContentKey) -> [Diagnostic]? {
    guard let key = key(of: page, bodies),
      var record = settled.result(of: page.path.text, key)?.head
    else { return nil }
    return try? record.take([Diagnostic].self)
  }

  func keep(settled found: [Diagnostic], of page: PageSummary, _ bodies: ContentKey) {
    guard let key = key(of: page, bodies) else { return }
    var record = RecordWriter()
    record.put(found)
    settled.keep(record, of: page.path.text, key)
  }

  private func key(of page: PageSummary, _ bodies: ContentKey) -> ContentKey? {
    key(of: page).map { key($0, bodies) }
  }

  private func key(_ own: ContentKey, _ bodies: ContentKey) -> ContentKey {
    var record = RecordWriter("settled 1\n")
    record.put(own)
    record.put(answers.everything)
    record.put(bodies)
    return ContentKey(record)
  }

  /// Positions of the pages whose rules have to be asked again once all bodies are known.
  ///
  /// - Parameter needs: the key of what bodies need of each other, and of what of that is there.
  func waiting(_ needs: ContentKey) -> [Int]? {
    guard var record = settled.result(of: Self.waiting, key(site, needs))?.head else { return nil }
    return try? record.take([Int].self)
  }

  func keep(waiting positions: [Int], _ needs: ContentKey) {
    var record = RecordWriter()
    record.put(positions)
    settled.keep(record, of: Self.waiting, key(site, needs))
  }

  /// No page is called so: their names have an ending.
  private static let waiting = "waiting"

  /// Whether an earlier build has found that pages, files and aliases of these names are in nobody's way.
  func hasSoundClaims(_ index: SiteIndex, _ options: BuildOptions) -> Bool {
    settled.result(of: Self.claims(options), claimKey(index)) != nil
  }

  func keepSoundClaims(_ index: SiteIndex, _ options: BuildOptions) {
    settled.keep(RecordWriter(), of: Self.claims(options), claimKey(index))
  }

  /// The titles of folders have no part in their addresses, so that paths and aliases say all.
  private func claimKey(_ index: SiteIndex) -> ContentKey {
    var record = RecordWriter("claims 1\n")
    record.put(site)
    record.put(index.pages.map { $0.metadata.aliases.map(\.value) })
    return ContentKey(record)
  }

  /// The options decide which formats there are. No page is called so.
  private static func claims(_ options: BuildOptions) -> String {
    "claims, confluence: \(options.confluence), bundle: \(options.bundle)"
  }

  /// Writes what was kept.
  func finish() async {
    texts.finish()
    await surveys.finish()
    await findings.finish()
    await settled.finish()
    surveys.folder.finish()
  }
}
