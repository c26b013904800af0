package import RunbookChecks
package import RunbookModel
import RunbookRendering

/// A site in memory, for whoever looks at it while it is edited: what an edit does not reach is not done
/// again. What is found is what `Pipeline.check` finds in the same texts, but for paths that meet those of
/// files which only a build makes.
package struct Workspace: Sendable {
  /// What has changed since the last update.
  private struct Changes: Sendable {
    /// Files of pages, from the project folder.
    var pages: Set<String> = []
    /// Whether a file came or went, or one that is no page has changed.
    var isProject = true
  }

  /// The texts of open buffers are its `texts`.
  package private(set) var options: BuildOptions
  private(set) var project: Project
  private(set) var site: WorkspaceSite
  private var pages: [PagePath: WorkspacePage] = [:]
  /// The files of pages, from the project folder.
  private var paths: [String: PagePath] = [:]
  private var changes = Changes()
  /// Pages that have to be checked again, as they, or what they asked of others, have changed.
  private var stale: Set<PagePath> = []
  /// Pages whose rules have to be asked again, as the bodies of others have changed.
  private var waiting: Set<PagePath> = []
  /// Pages that were edited since the last update, which come first.
  private var urgent: Set<PagePath> = []
  /// Files of which something new may have to be reported.
  private var touched: Set<String> = []
  /// Whether all other files are reported as they are.
  private var isWholeReported = false
  /// Pages with findings that stand in other files.
  private var outspoken: Set<PagePath> = []
  /// What is reported, by file.
  private var reported: [String: [Diagnostic]] = [:]

  /// Reads the configuration; pages are read by the first `update`.
  ///
  /// - Throws: `FileProblem` where the content, or a file beside it, cannot be read.
  package init(_ options: BuildOptions) throws(FileProblem) {
    self.options = options
    project = try Project(options)
    site = WorkspaceSite(project, options, [])
  }

  /// The findings of a file, as a check reports them.
  package func findings(in file: String) -> [Diagnostic] { reported[file] ?? [] }

  /// Every file with findings.
  package var filesWithFindings: [String] { reported.keys.sorted() }

  package var config: SiteConfig { project.config }

  /// Another one where pages came or went, or the configuration changed.
  package var siteKey: ContentKey { site.key }

  /// Another one for each text of a page; nil for what is no page.
  package func textKey(of page: PagePath) -> ContentKey? { pages[page]?.text }

  /// What pages know of each other.
  package var index: SiteIndex { site.completed }

  /// The page of a file, from the project folder; nil for one that is no page.
  package func page(ofFile file: String) -> PagePath? { paths[file] }

  /// The file of a page, from the project folder.
  package func file(of page: PagePath) -> String { project.sourcePath(of: page) }

  // MARK: - Changes

  /// A file holds another text than the disk says, or no longer does.
  ///
  /// - Parameter text: nil for what the disk says.
  package mutating func edit(_ file: String, _ text: [UInt8]?) {
    guard options.texts[file] != text else { return }
    options.texts[file] = text
    note(file)
  }

  /// A file was written, made or removed on the disk.
  package mutating func noticeChange(of file: String) {
    // What an editor holds counts, whatever is below.
    if options.texts[file] == nil { note(file) }
  }

  private mutating func note(_ file: String) {
    if let page = paths[file], (try? text(of: page)) != nil {
      changes.pages.insert(file)
    } else {
      changes.isProject = true
    }
  }

  /// Anything may have changed on the disk.
  package mutating func noticeChanges() { changes.isProject = true }

  package mutating func setToday(_ today: CalendarDate) {
    guard today != options.today else { return }
    options.today = today
    changes.isProject = true
  }

  /// Checks what the changes reach: the pages that were edited first, then those that ask for something that
  /// is other now.
  ///
  /// - Parameter limit: how many pages are judged again after those that were edited; nil for all. `isDone` says
  ///   whether some are left.
  /// - Returns: the files whose findings are others than before.
  /// - Throws: `FileProblem` where a file cannot be read; the changes are then still to be done.
  package mutating func update(limit: Int? = nil) async throws(FileProblem) -> Set<String> {
    urgent = Set(changes.pages.compactMap { paths[$0] })
    if changes.isProject {
      try await readProject()
    } else if try read(urgent.sorted()) {
      rebuildSite()
    }
    changes = Changes(pages: [], isProject: false)
    try await check(limit: limit)
    try await settle(limit: limit)
    return try report()
  }

  /// Whether everything that changes reach was judged.
  package var isDone: Bool {
    changes.pages.isEmpty && !changes.isProject && stale.isEmpty && waiting.isEmpty
  }

  /// The text of a page as it is now.
  ///
  /// - Throws: `FileProblem` where it cannot be read.
  package func source(of page: PagePath) throws(FileProblem) -> SourceFile {
    SourceFile(path: project.sourcePath(of: page), bytes: try text(of: page))
  }

  private func text(of page: PagePath) throws(FileProblem) -> [UInt8] {
    try Discovery(options: options).source(project.listing.file(of: page), project.config)
  }

  /// Reads a page with its commands and tables.
  ///
  /// - Throws: `FileProblem` where it cannot be read.
  package func draft(of page: PageSummary) throws(FileProblem) -> PageDraft {
    PageReading.draft(try source(of: page.path), page, project, site.index).0
  }

  // MARK: - The whole project

  private mutating func readProject() async throws(FileProblem) {
    let base = site.base
    let (project, options) = (try Project(options), options)
    self.project = project
    paths = Dictionary(
      project.pages.map { (project.sourcePath(of: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    // What the configuration says, each page sees.
    if WorkspaceSite.base(project, options) != base { (pages, outspoken) = ([:], []) }
    let known = pages
    let discovery = Discovery(options: options)
    let read = try await SiteCheck.all(project.pages) { path throws(FileProblem) in
      let bytes = try discovery.source(project.listing.file(of: path), project.config)
      let text = ContentKey(ofText: bytes)
      if let page = known[path], page.text == text,
        page.survey.summary.sourcePath == project.sourcePath(of: path)
      {
        return page
      }
      let file = SourceFile(path: project.sourcePath(of: path), bytes: bytes)
      return WorkspacePage(file, at: path, text: text, project)
    }
    pages = Dictionary(uniqueKeysWithValues: zip(project.pages, read))
    outspoken.formIntersection(pages.keys)
    stale.formIntersection(pages.keys)
    rebuildSite()
  }

  /// Makes anew what pages know of each other, and forgets what was found where that shows.
  private mutating func rebuildSite() {
    isWholeReported = false
    let old = site.key
    site = WorkspaceSite(project, options, project.pages.compactMap { pages[$0]?.survey })
    let isSame = site.key == old
    for (path, page) in pages {
      let isStill = isSame && page.result.map { site.answers.hold($0.asked) } ?? false
      if !isStill { stale.insert(path) }
    }
  }

  // MARK: - Pages

  /// Reads pages whose texts have changed.
  ///
  /// - Returns: whether others may see the difference before they look at bodies.
  private mutating func read(_ edited: [PagePath]) throws(FileProblem) -> Bool {
    var isSeen = false
    for path in edited {
      let bytes = try text(of: path)
      let key = ContentKey(ofText: bytes)
      guard let old = pages[path], key != old.text else { continue }
      let file = SourceFile(path: project.sourcePath(of: path), bytes: bytes)
      var page = WorkspacePage(file, at: path, text: key, project)
      if page.survey.face != old.survey.face { isSeen = true }
      // Until it is checked again, what was found before is told.
      (page.result, page.settled) = (old.result, old.settled)
      pages[path] = page
      stale.insert(path)
    }
    return isSeen
  }

  /// Those of some pages that come next: the urgent ones, and as many others as a limit lets pass.
  private func next(of pages: Set<PagePath>, limit: Int?) -> [PagePath] {
    let first = pages.intersection(urgent).sorted()
    return first + pages.subtracting(urgent).sorted().prefix(limit ?? Int.max)
  }

  /// Runs the rules over pages that are stale.
  private mutating func check(limit: Int?) async throws(FileProblem) {
    // What pages say to others has to be known of all.
    let chosen = next(of: stale, limit: self.site.isCompleted || hasResults ? limit : nil)
    let summaries = chosen.compactMap { self.site.index.page($0) }
    let (workspace, site) = (self, site)
    let results = try await SiteCheck.all(summaries) { summary throws(FileProblem) in
      let questions = SiteQuestions()
      let file = try workspace.source(of: summary.path)
      let (draft, problems) = PageReading.draft(file, summary, workspace.project, site.index)
      let (_, contents, found) = SiteQuestions.$current.withValue(questions) {
        Checker.check(
          draft, in: site.index, workspace.project.config, today: workspace.options.today)
      }
      return WorkspacePage.Result(
        asked: site.answers.answers(to: questions),
        diagnostics: problems + found, allowances: draft.allowances.valid, contents: contents)
    }
    for (summary, result) in zip(summaries, results) { takeIn(result, of: summary) }
    stale.subtract(chosen)
    guard !self.site.isCompleted else { return }
    let all = self.site.index.pages
    self.site.complete(all.compactMap { pages[$0.path]?.result?.contents })
    for (position, summary) in all.enumerated() { judge(summary, at: position) }
  }

  private var hasResults: Bool { pages.values.allSatisfy { $0.result != nil } }

  private mutating func takeIn(_ result: WorkspacePage.Result, of page: PageSummary) {
    pages[page.path]?.result = result
    touch(page)
    guard let position = site.index.position(of: page.path),
      let old = site.completed.contents(at: position)
    else { return }
    let contents = result.contents
    let change = ContentsChange(of: page.path, from: old, to: contents)
    let hasOtherSteps = site.replace(at: position, with: contents, change)
    judge(page, at: position)
    for (position, other) in site.index.pages.enumerated() where other.path != page.path {
      guard let known = pages[other.path], let asked = known.result?.contents else {
        continue
      }
      let isReached =
        hasOtherSteps && asked.wantsSteps
        || !change.isEmpty && asked.isReached(by: change, wanted: site.wanted)
        || known.settled?.contains { $0.speaks(of: page.sourcePath) } == true
      if isReached { judge(other, at: position) }
    }
  }

  /// Notes that a page has to be asked again, if it has to wait for others at all.
  private mutating func judge(_ page: PageSummary, at position: Int) {
    if site.completed.isUnsettled(position) {
      waiting.insert(page.path)
    } else {
      waiting.remove(page.path)
      guard pages[page.path]?.settled != nil else { return }
      pages[page.path]?.settled = nil
      touch(page)
    }
  }

  private mutating func touch(_ page: PageSummary) {
    touched.insert(page.sourcePath)
    let isOutspoken = pages[page.path]?.findings.contains { $0.range.file != page.sourcePath }
    if isOutspoken == true {
      outspoken.insert(page.path)
      isWholeReported = false
    } else if outspoken.remove(page.path) != nil {
      isWholeReported = false
    }
  }

  /// Asks the rules again that had to wait for the bodies of other pages.
  private mutating func settle(limit: Int?) async throws(FileProblem) {
    let chosen = next(of: waiting, limit: limit)
    let summaries = chosen.compactMap { self.site.index.page($0) }
    guard !summaries.isEmpty else { return }
    if summaries.contains(where: { pages[$0.path]?.result?.contents.wantsSteps == true }) {
      await self.site.addWantedSteps()
    }
    let (workspace, site) = (self, site)
    let found = try await SiteCheck.all(summaries) { summary throws(FileProblem) in
      Checker.settle(
        try workspace.draft(of: summary), in: site.completed, workspace.project.config,
        today: workspace.options.today)
    }
    for (summary, found) in zip(summaries, found) {
      pages[summary.path]?.settled = found
      touch(summary)
    }
    waiting.subtract(chosen)
  }

  // MARK: - What is reported

  private mutating func report() throws(FileProblem) -> Set<String> {
    let files =
      isWholeReported
      ? touched : Set(paths.keys).union(reported.keys).union(site.findings.keys)
    var changed: Set<String> = []
    for file in files {
      let found = try report(of: file)
      let before = reported.updateValue(found, forKey: file) ?? []
      if found.isEmpty { reported[file] = nil }
      if found != before { changed.insert(file) }
    }
    (touched, isWholeReported) = ([], true)
    return changed
  }

  /// What a check reports of a file.
  private func report(of file: String) throws(FileProblem) -> [Diagnostic] {
    let page = paths[file].flatMap { pages[$0] }
    let elsewhere = outspoken.flatMap { pages[$0]?.findings ?? [] }
    var found = (page?.findings ?? []) + elsewhere
    found = found.filter { $0.range.file == file } + (site.findings[file] ?? [])
    var allowances = Allowances()
    if let page {
      let own = page.survey.summary.metadata.allowances + (page.result?.allowances ?? [])
      allowances.add(own, of: file)
    }
    let all = Checker.report(
      found + allowances.unused(of: found), project.config, allowing: allowances,
      isStrict: options.isStrict)
    if all.isEmpty || project.known.isEmpty { return all }
    let source = try self.file(named: file)
    return project.known.left(of: all) { _ in source }
  }

  /// A file that findings speak of; nil for one that is not read as text.
  ///
  /// - Throws: `FileProblem` where a page cannot be read.
  package func file(named name: String) throws(FileProblem) -> SourceFile? {
    if let page = paths[name] { return try source(of: page) }
    return project.files.first { $0.path == name }
  }
}

extension Diagnostic {
  /// Whether it names a place in a file that is not its own.
  fileprivate func speaks(of file: String) -> Bool {
    range.file != file && notes.contains { $0.range.file == file }
  }
}
