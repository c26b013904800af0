import RunbookChecks
import RunbookModel

/// Tells lists from those of an earlier build by all that they show, which costs a small part of making them.
/// What every list of a site shares (words, templates, the configuration, where pages lie) is not in the keys.
struct IndexKeys {
  private let site: Site
  private let navigation: Navigation
  /// Of what lists show of each page, in the order of `Site.pages`.
  private let pages: [(UInt64, UInt64, UInt64, UInt64)]

  init(_ site: Site, _ notes: [PageNote], _ navigation: Navigation) {
    (self.site, self.navigation) = (site, navigation)
    pages = site.pages.indices.map { position in
      var record = RecordWriter()
      Self.write(site.pages[position], to: &record)
      record.blob(notes[position].uses.bytes)
      return SHA256.words(record.bytes)
    }
  }

  private static func write(_ page: PageSummary, to record: inout RecordWriter) {
    record.put(page.path)
    record.text(page.metadata.title.value)
    record.put(page.metadata.summary)
    record.put(page.metadata.severity)
    record.text(page.metadata.lifecycle.rawValue)
    record.text(page.metadata.kind.rawValue)
    record.put(page.metadata.due?.description)
    record.put(page.metadata.owner?.value.team)
  }

  func key(of index: GeneratedIndex) -> String {
    var record = RecordWriter("list\n")
    write(frameOf: index, to: &record)
    record.text(index.intro)
    record.put(index.firstPartSize)
    for item in index.items { write(item, to: &record) }
    return finished(record, index.path)
  }

  /// The key of one file of a list that has several.
  func key(of part: GeneratedIndex.Part, in index: GeneratedIndex) -> String {
    var record = RecordWriter("part\n")
    write(frameOf: index, to: &record)
    record.text(part.number == 0 ? index.intro : "")
    record.put(part.number)
    record.put(part.count)
    for item in part.items { write(item, to: &record) }
    return finished(record, index.path)
  }

  /// What each file of a list shows besides its items.
  private func write(frameOf index: GeneratedIndex, to record: inout RecordWriter) {
    record.text(index.path)
    record.text(index.title)
    write(index.trail, to: &record)
    record.put(index.showsAge)
  }

  /// The key of the list of names of a facet that share a path.
  ///
  /// - Parameters:
  ///   - title: of each name.
  ///   - intro: markup above the list.
  func key(
    _ facet: Facet, _ path: String, _ names: [NameGroups.Named], _ title: (String) -> String,
    intro: String
  ) -> String {
    var record = RecordWriter("names\n")
    record.text(facet.folder)
    record.text(path)
    record.text(intro)
    for (name, pages) in names {
      record.text(name)
      record.text(title(name))
      record.put(pages.count)
      for page in pages { write(page: page.position, to: &record) }
    }
    return finished(record, path)
  }

  private func finished(_ record: RecordWriter, _ path: String) -> String {
    var record = record
    record.text(navigation.key(at: path))
    return SHA256.hex(record.bytes)
  }

  private func write(_ trail: [(title: String, path: String)], to record: inout RecordWriter) {
    record.put(trail.count)
    for (title, path) in trail {
      record.text(title)
      record.text(path)
    }
  }

  private func write(page position: Int, to record: inout RecordWriter) {
    let (first, second, third, fourth) = pages[position]
    for word in [first, second, third, fourth] { record.word(word) }
  }

  private func write(_ item: GeneratedIndex.Item, to record: inout RecordWriter) {
    switch item {
    case .heading(let title, let id):
      record.put(0)
      record.text(title)
      record.text(id)
    case .section(let folder, let depth):
      record.put(1)
      record.text(folder)
      record.put(depth)
      record.put(site.section(folder)?.title)
      record.put(site.section(folder)?.pageCount)
    case .page(let position, let uses):
      record.put(2)
      write(page: position, to: &record)
      record.put(uses)
    case .name(let name, let path, let pages):
      record.put(3)
      record.text(name)
      record.text(path)
      record.put(pages.count)
      for position in pages.prefix(IndexMarkup.pagesShown) { write(page: position, to: &record) }
    case .index(let title, let path, let detail):
      record.put(4)
      record.text(title)
      record.text(path)
      record.text(detail)
    }
  }
}
