import RunbookBuild
import RunbookModel
import RunbookRendering

/// What became of a plan.
package struct PublishOutcome: Sendable, Equatable {
  package struct Failure: Sendable, Equatable {
    package let source: String
    package let reason: String
  }

  /// How many pages were written.
  package var published = 0
  package var archived = 0
  package var failures: [Failure] = []
}

/// Does what a plan says.
///
/// Titles first, bodies second: a link finds its page by the title, so every page is there before any
/// body is saved. Of a page, its files and labels come first, then its property, then its body, whose
/// version says in its message what the page holds: wherever a run ends, the next one sees what is left.
struct Publisher {
  let service: any ConfluenceService
  let world: World
  /// Parents first.
  let local: [LocalPage]
  let bytes: (ConfluenceManifest.Attachment) throws(FileProblem) -> [UInt8]
  /// Keeps the numbers of pages by their sources.
  let keep: ([String: String]) throws(FileProblem) -> Void
  private(set) var outcome = PublishOutcome()
  /// Pages as they are by now, by their sources.
  private var remote: [String: RemotePage]
  private var titles: [TitleKey: String]
  /// Properties, where it is known whether there is one.
  private var stored: [String: StoredState?]
  private var finished: Set<String> = []
  private var failed: Set<String> = []

  init(
    _ service: any ConfluenceService, _ world: World, _ local: [LocalPage],
    _ matching: PageMatching,
    bytes: @escaping (ConfluenceManifest.Attachment) throws(FileProblem) -> [UInt8],
    keep: @escaping ([String: String]) throws(FileProblem) -> Void
  ) {
    self.service = service
    self.world = world
    self.local = local
    self.bytes = bytes
    self.keep = keep
    remote = matching.remote
    stored = world.stored
    titles = Dictionary(
      world.pages.map { (TitleKey($0.space, $0.title), $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func run(_ plan: PublishPlan) throws(RequestFailure) {
    let actions = Dictionary(
      plan.actions.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    let saved = local.filter { actions[$0.source]?.savesPage == true }
    try rename(saved.filter { page in remote[page.source].map { $0.title != page.title } ?? false })
    for page in saved where remote[page.source] == nil {
      try attempt(page) { (publisher: inout Publisher) throws(RequestFailure) in
        try publisher.create(page)
      }
    }
    try keepNumbers()
    for page in saved where !finished.contains(page.source) && !failed.contains(page.source) {
      try attempt(page) { (publisher: inout Publisher) throws(RequestFailure) in
        try publisher.save(page)
      }
    }
    outcome.published = finished.count
    if service.canArrange, plan.actions.contains(where: { $0.kind.isWork }) { try arrange(plan) }
    if failed.isEmpty { try archive(plan.actions.filter(\.archives)) }
    try keepNumbers()
  }

  private func keepNumbers() throws(RequestFailure) {
    do throws(FileProblem) {
      try keep(remote.mapValues(\.id))
    } catch {
      throw .ending(error)
    }
  }

  /// What concerns one page alone does not keep the others from being published.
  private mutating func attempt(
    _ page: LocalPage, _ body: (inout Publisher) throws(RequestFailure) -> Void
  ) throws(RequestFailure) {
    do throws(RequestFailure) {
      try body(&self)
    } catch {
      guard case .refused(let status, let reason) = error else { throw error }
      failed.insert(page.source)
      outcome.failures.append(
        .init(
          source: page.source,
          reason: Self.words(status, reason)))
    }
  }

  private static func words(_ status: Int, _ reason: String) -> String {
    switch status {
    case 0: reason
    case 409: "somebody has saved the page in the meantime (\(reason))"
    default: "Confluence refuses it: \(reason)"
    }
  }

  // MARK: - Titles

  /// Each page gets its title when no other has it any more. Where pages exchange their titles, one
  /// steps aside.
  private mutating func rename(_ pages: [LocalPage]) throws(RequestFailure) {
    var pending = pages
    while !pending.isEmpty {
      let index = pending.firstIndex { page in
        titles[page.key].map { $0 == remote[page.source]?.id } ?? true
      }
      if let index {
        let page = pending.remove(at: index)
        try attempt(page) { (publisher: inout Publisher) throws(RequestFailure) in
          try publisher.saveTitle(page, page.title)
        }
        continue
      }
      let page = pending[0]
      let holder = titles[page.key]
      guard pending.contains(where: { remote[$0.source]?.id == holder }) else {
        pending.removeFirst()
        try attempt(page) { (_: inout Publisher) throws(RequestFailure) in
          throw .refused(status: 0, reason: "another page keeps its title")
        }
        continue
      }
      let aside = "\(page.title.prefix(200)) (\(remote[page.source]?.id ?? "") is being renamed)"
      try attempt(page) { (publisher: inout Publisher) throws(RequestFailure) in
        try publisher.saveTitle(page, aside)
      }
      if failed.contains(page.source) { pending.removeFirst() }
    }
  }

  /// Saves a page under a title, and its body with it. It is done with where all that its body names
  /// is there.
  private mutating func saveTitle(_ page: LocalPage, _ title: String) throws(RequestFailure) {
    let namesExist = page.linkedTitles.allSatisfy {
      TitleKey(page.space, $0) == page.key || titles[TitleKey(page.space, $0)] != nil
    }
    if title == page.title, namesExist, parentExists(page) { return try save(page) }
    guard let there = remote[page.source] else { return }
    let write = PageWrite(
      title: title, parent: there.parent, body: page.body, message: VersionMessage.unfinished)
    replace(page, there, try service.update(there, to: write))
  }

  private mutating func replace(_ page: LocalPage, _ old: RemotePage, _ new: RemotePage) {
    titles[TitleKey(old.space, old.title)] = nil
    titles[TitleKey(new.space, new.title)] = new.id
    remote[page.source] = new
  }

  private mutating func create(_ page: LocalPage) throws(RequestFailure) {
    guard let space = world.spaces[page.space] else { return }
    guard parentExists(page) else {
      throw .refused(status: 0, reason: "the page above it could not be made")
    }
    let made = try service.create(page.title, below: parent(of: page), in: space)
    titles[page.key] = made.id
    remote[page.source] = made
    stored[made.id] = try service.store(PageState(source: page.source), of: made.id, over: nil)
  }

  private func parentExists(_ page: LocalPage) -> Bool {
    page.parent == .top || parent(of: page) != nil
  }

  /// Nil for the top of the space.
  private func parent(of page: LocalPage) -> String? {
    switch page.parent {
    case .top: nil
    case .title(let title): titles[TitleKey(page.space, title)]
    case .page(let source): remote[source]?.id
    }
  }

  // MARK: - Content

  private mutating func save(_ page: LocalPage) throws(RequestFailure) {
    guard let there = remote[page.source] else { return }
    guard parentExists(page) else {
      throw .refused(status: 0, reason: "the page above it could not be made")
    }
    let known = world.states[there.id]
    try upload(page, to: there, known?.attachments ?? [:])
    let before = known?.labels ?? []
    let added = page.labels.filter { !before.contains($0) }
    if !added.isEmpty { try service.add(added, to: there.id) }
    for label in before where !page.labels.contains(label) {
      try service.remove(label, from: there.id)
    }
    try store(page.state(written: there.version + 1), of: there.id)
    let write = PageWrite(
      title: page.title, parent: parent(of: page) ?? world.spaces[page.space]?.home,
      body: page.body, message: VersionMessage.text(page.digest))
    replace(page, there, try service.update(there, to: write))
    finished.insert(page.source)
  }

  private mutating func store(_ state: PageState, of page: String) throws(RequestFailure) {
    let known: StoredState?
    if let there = stored[page] { known = there } else { known = try service.state(of: page) }
    if known?.state == state { return }
    stored[page] = try service.store(state, of: page, over: known)
  }

  private func upload(
    _ page: LocalPage, to there: RemotePage, _ known: [String: String]
  ) throws(RequestFailure) {
    let files = page.attachments.filter { known[$0.name] == nil || known[$0.name] != $0.sha256 }
    guard !files.isEmpty else { return }
    let existing = Dictionary(
      try service.attachments(of: there.id).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    for file in files {
      let content: [UInt8]
      do throws(FileProblem) { content = try bytes(file) } catch { throw .ending(error) }
      let upload = Upload(name: file.name, bytes: content, sha256: SHA256.hex(content))
      if existing[file.name]?.comment == upload.comment { continue }
      try service.upload(upload, to: there.id, over: existing[file.name])
    }
  }

  // MARK: - Order and pages without a source

  private mutating func arrange(_ plan: PublishPlan) throws(RequestFailure) {
    var now: [String: RemotePage] = [:]
    for space in world.spaces.values.sorted(by: { $0.key < $1.key }) {
      for page in try service.pages(in: space) { now[page.id] = page }
    }
    let skipped = Set(plan.actions.filter { !$0.kind.isWork }.map(\.source))
    var groups: [String: [LocalPage]] = [:]
    for page in local where !skipped.contains(page.source) {
      guard let parent = remote[page.source].flatMap({ now[$0.id]?.parent }) else { continue }
      groups[parent, default: []].append(page)
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      let pages = group.compactMap { page in remote[page.source].flatMap { now[$0.id] } }
      let moves = SiblingArrangement.moves(
        wanted: pages.map(\.id), current: SiblingArrangement.shown(pages))
      for move in moves {
        guard let page = group.first(where: { remote[$0.source]?.id == move.page }) else {
          continue
        }
        let isNew = !finished.contains(page.source)
        let failures = outcome.failures.count
        try attempt(page) { (publisher: inout Publisher) throws(RequestFailure) in
          try publisher.service.move(move.page, move.place, move.sibling)
        }
        if isNew && outcome.failures.count == failures { outcome.published += 1 }
      }
    }
  }

  private mutating func archive(_ actions: [PublishPlan.Action]) throws(RequestFailure) {
    for action in actions {
      guard let id = action.id else { continue }
      do throws(RequestFailure) {
        try service.archive(id)
        outcome.archived += 1
      } catch {
        guard case .refused(_, let reason) = error else { throw error }
        outcome.failures.append(
          .init(source: action.source, reason: "Confluence does not archive it: \(reason)"))
      }
    }
  }
}
