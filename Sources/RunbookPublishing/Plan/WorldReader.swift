import RunbookBuild
import RunbookModel

/// Looks at Confluence: as little as the plan needs.
struct WorldReader {
  let service: any ConfluenceService
  let book: [String: String]

  func read(_ local: [LocalPage]) throws(RequestFailure) -> World {
    var world = World()
    for key in Set(local.map(\.space)).sorted() {
      guard let space = try service.space(key) else {
        throw .ending(
          FileProblem(
            path: key, operation: "publish to the space",
            reason: "there is no such space, or the token may not see it",
            advice: "check 'space' of 'confluence', and what the token may do"))
      }
      world.spaces[key] = space
      world.pages += try service.pages(in: space)
    }
    try readStates(local, &world)
    let matching = PageMatching(local, world, book: book)
    for remote in matching.remote.values { try readEmptiness(remote, &world) }
    // What would be saved shows what has to be asked for.
    var choices = PublishChoices()
    choices.overwrites = true
    let plan = PlanMaker(
      local, world, book: book, choices, canArrange: service.canArrange
    ).plan()
    for action in plan.actions where action.savesPage {
      guard let remote = action.id.flatMap(world.page) else { continue }
      try readDoubts(remote, &world)
    }
    return world
  }

  /// The properties of pages that may be ours. What the message of a page's version says spares
  /// most of them.
  private func readStates(_ local: [LocalPage], _ world: inout World) throws(RequestFailure) {
    let scope = Scope(local, world)
    let listed = Set(book.values)
    let titles = Set(local.map(\.key))
    let digests = Dictionary(
      local.map { (VersionMessage.text($0.digest), $0) }, uniquingKeysWith: { first, _ in first })
    for page in world.pages {
      let isKnown = scope.contains(page.id) || listed.contains(page.id)
      if isKnown, let same = digests[page.message] {
        // The digest is of the source too: this is what its property says.
        world.states[page.id] = same.state(written: page.version)
        continue
      }
      let isCandidate = isKnown || titles.contains(TitleKey(page.space, page.title))
      if isCandidate { world.states[page.id] = try readState(page.id, &world) }
    }
  }

  private func readState(_ page: String, _ world: inout World) throws(RequestFailure) -> PageState?
  {
    let stored = try service.state(of: page)
    world.stored[page] = .some(stored)
    return stored?.state
  }

  /// Whether there is anything in a page that was not published from here.
  private func readEmptiness(
    _ page: RemotePage, _ world: inout World
  ) throws(RequestFailure) {
    guard world.states[page.id] == nil, !VersionMessage.isOurs(page.message) else { return }
    let body = try service.body(of: page.id)
    if body.allSatisfy(\.isWhitespace) || body == "<p />" || body == "<p></p>" {
      world.empty.insert(page.id)
    }
  }

  /// What might keep a page from being saved.
  private func readDoubts(_ page: RemotePage, _ world: inout World) throws(RequestFailure) {
    if world.isEdited(page), world.authors[page.author] == nil {
      world.authors[page.author] = try service.name(of: page.author)
    }
    world.comments[page.id] = try service.openComments(on: page.id)
  }
}
