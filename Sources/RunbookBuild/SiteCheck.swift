import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Synchronization

/// How many pages are done.
private final class PageCount: Sendable {
  private let all: Int
  private let done = Atomic(0)
  private let tell: (@Sendable (Int, Int) -> Void)?

  init(_ all: Int, _ tell: (@Sendable (Int, Int) -> Void)?) {
    self.all = all
    self.tell = tell
  }

  func step() {
    guard let tell else { return }
    tell(done.add(1, ordering: .relaxed).newValue, all)
  }
}

/// The steps `parse` and `check`. Pages are gone through twice, first for their front matter and then for
/// their bodies, so that of all parsed bodies only a few are ever in memory at the same time.
struct SiteCheck: Sendable {
  let project: Project
  let options: BuildOptions
  private(set) var index: SiteIndex
  /// Who wants which path of the output; nil where all may have theirs, as it is large.
  private let claims: OutputClaims?
  let texts: PageTexts
  /// What earlier builds found; nil where that is not kept.
  let store: PageStore?
  /// Findings so far, in no order.
  private var diagnostics: [Diagnostic]
  /// What pages allow, as far as they are read.
  private var allowances = Allowances()

  /// Reads the front matter of every page.
  init(_ project: Project, _ options: BuildOptions) async throws(FileProblem) {
    self.project = project
    self.options = options
    let known = SurveyStore(project, options)
    let texts = PageTexts(project, known?.stamps)
    self.texts = texts
    let surveys = try await Parallel.map(project.pages) { path throws(FileProblem) in
      guard let known else {
        return PageReading.survey(try texts.file(of: path), at: path, project, isKept: false)
      }
      let key = try texts.key(of: path)
      if let survey = known.survey(of: path, in: project.sourcePath(of: path), key) {
        return survey
      }
      let survey = PageReading.survey(
        try texts.file(of: path), at: path, project, isKept: true)
      if texts.isSteady(path) { known.keep(survey, key) }
      return survey
    }
    index = SiteIndex(
      surveys.map(\.summary), assets: Set(project.assets), refused: project.listing.refused,
      hasDrafts: options.drafts, space: project.config.confluence.space, policy: project.policy)
    store = known.map { [index] in
      PageStore($0, project, options, index, texts, surveys.compactMap(\.face))
    }
    claims = Self.claims(index, project, options, store)
    diagnostics = surveys.flatMap(\.diagnostics) + Self.siteFindings(project, index, claims)
    for page in index.pages { allowances.add(page.metadata.allowances, of: page.sourcePath) }
  }

  /// Nil where all may have their paths.
  private static func claims(
    _ index: SiteIndex, _ project: Project, _ options: BuildOptions, _ store: PageStore?
  ) -> OutputClaims? {
    if store?.hasSoundClaims(index, options) == true { return nil }
    let claims = OutputClaims(index, project, options)
    guard claims.isSound else { return claims }
    store?.keepSoundClaims(index, options)
    return nil
  }

  /// What is found without a look into a page.
  ///
  /// - Parameter claims: nil where all may have their paths.
  static func siteFindings(
    _ project: Project, _ index: SiteIndex, _ claims: OutputClaims?
  ) -> [Diagnostic] {
    var diagnostics = project.diagnostics + (claims?.conflicts ?? [])
    guard project.isListed else { return diagnostics }
    if let empty = SiteEmpty.check(index, project.config) { diagnostics.append(empty) }
    diagnostics += EnvironmentValue.check(project.config, index.pages)
    diagnostics += AddressBookSchema.unknown(
      project.config.confluence.pageSources, among: index.pages, project.config.directories)
    return diagnostics
  }

  /// Checks the body of every page, and hands each page to whoever wants something of it.
  ///
  /// - Parameters:
  ///   - recall: what `use` would return for a page that was checked by an earlier build; nil where it has
  ///     to be asked. The flag says whether an error was found on the page. With it, `index.contents` may
  ///     stay nil.
  ///   - use: called for every other page, once, in any order and from several threads.
  /// - Returns: what was returned, in the order of `index.pages`.
  mutating func checkPages<Value: Sendable>(
    recall: (@Sendable (PageSummary, _ hasErrors: Bool) throws(FileProblem) -> Value?)? = nil,
    _ use: @escaping @Sendable (CheckedRunbook, _ hasErrors: Bool) throws(FileProblem) -> Value
  ) async throws(FileProblem) -> [Value] {
    let (check, done) = (self, PageCount(index.pages.count, options.onPage))
    let pages = try await Parallel.map(index.pages) { summary throws(FileProblem) in
      defer { done.step() }
      if let recall, let known = check.store?.findings(of: summary),
        let value = try recall(summary, check.hasErrors(known, on: summary))
      {
        return (value: value, found: known)
      }
      let questions = SiteQuestions()
      let (page, found) = try check.findings(
        of: summary, check.store == nil ? nil : questions)
      check.store?.keep(found, of: summary, questions)
      return (value: try use(page, check.hasErrors(found, on: summary)), found: found)
    }
    for (page, (_, found)) in zip(index.pages, pages) {
      allowances.add(found.allowances, of: page.sourcePath)
    }
    diagnostics += pages.flatMap(\.found.diagnostics)
    try await settle(pages.map(\.found.contents), isAsked: recall == nil)
    return pages.map(\.value)
  }

  /// What is found on a page as far as it can be judged before the bodies of others are known.
  func findings(
    of summary: PageSummary, _ questions: SiteQuestions?
  ) throws(FileProblem) -> (CheckedRunbook, PageFindings) {
    let reading = questions.map { _ in SiteQuestions() }
    let (draft, problems) = try SiteQuestions.$current.withValue(reading) {
      Result { () throws(FileProblem) in try Self.draft(summary, texts, project, index) }
    }.get()
    var (page, contents, found) = SiteQuestions.$current.withValue(questions) {
      Checker.check(draft, in: index, project.config, today: options.today)
    }
    page.asked = reading?.all ?? []
    questions?.note(page.asked)
    return (
      page,
      PageFindings(
        diagnostics: problems + found, allowances: draft.allowances.valid,
        contents: FoundContents(contents, isKept: store != nil))
    )
  }

  /// A page as `checkPages` hands it over.
  func checked(_ page: PageSummary) throws(FileProblem) -> CheckedRunbook {
    try findings(of: page, nil).0
  }

  /// Whether a page has errors that are neither allowed nor known.
  private func hasErrors(
    _ found: PageFindings, on page: PageSummary
  ) throws(FileProblem) -> Bool {
    if found.diagnostics.isEmpty { return false }
    var allowances = Allowances()
    allowances.add(page.metadata.allowances + found.allowances, of: page.sourcePath)
    // Whether an included text is at fault is known once all pages are checked.
    let own = found.diagnostics.filter(\.way.isEmpty)
    let errors = Checker.report(
      own, project.config, allowing: allowances, isStrict: options.isStrict
    ).filter { $0.severity == .error }
    if errors.isEmpty || project.known.isEmpty { return !errors.isEmpty }
    let file = try texts.file(of: page.path)
    return !project.known.left(of: errors) { _ in file }.isEmpty
  }

  /// The key of something that pages say of their bodies.
  private static func key(
    of contents: [FoundContents], _ part: (FoundContents) -> ContentKey?
  ) -> ContentKey {
    var record = RecordWriter("bodies 1\n")
    record.put(contents.map(part))
    return ContentKey(record)
  }

  /// Links to the places that other tools name by marks, led to headings of these pages, or of all pages if
  /// none is named.
  func anchorMoves(of wanted: Set<String>) async throws(FileProblem) -> [AnchorMoves.Result] {
    let (project, index, texts) = (project, index, texts)
    let limits = project.config.limits
    @Sendable func parse(_ file: SourceFile, _ page: PageSummary) -> ParsedRunbook {
      RunbookParser.parse(file, at: page.path, limits: limits).0
    }
    @Sendable func isWanted(_ page: PageSummary) -> Bool {
      wanted.isEmpty || wanted.contains(page.sourcePath)
    }
    let places = try await Parallel.map(index.pages) { page throws(FileProblem) in
      let parsed = parse(try texts.file(of: page.path), page)
      return Checker.places(
        parsed, isStripped: isWanted(page) && parsed.file.undecodable.isEmpty
      ) { parse($0, page) }
    }
    let moves = AnchorMoves(
      Dictionary(zip(index.pages.map(\.path), places), uniquingKeysWith: { first, _ in first }))
    return try await Parallel.map(index.pages.filter(isWanted)) { page throws(FileProblem) in
      moves.result(parse(try texts.file(of: page.path), page), in: index) { parse($0, page) }
    }.compactMap(\.self)
  }

  /// Goes back to the pages that had to wait for the bodies of others.
  ///
  /// - Parameters:
  ///   - found: one for each page.
  ///   - isAsked: whether somebody else asks for the bodies.
  private mutating func settle(_ found: [FoundContents], isAsked: Bool) async throws(FileProblem) {
    let bodies = store.map { _ in Self.key(of: found, \.key) }
    let waiting = store.map { _ in Self.key(of: found, \.waitingKey) }
    var known: [Int]?
    if let store, let bodies, let waiting, let positions = store.waiting(waiting) {
      known = await recall(positions, store, bodies)
    }
    if known?.isEmpty == true, !isAsked { return }
    try await complete(found)
    var unsettled = known ?? index.unsettled
    if known == nil, let store, let bodies, let waiting {
      store.keep(waiting: unsettled, waiting)
      unsettled = await recall(unsettled, store, bodies)
    }
    guard !unsettled.isEmpty else { return }
    try await settle(unsettled, bodies)
  }

  /// Takes what earlier builds found on pages once all bodies were known.
  ///
  /// - Returns: the other pages.
  private mutating func recall(
    _ unsettled: [Int], _ store: PageStore, _ bodies: ContentKey
  ) async -> [Int] {
    let pages = index.pages
    let known = await Parallel.map(unsettled) { store.settled(pages[$0], bodies) }
    diagnostics += known.compactMap(\.self).flatMap(\.self)
    return zip(unsettled, known).filter { $0.1 == nil }.map(\.0)
  }

  private mutating func complete(_ found: [FoundContents]) async throws(FileProblem) {
    let check = self
    let pages = Array(zip(index.pages, found))
    index.complete(
      try await Parallel.map(pages) { page, found throws(FileProblem) in
        if let contents = found.contents { return contents }
        let draft = try Self.draft(page, check.texts, check.project, check.index).0
        return KeptContents(
          Checker.check(
            draft, in: check.index, check.project.config, today: check.options.today
          ).1)
      })
  }

  private mutating func settle(
    _ unsettled: [Int], _ bodies: ContentKey?
  ) async throws(FileProblem) {
    let (project, options, texts) = (project, options, texts)
    await index.addWantedSteps()
    let (index, store) = (index, store)
    diagnostics += try await Parallel.map(unsettled) { position throws(FileProblem) in
      let draft = try Self.draft(index.pages[position], texts, project, index).0
      let found = Checker.settle(draft, in: index, project.config, today: options.today)
      if let store, let bodies { store.keep(settled: found, of: index.pages[position], bodies) }
      return found
    }.flatMap(\.self)
  }

  static func draft(
    _ summary: PageSummary, _ texts: PageTexts, _ project: Project, _ index: SiteIndex
  ) throws(FileProblem) -> (PageDraft, [Diagnostic]) {
    PageReading.draft(
      try texts.file(of: summary.path), summary, project, index, including: texts.file)
  }

  /// Whether an error was found so far; the report itself reads the files that it speaks of.
  func hasErrors() throws(FileProblem) -> Bool {
    let errors = Checker.report(
      diagnostics, project.config, allowing: allowances, isStrict: options.isStrict
    ).filter { $0.severity == .error }
    if errors.isEmpty || project.known.isEmpty { return !errors.isEmpty }
    let sources = try sources(of: errors)
    return !project.known.left(of: errors, { sources[$0] }).isEmpty
  }

  /// Whether something lies where the program makes files of its own, whose names are only known when they
  /// are made.
  var mayMeetGenerated: Bool { claims?.mayMeetGenerated ?? false }

  /// Lets go of what nobody needs who makes something of checked pages: their texts, and what their bodies say to
  /// each other.
  mutating func forgetBodies() {
    texts.forget()
    index.forgetContents()
  }

  /// Takes in what was found while something was made of the pages.
  mutating func add(_ findings: [Diagnostic]) { diagnostics += findings }

  /// Takes in what a receiver refused; what nobody claims is left to it.
  mutating func add(_ refusals: [OutputPathSet.Refusal]) {
    diagnostics += (claims ?? OutputClaims(index, project, options)).findings(refusals)
  }

  /// Everything that was found, once the bodies of all pages are read.
  func report() throws(FileProblem) -> BuildReport {
    let all = Checker.report(
      diagnostics + allowances.unused(of: diagnostics), project.config, allowing: allowances,
      isStrict: options.isStrict)
    let sources = try sources(of: all)
    let wanted = Set(options.paths)
    func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
      wanted.isEmpty ? diagnostics : diagnostics.filter { wanted.contains($0.range.file) }
    }
    let left = shown(project.known.left(of: all) { sources[$0] })
    var report = BuildReport(
      diagnostics: left, sources: sources, pageCount: index.pages.count)
    report.pages = index.pages.map(\.sourcePath).filter { wanted.isEmpty || wanted.contains($0) }
    if project.baseline != nil || !options.earlier.isEmpty {
      let gone = project.baseline.map { baseline in
        baseline.count - baseline.intersection(FindingSet(all, sources)).count
      }
      let isWhole =
        wanted.isEmpty && options.texts.isEmpty && project.isListed
        && !all.contains { $0.severity == .error && FindingSet.isAlwaysTold($0) }
      report.known = KnownFindings(
        leftOut: shown(all).count - left.count,
        gone: isWhole ? gone : nil)
    }
    return report
  }

  /// The files that a report speaks of.
  func sources(of diagnostics: [Diagnostic]) throws(FileProblem) -> [String: SourceFile] {
    var sources = Dictionary(
      project.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = Dictionary(
      index.pages.map { ($0.sourcePath, $0.path) }, uniquingKeysWith: { first, _ in first })
    let paths = Set(diagnostics.flatMap { [$0.range.file] + $0.notes.map(\.range.file) })
    for path in paths where sources[path] == nil {
      guard let page = pages[path] else { continue }
      sources[path] = try texts.file(of: page)
    }
    return sources
  }
}
