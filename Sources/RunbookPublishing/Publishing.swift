package import RunbookBuild
package import RunbookChecks
import RunbookModel

/// A site and the Confluence that it is published to.
package struct Publishing {
  private let export: ConfluenceFiles
  private let site: ConfluenceSite
  private let local: [LocalPage]
  private let book: [String: String]
  private let service: any ConfluenceService

  /// - Parameters:
  ///   - wait: waits so many seconds.
  ///   - say: tells a person what takes so long.
  /// - Throws: when the export cannot be published as it is.
  package init(
    _ export: ConfluenceFiles, to site: ConfluenceSite, over transport: any Transport,
    wait: @escaping (Double) -> Void, say: @escaping (String) -> Void
  ) throws(FileProblem) {
    self.export = export
    self.site = site
    local = try LocalPage.all(of: export)
    let pages = export.settings.pages
    book = Dictionary(
      pages.sources.compactMap { source in (pages[source]?.id).map { (source, $0) } },
      uniquingKeysWith: { first, _ in first })
    let client = RESTClient(transport, url: site.url, wait: wait, say: say)
    service =
      switch site.target {
      case .cloud: CloudService(client, url: site.url)
      case .dataCenter: DataCenterService(client, url: site.url)
      }
  }

  /// A plan and what it was made of.
  package struct Prepared {
    package let plan: PublishPlan
    fileprivate let world: World
    fileprivate let matching: PageMatching
  }

  /// Looks at Confluence and writes nothing.
  package func prepare(_ choices: PublishChoices) throws(FileProblem) -> Prepared {
    if choices.orphans == .archive, !service.canArchive {
      throw FileProblem(
        path: site.url, operation: "archive pages of",
        reason: "Data Center has no interface for it",
        advice: "use '--orphans report', and remove in Confluence what it names")
    }
    return try ending { () throws(RequestFailure) in
      let world = try WorldReader(service: service, book: book).read(local)
      let maker = PlanMaker(
        local, world, book: book, choices, canArrange: service.canArrange)
      return Prepared(plan: maker.plan(), world: world, matching: maker.matching)
    }
  }

  /// Does what was planned.
  ///
  /// - Parameter keep: writes the address book, when it has changed.
  package func publish(
    _ prepared: Prepared, keep: @escaping (AddressBook) throws(FileProblem) -> Void
  ) throws(FileProblem) -> PublishOutcome {
    let archived = Set(prepared.plan.actions.filter(\.archives).compactMap(\.id))
    var publisher = Publisher(
      service, prepared.world, local, prepared.matching,
      bytes: { file throws(FileProblem) in try export.bytes(of: file) },
      keep: { ids throws(FileProblem) in
        let pages = updated(export.settings.pages, ids, without: archived)
        if pages != export.settings.pages { try keep(pages) }
      })
    try ending { () throws(RequestFailure) in try publisher.run(prepared.plan) }
    return publisher.outcome
  }

  /// The address book with the numbers of pages. What somebody wrote of a page that is the same stays.
  private func updated(
    _ book: AddressBook, _ ids: [String: String], without archived: Set<String>
  ) -> AddressBook {
    var book = book
    let current = Set(ids.values)
    for source in book.sources where ids[source] == nil {
      if let id = book[source]?.id, current.contains(id) || archived.contains(id) {
        book[source] = nil
      }
    }
    for (source, id) in ids where book[source]?.id != id { book[source] = PageAddress(id: id) }
    return book
  }

  private func ending<Value>(_ body: () throws(RequestFailure) -> Value) throws(FileProblem)
    -> Value
  {
    do throws(RequestFailure) {
      return try body()
    } catch {
      switch error {
      case .ending(let problem): throw problem
      case .refused(_, let reason):
        throw FileProblem(path: site.url, operation: "read", reason: "it answers \(reason)")
      }
    }
  }
}
