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
  var site: WorkspaceSite
  var pages: [PagePath: WorkspacePage] = [:]
  /// The files of pages, from the project folder.
  var paths: [String: PagePath] = [:]
  private var changes = Changes()
  /// Pages that have to be checked again, as they, or what they asked of others, have changed.
  var stale: Set<PagePath> = []
  /// Pages whose rules have to be asked again, as the bodies of others have changed.
  var waiting: Set<PagePath> = []
  /// Pages that were edited since the last update, which come first.
  var urgent: Set<PagePath> = []
  /// Files of which something new may have to be reported.
  var touched: Set<String> = []
  /// Files whose texts are others than before.
  var rewritten: Set<String> = []
  /// Whether all other files are reported as they are.
  var isWholeReported = false
  /// Pages with findings that stand in other files.
  var outspoken: Set<PagePath> = []
  /// What is reported, by file.
  var reported: [String: [Diagnostic]] = [:]
  /// Counts how often what pages know of each other's front matter was made anew.
  private(set) var siteCount = 0
  /// Counts how often a page was checked.
  var checkCount = 0

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

  /// Every finding, file by file.
  package var allFindings: [Diagnostic] { filesWithFindings.flatMap(findings(in:)) }

  package var config: SiteConfig { project.config }

  /// Another one where pages came or went, or the configuration changed.
  package var siteKey: ContentKey { site.key }

  /// Another one for each text of a page; nil for what is no page.
  package func textKey(of page: PagePath) -> ContentKey? { pages[page]?.text }

  /// Another number whenever a page was checked anew, as it or what it asks for has changed; nil for what is no page.
  func checkCount(of page: PagePath) -> Int? { pages[page]?.checkCount }

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
    if options.texts[file] == nil, project.mayRead(file), !project.isPassing(file) { note(file) }
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
  /// - Returns: the files whose findings are others than before, or stand in other lines.
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

  func text(of page: PagePath) throws(FileProblem) -> [UInt8] {
    try Discovery(options: options).source(project.listing.file(of: page), project.config)
  }

  /// Reads a page with its commands and tables, as its file says it: includes are links.
  ///
  /// - Throws: `FileProblem` where it cannot be read.
  package func draft(of page: PageSummary) throws(FileProblem) -> PageDraft {
    PageReading.draft(try source(of: page.path), page, project, site.index, including: nil).0
  }

  /// Reads a page with what it includes.
  ///
  /// - Throws: `FileProblem` where it cannot be read.
  func wholeDraft(of page: PageSummary) throws(FileProblem) -> (PageDraft, [Diagnostic]) {
    PageReading.draft(
      try source(of: page.path), page, project, site.index, including: source)
  }

  // MARK: - The whole project

  private mutating func readProject() async throws(FileProblem) {
    let base = site.base
    let (project, options) = (try Project(options), options)
    rewritten.formUnion(self.project.files.map(\.path) + project.files.map(\.path) + paths.keys)
    self.project = project
    paths = Dictionary(
      project.pages.map { (project.sourcePath(of: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    // What the configuration says, each page sees.
    if WorkspaceSite.base(project, options) != base { (pages, outspoken) = ([:], []) }
    let known = pages
    let discovery = Discovery(options: options)
    let read = try await Parallel.map(project.pages) { path throws(FileProblem) in
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
    siteCount += 1
    let old = site.key
    site = WorkspaceSite(
      project, options, project.pages.compactMap { pages[$0]?.survey },
      texts: pages.mapValues(\.text))
    let isSame = site.key == old
    for (path, page) in pages {
      let isStill = isSame && page.result.map { site.answers.hold($0.asked) } ?? false
      if !isStill { stale.insert(path) }
    }
  }
}
