import RunbookChecks
import RunbookModel
import RunbookRendering

extension Workspace {
  /// Reads pages whose texts have changed.
  ///
  /// - Returns: whether others may see the difference before they look at bodies.
  mutating func read(_ edited: [PagePath]) throws(FileProblem) -> Bool {
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
      rewritten.insert(project.sourcePath(of: path))
      spread(path)
    }
    return isSeen
  }

  /// Notes that the pages which include a text have to be checked again.
  private mutating func spread(_ text: PagePath) {
    let question = SiteQuestion(.text, text.text)
    for (path, page) in pages
    where page.result?.asked.contains(where: { $0.question == question }) == true {
      stale.insert(path)
    }
  }

  /// Those of some pages that come next: the urgent ones, and as many others as a limit lets pass.
  private func next(of pages: Set<PagePath>, limit: Int?) -> [PagePath] {
    let first = pages.intersection(urgent).sorted()
    return first + pages.subtracting(urgent).sorted().prefix(limit ?? Int.max)
  }

  /// Runs the rules over pages that are stale.
  mutating func check(limit: Int?) async throws(FileProblem) {
    // What pages say to others has to be known of all.
    let chosen = next(of: stale, limit: self.site.isCompleted || hasResults ? limit : nil)
    let summaries = chosen.compactMap { self.site.index.page($0) }
    let (workspace, site) = (self, site)
    let results = try await Parallel.map(summaries) { summary throws(FileProblem) in
      let questions = SiteQuestions()
      let (draft, problems) = try SiteQuestions.$current.withValue(questions) {
        Result { () throws(FileProblem) in try workspace.wholeDraft(of: summary) }
      }.get()
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
    checkCount += 1
    pages[page.path]?.checkCount = checkCount
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
  mutating func settle(limit: Int?) async throws(FileProblem) {
    let chosen = next(of: waiting, limit: limit)
    let summaries = chosen.compactMap { self.site.index.page($0) }
    guard !summaries.isEmpty else { return }
    if summaries.contains(where: { pages[$0.path]?.result?.contents.wantsSteps == true }) {
      await self.site.addWantedSteps()
    }
    let (workspace, site) = (self, site)
    let found = try await Parallel.map(summaries) { summary throws(FileProblem) in
      Checker.settle(
        try workspace.wholeDraft(of: summary).0, in: site.completed, workspace.project.config,
        today: workspace.options.today)
    }
    for (summary, found) in zip(summaries, found) {
      pages[summary.path]?.settled = found
      touch(summary)
    }
    waiting.subtract(chosen)
  }
}

extension Diagnostic {
  /// Whether it names a place in a file that is not its own.
  fileprivate func speaks(of file: String) -> Bool {
    range.file != file && notes.contains { $0.range.file == file }
  }
}
