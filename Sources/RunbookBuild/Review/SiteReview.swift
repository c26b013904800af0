import RunbookChecks
package import RunbookModel

/// What of a site somebody has to look at again: pages whose review is due, owners that are no longer known, pages
/// that nothing leads to, and commands that the versions of the page leave behind.
package struct SiteReview: Sendable {
  /// Whether the review of a page is due.
  package enum State: String, Sendable, CaseIterable {
    case overdue, never, due, current
    /// A deprecated page, whose successor is the one to review.
    case exempt
  }

  /// Reasons to look at a page, as `--fail-on` names them.
  package enum Reason: String, Sendable, CaseIterable {
    case overdue, never, due
    case ownerUnknown = "owner-unknown"
    case unlinked
    case command
  }

  package struct Page: Sendable {
    package let file: String
    package let title: String
    package let owner: String?
    package let reviewed: CalendarDate?
    package let due: CalendarDate?
    package let state: State
    /// Days until the review is due; negative once it is overdue.
    package let days: Int?
    package let reasons: [Reason]
    /// What its versions say of its commands.
    package let commands: [Command]
  }

  /// A command that some version of its program refuses, or advises against.
  package struct Command: Sendable {
    /// One-based.
    package let line: Int
    package let column: Int
    package let text: String
  }

  /// The most urgent first.
  package let pages: [Page]
  /// Whether the repository has a CODEOWNERS file.
  package let hasCodeOwners: Bool
  package let errorCount: Int
  /// How many days ahead a review counts as due.
  package let horizon: Int

  /// How many pages there are for a reason.
  package func count(_ reason: Reason) -> Int { pages.count { $0.reasons.contains(reason) } }

  private static let rules: Set = ["command-deprecated", "command-other-version"]

  /// - Parameter horizon: how many days ahead a review counts as due.
  /// - Throws: when a file cannot be read.
  package static func read(
    _ options: BuildOptions, within horizon: Int
  ) async throws(FileProblem) -> SiteReview {
    var check = try await SiteCheck(Project(options), options)
    let index = check.index
    let linked = try await check.exports { page, _ in Self.reached(by: page, in: index) }
    let report = try check.report()
    let prefix = (try? Repository(holding: options.project))?.prefix ?? ""
    let review = ReviewReader(
      today: options.today, horizon: horizon, linked: Set(linked.joined()),
      owners: CodeOwners(project: options.project, prefix: prefix),
      commands: commands(in: report))
    return SiteReview(
      pages: review.pages(of: index), hasCodeOwners: review.owners != nil,
      errorCount: report.diagnostics.count { $0.severity == .error }, horizon: horizon)
  }

  /// The files that a page leads to, or shows.
  private static func reached(by page: CheckedRunbook, in index: SiteIndex) -> [String] {
    let links = page.shownOutline.links.compactMap { link -> String? in
      guard case .page(let path, _) = index.resolve(link.value.destination, from: page.path),
        path != page.path
      else { return nil }
      return index.page(path)?.sourcePath
    }
    let successor = page.metadata.replacedBy.flatMap { field -> String? in
      guard case .page(let path, _) = index.resolve(field.value, from: page.path) else {
        return nil
      }
      return index.page(path)?.sourcePath
    }
    return links + [successor].compactMap(\.self)
      + (page.origins?.parts.dropFirst().map(\.file) ?? [])
  }

  private static func commands(in report: BuildReport) -> [String: [Command]] {
    var found: [String: [Command]] = [:]
    for diagnostic in report.diagnostics where rules.contains(diagnostic.id) {
      let file = diagnostic.range.file
      guard let source = report.sources[file] else { continue }
      let place = source.position(at: diagnostic.range.bytes.lowerBound)
      found[file, default: []].append(
        Command(line: place.line, column: place.column, text: diagnostic.summary))
    }
    return found
  }
}

/// Judges the pages of a site one by one.
private struct ReviewReader {
  let today: CalendarDate
  let horizon: Int
  let linked: Set<String>
  let owners: CodeOwners?
  let commands: [String: [SiteReview.Command]]

  func pages(of index: SiteIndex) -> [SiteReview.Page] {
    index.pages.map(page).sorted { left, right in
      let (first, second) = (rank(left.state), rank(right.state))
      if first != second { return first < second }
      return (left.days ?? 0, left.file) < (right.days ?? 0, right.file)
    }
  }

  private func rank(_ state: SiteReview.State) -> Int {
    SiteReview.State.allCases.firstIndex(of: state) ?? 0
  }

  private func page(_ page: PageSummary) -> SiteReview.Page {
    let metadata = page.metadata
    let days = metadata.due.map { $0.dayNumber - today.dayNumber }
    let state = state(metadata, days)
    var reasons: [SiteReview.Reason] = []
    switch state {
    case .overdue: reasons.append(.overdue)
    case .never: reasons.append(.never)
    case .due: reasons.append(.due)
    case .current, .exempt: break
    }
    let owner = metadata.owner?.value.team
    if let owner, let owners, !owners.knows(owner) { reasons.append(.ownerUnknown) }
    if isUnlinked(page) { reasons.append(.unlinked) }
    let commands = commands[page.sourcePath] ?? []
    if !commands.isEmpty { reasons.append(.command) }
    return SiteReview.Page(
      file: page.sourcePath, title: metadata.title.value, owner: owner,
      reviewed: metadata.reviewed?.value, due: metadata.due, state: state, days: days,
      reasons: reasons, commands: commands)
  }

  private func state(_ metadata: RunbookMetadata, _ days: Int?) -> SiteReview.State {
    if metadata.lifecycle == .deprecated { return .exempt }
    guard metadata.reviewed != nil else { return .never }
    guard let days else { return .current }
    if days < 0 { return .overdue }
    return days <= horizon ? .due : .current
  }

  /// A page that an alert leads to, that stands for its folder or that is given up needs no link.
  private func isUnlinked(_ page: PageSummary) -> Bool {
    !linked.contains(page.sourcePath) && !page.path.isIndex && page.metadata.alerts.isEmpty
      && page.metadata.lifecycle != .deprecated
  }
}
