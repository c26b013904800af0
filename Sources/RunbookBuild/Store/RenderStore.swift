import RunbookChecks
import RunbookModel
import RunbookRendering

/// What the formats made of pages in earlier builds: the digests of their files, which lie in the output, and
/// the record of each format.
struct RenderStore: Sendable {
  /// What was made of a page.
  struct Page: Sendable {
    let files: [FileDigest]
    /// What each format keeps of it.
    let records: [StoredRecord]

    init(_ files: [FileDigest], _ records: [StoredRecord]) {
      (self.files, self.records) = (files, records)
    }

    func write(to head: inout RecordWriter) {
      head.put(files)
      for record in records { record.announce(in: &head) }
    }

    init(from result: inout StoreResult, formatCount: Int) throws(RecordDamage) {
      files = try result.head.take()
      var records: [StoredRecord] = []
      records.reserveCapacity(formatCount)
      for _ in 0..<formatCount { records.append(try result.record()) }
      guard result.head.isAtEnd else { throw RecordDamage() }
      self.records = records
    }
  }

  private let pages: PageStore
  private let results: ResultStore
  /// What the formats made of all pages, apart from what they made of each.
  private let finished: ResultStore
  private let index: SiteIndex
  private let answers: SiteAnswers
  private let formatCount: Int
  let trust: OutputTrust
  /// What all pages are rendered with.
  private let site: ContentKey
  /// The key of what all pages show to each other, and of what indexes show besides.
  private let everything: ContentKey

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
    let name = SHA256.hex(way.bytes).prefix(8)
    results = pages.results("pages-\(name)", isSealed: true)
    finished = pages.results("formats-\(name)", isSealed: false)
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
    everything = ContentKey(of: [
      answers.everything, ContentKey(ofText: Array(check.project.config.trends.text.utf8)),
    ])
    formatCount = formats.count
  }

  /// What was made of a page; nil where something that it was made from is another.
  func page(_ page: PageSummary) -> Page? {
    guard let key = key(of: page), var result = results.result(of: page.path.text, key) else {
      return nil
    }
    guard let asked = try? result.head.take(AskedQuestions.self),
      asked.hold(answers, isSealed: result.isSealed),
      let known = try? Page(from: &result, formatCount: formatCount)
    else {
      results.drop(page.path.text)
      return nil
    }
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
    _ made: [PageOutput], _ records: [StoredRecord], of path: PagePath, _ questions: SiteQuestions
  ) {
    guard let page = index.page(path), let key = key(of: page) else { return }
    let files = made.flatMap(\.files).map(digest)
    var head = RecordWriter()
    head.put(AskedQuestions(answers.answers(to: questions)))
    Page(files, records).write(to: &head)
    results.keep(head, records, of: path.text, key)
  }

  /// What a format made at the end of an earlier build.
  ///
  /// - Parameter number: of the format.
  func finished(_ number: Int) -> FinishedFormat? {
    guard var record = finished.result(of: Self.name(number), finishKey)?.head else { return nil }
    return try? record.take(FinishedFormat.self)
  }

  /// - Parameters:
  ///   - files: those of the format that belong to no page.
  ///   - number: of the format.
  ///   - keys: of the format's records of all pages, in their order.
  ///   - kept: what the format goes on from in a later build.
  func keep(
    finished files: [FileDigest], _ number: Int, _ keys: [ContentKey], _ kept: RecordWriter
  ) {
    var record = RecordWriter()
    record.put(FinishedFormat(everything, keys, files, RecordReader(kept.bytes)))
    finished.keep(record, of: Self.name(number), finishKey)
  }

  /// Whether a format would make the same files at the end.
  func isAlike(_ finished: FinishedFormat, _ keys: [ContentKey]) -> Bool {
    finished.everything == everything && finished.keys == keys
  }

  /// What a format kept of a page in an earlier build, if it has this key.
  func earlierRecord(of page: PagePath, _ number: Int, _ key: ContentKey) -> StoredRecord? {
    guard var result = results.earlier(of: page.text),
      (try? result.head.take(AskedQuestions.self)) != nil,
      let known = try? Page(from: &result, formatCount: formatCount),
      known.records[number].key == key
    else { return nil }
    return known.records[number]
  }

  /// The files of a format that a few pages share, by their paths.
  func shared(_ number: Int) -> [String: SharedDigest] {
    guard var record = finished.result(of: Self.sharedName(number), sharedKey)?.head,
      let kept = try? record.take([SharedDigest].self)
    else { return [:] }
    return Dictionary(kept.map { ($0.file.path, $0) }, uniquingKeysWith: { _, last in last })
  }

  func keep(shared files: [SharedDigest], _ number: Int) {
    var record = RecordWriter()
    record.put(files)
    finished.keep(record, of: Self.sharedName(number), sharedKey)
  }

  private static func sharedName(_ number: Int) -> String { "shared \(number)" }

  /// What all shared files are made from, whatever else.
  private var sharedKey: ContentKey {
    var record = RecordWriter("shared 1\n")
    record.put(site)
    record.put(pages.site)
    return ContentKey(record)
  }

  /// What the formats make at the end is made from this and the records of all pages.
  private var finishKey: ContentKey {
    var record = RecordWriter("format 3\n")
    record.put(site)
    record.put(pages.site)
    return ContentKey(record)
  }

  private static func name(_ number: Int) -> String { "format \(number)" }

  func finish() async {
    await results.finish()
    await finished.finish()
  }

  private func key(of page: PageSummary) -> ContentKey? { pages.key(of: page)?.mixed(with: site) }
}
