package import RunbookChecks
package import RunbookModel

/// What `adopt` is asked to give to pages.
package struct AdoptWish: Sendable {
  package enum Day: Sendable { case git, day(CalendarDate), none }
  package enum Owner: Sendable { case codeOwners, name(String), none }

  package var titles = true
  package var reviewed = Day.git
  package var owner = Owner.codeOwners
  package var inputs = true
  package var links = true
  package var alerts: PageAdoption.AlertSource?

  package init() {}
}

/// The pages of a project that were written for other tools, with what they lack put in.
package struct AdoptPlan: Sendable {
  package internal(set) var files: [FixPlan.File] = []
  package internal(set) var pageCount = 0
  /// How many pages got a field, by its name.
  package internal(set) var fields: [String: Int] = [:]
  package internal(set) var inputCount = 0
  package internal(set) var inputPages = 0
  package internal(set) var linkCount = 0
  /// Marks by which other tools name places, which were removed.
  package internal(set) var markCount = 0
  /// Pages whose front matter cannot be added to.
  package internal(set) var closed: [String] = []
  /// Pages for which no day of review is known.
  package internal(set) var undated = 0
  /// Why git gave nothing, and what is left as it is.
  package internal(set) var notes: [String] = []
  /// How the site was checked before, and with the changes.
  package internal(set) var before: BuildReport
  package internal(set) var after: BuildReport
  /// Whether the configuration could be read; where not, nothing was looked at.
  package let isListed: Bool

  /// One line that says what was given: `146 dates, 4 owners, 136 inputs in 66 pages`.
  package var summary: String {
    func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String? {
      count == 0 ? nil : count.counted(noun, plural: plural)
    }
    let inputs = counted(inputCount, "input").map {
      "\($0) in \(counted(inputPages, "page") ?? "")"
    }
    let parts = [
      counted(fields["title"] ?? 0, "title"), counted(fields["reviewed"] ?? 0, "review date"),
      counted(fields["owner"] ?? 0, "owner"),
      counted(fields["alerts"] ?? 0, "list of alerts", plural: "lists of alerts"),
      inputs, counted(linkCount, "link"), counted(markCount, "explicit anchor"),
    ].compactMap(\.self)
    return parts.isEmpty ? "nothing to add" : parts.joined(separator: ", ")
  }
}

extension Pipeline {
  /// Gives pages the fields that they lack, in memory; writes nothing.
  ///
  /// The site is checked with the changes. Where they make an error, the page gets no inputs, and its
  /// links stay.
  package static func adopt(_ options: BuildOptions, _ wish: AdoptWish) async throws(FileProblem)
    -> AdoptPlan
  {
    let project = try Project(options)
    let before = try await check(options)
    var plan = AdoptPlan(before: before, after: before, isListed: project.isListed)
    guard project.isListed else { return plan }
    let wanted = Set(options.paths)
    // Anchors first: with them a heading may get another one, which links then have to name.
    let moves = wish.links ? try await SiteCheck(project, options).anchorMoves(of: wanted) : []
    let moved = options.holding(moves.map { ($0.file, $0.edits) })
    let pages = try await SiteCheck(try Project(moved), moved).adoptions()
      .filter { wanted.isEmpty || wanted.contains($0.file.path) }
    let sources = AdoptSources(options.project, wish, pages.map(\.file.path))
    plan.tell(of: pages, sources, hasConfig: try project.discovery.config().0 != nil)
    let proof = FixProof(limits: project.config.limits)
    func results(sparing: Set<String>) -> [(PageAdoption, PageAdoption.Result)] {
      pages.map { page in
        var gifts = sources.gifts(for: page)
        if sparing.contains(page.file.path) { (gifts.inputs, gifts.links) = (false, false) }
        let result = page.result(gifts)
        return (page, proof.holds(result.edits, of: page.file) ? result : PageAdoption.Result())
      }
    }
    var given = results(sparing: [])
    plan.after = try await check(moved.holding(given.map { ($0.file, $1.edits) }))
    let worse = plan.filesWithNewErrors
    if !worse.isEmpty {
      given = results(sparing: worse)
      plan.after = try await check(moved.holding(given.map { ($0.file, $1.edits) }))
    }
    plan.count(given, moves)
    return plan
  }
}

extension AdoptPlan {
  /// What is known before anything is given.
  fileprivate mutating func tell(
    of pages: [PageAdoption], _ sources: AdoptSources, hasConfig: Bool
  ) {
    pageCount = pages.count
    closed = pages.filter { !$0.isOpen }.map(\.file.path)
    notes = sources.notes
    if !hasConfig {
      notes.append("there is no runbookgen.yml; 'runbookgen init' gives pages a kind and an owner")
    }
    notes += ForeignKeys.note(on: pages.map(\.foreignKeys)).map { [$0] } ?? []
    guard case .git = sources.wish.reviewed, sources.history?.isShallow == false else { return }
    undated = pages.count { $0.isOpen && $0.lacksReviewed && sources.day(of: $0) == nil }
  }

  fileprivate mutating func count(
    _ given: [(page: PageAdoption, result: PageAdoption.Result)], _ moves: [AnchorMoves.Result]
  ) {
    linkCount = moves.reduce(0) { $0 + $1.linkCount }
    markCount = moves.reduce(0) { $0 + $1.markCount }
    let before = Dictionary(
      moves.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
    for (page, result) in given where !result.edits.isEmpty || before[page.file.path] != nil {
      files.append(
        FixPlan.File(
          source: before[page.file.path] ?? page.file,
          fixed: page.file.bytes.applying(result.edits),
          titles: result.fields, rules: []))
      for field in result.fields { fields[field, default: 0] += 1 }
      inputCount += result.inputCount
      if result.inputCount > 0 { inputPages += 1 }
      linkCount += result.linkCount
    }
  }

  /// The files in which some rule finds more errors than before.
  fileprivate var filesWithNewErrors: Set<String> {
    func counts(_ report: BuildReport) -> [[String]: Int] {
      Dictionary(
        report.diagnostics.filter { $0.severity == .error }.map { ([$0.range.file, $0.id], 1) },
        uniquingKeysWith: +)
    }
    let old = counts(before)
    return Set(counts(after).filter { $0.value > old[$0.key] ?? 0 }.compactMap(\.key.first))
  }
}

extension BuildOptions {
  fileprivate func holding(_ edited: [(SourceFile, [Diagnostic.Fix.Edit])]) -> BuildOptions {
    var options = self
    for (file, edits) in edited where !edits.isEmpty {
      options.texts[file.path] = file.bytes.applying(edits)
    }
    return options
  }
}

/// Where days and owners come from.
private struct AdoptSources {
  let wish: AdoptWish
  let history: GitHistory?
  let owners: CodeOwners?
  private let catalogue: [String: String]

  init(_ project: String, _ wish: AdoptWish, _ pages: [String]) {
    self.wish = wish
    history = GitHistory(project)
    owners = CodeOwners(project: project, prefix: history?.prefix ?? "")
    var catalogue = BackstageCatalog(project: project)
    self.catalogue = pages.reduce(into: [:]) { $0[$1] = catalogue.owner(of: $1) }
  }

  var notes: [String] {
    guard case .git = wish.reviewed else { return [] }
    guard let history else {
      return ["git knows nothing of this folder; '--reviewed DATE' gives the day"]
    }
    return history.isShallow
      ? ["the history is cut off ('git fetch --unshallow' gets it); its days were not used"] : []
  }

  func day(of page: PageAdoption) -> CalendarDate? {
    switch wish.reviewed {
    case .git: history?.days[page.file.path]
    case .day(let day): day
    case .none: nil
    }
  }

  func gifts(for page: PageAdoption) -> PageAdoption.Gifts {
    var gifts = PageAdoption.Gifts()
    gifts.title = wish.titles
    gifts.reviewed = day(of: page)
    switch wish.owner {
    case .codeOwners:
      // The catalog knows the team; CODEOWNERS knows who may approve a change.
      gifts.owner = catalogue[page.file.path] ?? owners?.owner(of: page.file.path)
    case .name(let name): gifts.owner = name
    case .none: break
    }
    gifts.inputs = wish.inputs
    gifts.links = wish.links
    gifts.alerts = wish.alerts
    return gifts
  }
}
