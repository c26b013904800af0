import RunbookChecks
import RunbookModel
import RunbookRendering

/// What the formats made of pages in earlier builds: the digests of their files, which lie in the output, and
/// the record of each format.
struct RenderStore: Sendable {
  /// What was made of a page, and from what besides its text and what all pages see.
  struct Page: Sendable, Recorded {
    let asked: [SiteAnswer]
    let files: [FileDigest]
    /// One for each format.
    let records: [FormatRecord]

    init(_ asked: [SiteAnswer], _ files: [FileDigest], _ records: [FormatRecord]) {
      (self.asked, self.files, self.records) = (asked, files, records)
    }

    func write(to record: inout RecordWriter) {
      record.put(asked)
      record.put(files)
      record.put(records)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      self.init(try record.take(), try record.take(), try record.take())
    }
  }

  private let pages: PageStore
  private let results: ResultStore
  private let index: SiteIndex
  private let answers: SiteAnswers
  private let formatCount: Int
  let trust: OutputTrust
  /// What all pages are rendered with.
  private let site: ContentKey

  /// Nil where nothing is kept.
  init?(
    _ check: SiteCheck, _ site: Site, _ formats: [String], _ diagrams: [DiagramRun.Picture],
    answer: @escaping @Sendable (SiteQuestion) -> ContentKey?
  ) {
    let options = check.options
    // A bundle holds the bytes of pages, and a list of what to do in Confluence more than the notes do.
    guard let pages = check.store, !options.bundle, options.pasted == nil,
      let hash = options.cache.flatMap(SecretHash.init)
    else { return nil }
    let output = try? NamedPlace(check.project.outputFolder(options)).path
    trust = OutputTrust(hash, output.map(pages.stamps))
    var way = RecordWriter()
    way.put(formats)
    way.put(options.confluence)
    results = pages.results("pages-\(SHA256.hex(way.bytes).prefix(8))")
    var record = RecordWriter("rendering 1\n")
    record.raw(way.bytes)
    record.text(options.generator)
    record.put(options.revision)
    for asset in check.project.templates.assets {
      record.text(asset.path)
      record.blob(asset.bytes)
    }
    for (path, size) in site.imageSizes.sorted(by: { $0.key < $1.key }) {
      record.text(path)
      record.put([size.width, size.height])
    }
    for picture in diagrams {
      record.text(picture.path)
      record.blob(picture.bytes)
    }
    self.site = ContentKey(record)
    (self.pages, index) = (pages, check.index)
    answers = pages.answers.adding(site.index) { question in
      var record = RecordWriter()
      if site.answer(question, to: &record) { return ContentKey(record) }
      return question.kind == .headings ? pages.text(of: PagePath(question.name)) : answer(question)
    }
    formatCount = formats.count
  }

  /// What was made of a page; nil where something that it was made from is another.
  func page(_ page: PageSummary) -> Page? {
    guard let key = key(of: page), var record = results.result(of: page.path.text, key),
      let known = try? Page(from: &record), known.records.count == formatCount,
      answers.hold(known.asked)
    else { return nil }
    return known
  }

  /// The digest of a file that will be published.
  func digest(of file: OutputFile) -> FileDigest {
    let digest = FileDigest(file, trust.hash)
    publishes([digest])
    return digest
  }

  /// Takes in files that will be published.
  func publishes(_ files: [FileDigest]) { trust.stamps?.add(files) }

  /// - Parameters:
  ///   - made: what each format made.
  ///   - records: what each format keeps of it.
  func keep(
    _ made: [PageOutput], _ records: [FormatRecord], of path: PagePath, _ questions: SiteQuestions
  ) {
    guard let page = index.page(path), let key = key(of: page) else { return }
    let files = made.flatMap(\.files).map(digest)
    var record = RecordWriter()
    record.put(Page(answers.answers(to: questions), files, records))
    results.keep(record, of: path.text, key)
  }

  /// The files of a format that belong to no page.
  ///
  /// - Parameters:
  ///   - number: of the format.
  ///   - keys: of the format's records of all pages, in their order.
  func finished(_ number: Int, _ keys: [ContentKey]) -> [FileDigest]? {
    guard var record = results.result(of: Self.name(number), key(keys)) else { return nil }
    return try? record.take([FileDigest].self)
  }

  func keep(finished files: [FileDigest], _ number: Int, _ keys: [ContentKey]) {
    var record = RecordWriter()
    record.put(files)
    results.keep(record, of: Self.name(number), key(keys))
  }

  /// The files of a format that a few pages share, by their paths.
  func shared(_ number: Int) -> [String: SharedDigest] {
    guard var record = results.result(of: Self.sharedName(number), sharedKey),
      let kept = try? record.take([SharedDigest].self)
    else { return [:] }
    return Dictionary(kept.map { ($0.file.path, $0) }, uniquingKeysWith: { _, last in last })
  }

  func keep(shared files: [SharedDigest], _ number: Int) {
    var record = RecordWriter()
    record.put(files)
    results.keep(record, of: Self.sharedName(number), sharedKey)
  }

  private static func sharedName(_ number: Int) -> String { "shared \(number)" }

  /// What all shared files are made from, whatever else.
  private var sharedKey: ContentKey {
    var record = RecordWriter("shared 1\n")
    record.put(site)
    record.put(pages.site)
    return ContentKey(record)
  }

  /// No page is called so: their names have an ending.
  private static func name(_ number: Int) -> String { "format \(number)" }

  private func key(_ keys: [ContentKey]) -> ContentKey {
    var record = RecordWriter("format 1\n")
    record.put(site)
    record.put(pages.site)
    record.put(answers.everything)
    record.put(keys)
    return ContentKey(record)
  }

  func finish() { results.finish() }

  private func key(of page: PageSummary) -> ContentKey? {
    pages.key(of: page).map { own in
      var record = RecordWriter()
      record.put(own)
      record.put(site)
      return ContentKey(record)
    }
  }
}
