import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering

/// Makes a plan of the site and of what was seen of Confluence. It asks for nothing.
struct PlanMaker {
  let local: [LocalPage]
  let world: World
  let matching: PageMatching
  let choices: PublishChoices
  private let bySource: [String: LocalPage]
  private let byTitle: [TitleKey: RemotePage]
  private let canArrange: Bool

  init(
    _ local: [LocalPage], _ world: World, book: [String: String], _ choices: PublishChoices,
    canArrange: Bool
  ) {
    self.local = local
    self.world = world
    self.choices = choices
    self.canArrange = canArrange
    matching = PageMatching(local, world, book: book)
    bySource = Dictionary(
      local.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    byTitle = world.byTitle
  }

  func plan() -> PublishPlan {
    var bySource: [String: PublishPlan.Action] = [:]
    let reordered = canArrange ? SiblingArrangement.moved(self) : [:]
    for page in local {
      var action = matching.remote[page.source].map { change(page, $0) } ?? addition(page)
      if let neighbour = reordered[page.source], action?.kind != .skipped, action?.kind != .refused
      {
        var with = action ?? self.action(.moved, page)
        with.reasons.append(.init(cause: .order, detail: neighbour))
        action = with
      }
      bySource[page.source] = action
    }
    refuseDependents(&bySource)
    var actions = local.compactMap { bySource[$0.source] }
    var plan = PublishPlan()
    plan.unchanged = local.count - actions.count
    actions += removals(canArchive: !actions.contains { !$0.kind.isWork })
    let ranks = Dictionary(
      PublishPlan.Kind.allCases.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    plan.actions = actions.enumerated().sorted {
      (ranks[$0.element.kind] ?? 0, $0.offset) < (ranks[$1.element.kind] ?? 0, $1.offset)
    }.map(\.element)
    return plan
  }

  /// Pages that cannot be published because of what becomes of others: the page above is not made, or
  /// another keeps the title.
  private func refuseDependents(_ actions: inout [String: PublishPlan.Action]) {
    let owners = Dictionary(
      matching.remote.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isSettled = false
    while !isSettled {
      isSettled = true
      for page in local where actions[page.source]?.kind.isWork == true {
        guard let reason = missingParent(of: page, actions) ?? keptTitle(page, owners, actions)
        else { continue }
        actions[page.source] = refusal(page, reason)
        isSettled = false
      }
    }
  }

  private func missingParent(
    of page: LocalPage, _ actions: [String: PublishPlan.Action]
  ) -> String? {
    guard case .page(let source) = page.parent, matching.remote[source] == nil,
      actions[source]?.kind == .refused
    else { return nil }
    return "the page above it, \(source), is not published"
  }

  /// Why a page does not get its title: a page that has it, and will have it afterwards.
  private func keptTitle(
    _ page: LocalPage, _ owners: [String: String], _ actions: [String: PublishPlan.Action]
  ) -> String? {
    guard let holder = byTitle[page.key], holder.id != matching.remote[page.source]?.id else {
      return nil
    }
    if let owner = owners[holder.id], let action = actions[owner], action.kind.isWork,
      TitleKey(page.space, action.title) != page.key
    {
      return nil
    }
    return Self.taken(holder)
  }

  private static func taken(_ holder: RemotePage) -> String {
    "the space has a page of this title that is not this page, \(holder.link); give this one"
      + " another with 'confluence: {title: …}', move that one below the parent, or name it in"
      + " \(AddressBook.fileName)"
  }

  private func action(_ kind: PublishPlan.Kind, _ page: LocalPage) -> PublishPlan.Action {
    let remote = matching.remote[page.source]
    var action = PublishPlan.Action(kind: kind, source: page.source, title: page.title)
    action.id = remote?.id
    action.version = remote?.version
    action.link = remote?.link
    action.digest = page.digest
    return action
  }

  private func refusal(_ page: LocalPage, _ reason: String) -> PublishPlan.Action {
    var action = action(.refused, page)
    action.reasons = [.init(cause: .reason, detail: reason)]
    return action
  }

  // MARK: - Pages of the site

  private func addition(_ page: LocalPage) -> PublishPlan.Action? {
    if let there = matching.taken[page.source] {
      return refusal(page, Self.taken(there))
    }
    if let problem = missingParent(page) { return problem }
    var action = action(.added, page)
    action.savesPage = true
    action.parent = parentTitle(page)
    return action
  }

  private func missingParent(_ page: LocalPage) -> PublishPlan.Action? {
    guard case .title(let title) = page.parent, byTitle[TitleKey(page.space, title)] == nil else {
      return nil
    }
    return refusal(
      page, "the space \(page.space) has no page \"\(title)\" to put it below; make one there")
  }

  /// Nil when nothing is to be done.
  private func change(_ page: LocalPage, _ remote: RemotePage) -> PublishPlan.Action? {
    if let problem = missingParent(page) { return problem }
    let state = world.states[remote.id]
    var reasons: [PublishPlan.Reason] = []
    func add(_ cause: PublishPlan.Cause, _ detail: String) {
      if !detail.isEmpty { reasons.append(.init(cause: cause, detail: detail)) }
    }
    if remote.title != page.title { add(.title, "was \"\(remote.title)\"") }
    if let state, state.source != page.source { add(.source, "was \(state.source)") }
    if isElsewhere(page, remote) { add(.parent, parentChange(page, remote)) }
    let isEdited = world.isEdited(remote)
    let hasSameBody = state?.sha256 == page.sha256 && state?.written == remote.version
    if isEdited || !hasSameBody { add(.content, LocalPage.payloadName) }
    add(.labels, Self.difference(state?.labels ?? [], page.labels))
    add(.attachments, Self.files(state?.attachments ?? [:], page))
    guard !reasons.isEmpty else { return nil }
    if let doubt = doubt(page, remote, isEdited) { return doubt }
    var action = action(Self.kind(Set(reasons.map(\.cause))), page)
    action.reasons = reasons
    // For labels and files too: the message of its last version says what a page holds.
    action.savesPage = true
    return action
  }

  private static func kind(_ causes: Set<PublishPlan.Cause>) -> PublishPlan.Kind {
    if !causes.isDisjoint(with: [.title, .source]) { return .renamed }
    return causes.contains(.parent) ? .moved : .changed
  }

  private func doubt(
    _ page: LocalPage, _ remote: RemotePage, _ isEdited: Bool
  ) -> PublishPlan.Action? {
    guard !choices.overwrites else { return nil }
    var action = action(.skipped, page)
    if isEdited {
      let author = world.authors[remote.author] ?? remote.author
      let what =
        world.states[remote.id] == nil
        ? "not published from here; last changed" : "changed in Confluence"
      action.reasons.append(
        .init(cause: .edited, detail: "\(what) by \(author) on \(remote.date.prefix(10))"))
    }
    if let count = world.comments[remote.id], count > 0 {
      action.reasons.append(
        .init(
          cause: .comments,
          detail: "\(count.counted("open inline comment")) would lose their place"))
    }
    return action.reasons.isEmpty ? nil : action
  }

  // MARK: - Parents

  private func isElsewhere(_ page: LocalPage, _ remote: RemotePage) -> Bool {
    switch page.parent {
    case .top: remote.parent != nil && remote.parent != world.spaces[page.space]?.home
    case .title(let title): byTitle[TitleKey(page.space, title)]?.id != remote.parent
    case .page(let source):
      matching.remote[source].map { $0.id != remote.parent } ?? true
    }
  }

  private func parentTitle(_ page: LocalPage) -> String? {
    switch page.parent {
    case .top: nil
    case .title(let title): title
    case .page(let source): bySource[source]?.title
    }
  }

  private func parentChange(_ page: LocalPage, _ remote: RemotePage) -> String {
    func place(_ title: String?) -> String { title.map { "below \"\($0)\"" } ?? "at the top" }
    let was = remote.parent.flatMap { world.page($0)?.title }
    return "now \(place(parentTitle(page))), was \(place(was))"
  }

  // MARK: - Labels and files

  private static func difference(_ before: [String], _ after: [String]) -> String {
    let added = after.filter { !before.contains($0) }.map { "added \"\($0)\"" }
    let removed = before.filter { !after.contains($0) }.map { "removed \"\($0)\"" }
    return (added + removed).joined(separator: ", ")
  }

  private static func files(_ before: [String: String], _ page: LocalPage) -> String {
    var words: [String] = []
    for file in page.attachments where before[file.name] != file.sha256 {
      words.append((before[file.name] == nil ? "added " : "changed ") + file.name)
    }
    let names = Set(page.attachments.map(\.name))
    words += before.keys.filter { !names.contains($0) }.sorted().map { "no longer used: \($0)" }
    return words.joined(separator: ", ")
  }

  // MARK: - Pages without a source

  /// Deepest first. One with a page below it that stays is not archived.
  private func removals(canArchive: Bool) -> [PublishPlan.Action] {
    let orphans = matching.orphans
    let parents = Dictionary(
      world.pages.compactMap { page in page.parent.map { (page.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let leaving = Set(orphans.map(\.page.id))
    // Pages of the site that are below one now may be moved away, which only the next run sees.
    var staying: Set<String> = []
    for page in world.pages where !leaving.contains(page.id) {
      var next = parents[page.id]
      while let id = next, staying.insert(id).inserted { next = parents[id] }
    }
    func depth(_ id: String) -> Int {
      var count = 0
      var next = parents[id]
      while let id = next, count <= parents.count { (count, next) = (count + 1, parents[id]) }
      return count
    }
    return orphans.sorted { depth($0.page.id) > depth($1.page.id) }.map { page, source in
      var action = PublishPlan.Action(kind: .removed, source: source, title: page.title)
      (action.id, action.version, action.link) = (page.id, page.version, page.link)
      let isWanted = choices.orphans == .archive
      let isAlone = !staying.contains(page.id)
      action.archives = isWanted && isAlone && canArchive && !world.isEdited(page)
      action.reasons = [
        .init(cause: .page, detail: Self.fate(action, isWanted, isAlone, canArchive))
      ]
      return action
    }
  }

  private static func fate(
    _ action: PublishPlan.Action, _ isWanted: Bool, _ isAlone: Bool, _ canArchive: Bool
  ) -> String {
    let link = action.link ?? ""
    if action.archives { return "archived: \(link)" }
    if !isWanted { return "stays: \(link)" }
    if !isAlone { return "stays, as there are pages below it: \(link)" }
    if !canArchive { return "stays, as not everything is published: \(link)" }
    return "stays, as somebody has changed it: \(link)"
  }
}
