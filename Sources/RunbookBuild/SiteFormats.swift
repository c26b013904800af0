import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization

/// Every format that is wanted, at work on one site.
struct SiteFormats: Sendable {
  /// What the formats keep of a page, one after the other.
  struct Notes: Sendable {
    /// None where they are in the records only, and where no later format has one.
    private let notes: [(any Sendable)?]
    /// Of the records that were made in this build and are kept; none where nobody asks for them.
    private let keys: [ContentKey]
    /// Those of an earlier build.
    private let records: [StoredRecord]
    /// Whether an earlier build has made them.
    let isRecalled: Bool

    /// Of a page that is left out.
    init() { self.init([]) }

    /// - Parameters:
    ///   - notes: one for each format.
    ///   - keys: of the records that say the same.
    init(_ notes: [(any Sendable)?], _ keys: [ContentKey] = []) {
      let count = notes.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
      self.notes = Array(notes[..<count])
      (self.keys, records, isRecalled) = (keys, [], false)
    }

    /// - Parameter records: what an earlier build has kept, with what is wanted of it at once as notes.
    init(_ notes: [(any Sendable)?], recalled records: [StoredRecord]) {
      (self.notes, self.records, keys, isRecalled) = (notes, records, [], true)
    }

    /// - Parameter number: of the format.
    func note(_ number: Int) -> (any Sendable)? { number < notes.count ? notes[number] : nil }

    /// - Parameter number: of the format.
    func key(_ number: Int) -> ContentKey? {
      number < keys.count ? keys[number] : record(number)?.key
    }

    /// - Parameter number: of the format.
    func record(_ number: Int) -> StoredRecord? {
      number < records.count ? records[number] : nil
    }
  }

  private let site: Site
  private let renderers: [any FormatRenderer]
  /// What earlier builds made of pages; nil where that is not kept.
  private let store: RenderStore?
  /// Shared files that were made while pages were rendered.
  private let shared = SharedFiles()

  init(
    _ site: Site, _ check: SiteCheck, images: [String: [UInt8]],
    diagrams: [DiagramRun.Picture], only: String?
  ) throws(FileProblem) {
    self.site = site
    let (project, options) = (check.project, check.options)
    let hashes = AssetHashes(project, besides: diagrams)
    var settings = RenderOptions(project, options, site.index, hashes)
    settings.images = images
    if options.bundle {
      for picture in diagrams { settings.images[picture.path] = picture.bytes }
    }
    if let path = options.pasted {
      let pasted = try ManifestReader.pasted(path)
      settings.confluenceWork = { new in
        let old = pasted ?? ConfluenceManifest(target: new.target, pages: [])
        return ManifestUpdate(old: old, new: new, by: .paste).work
      }
    }
    let formats = options.formats(site).filter { (only ?? $0.name) == $0.name }
    let renderers = formats.map { $0.renderer(site, project.templates, settings) }
    self.renderers = renderers
    store = RenderStore(check, site, formats.map(\.name), diagrams) { question in
      let answer =
        question.kind == .asset
        ? hashes.hash(of: question.name)
        : renderers.lazy.compactMap { $0.answer(question) }.first
      return answer.map { ContentKey(ofText: Array($0.utf8)) }
    }
  }

  /// Hands over what each format makes of a page, and returns what each keeps of it.
  func render(_ page: CheckedRunbook, to output: some OutputReceiver) -> Notes {
    let questions = SiteQuestions()
    let made = SiteQuestions.$current.withValue(store == nil ? nil : questions) {
      renderers.map { $0.render(page) }
    }
    for file in made.lazy.flatMap({ $0.files + $0.shared }) { output.add(file) }
    guard let store else { return Notes(made.map(\.note)) }
    let records = made.map { StoredRecord($0.record) }
    questions.note(page.asked)
    store.keep(made, records, of: page.path, questions)
    for file in made.lazy.flatMap(\.shared) { shared.insert(store.digest(of: file)) }
    return Notes(made.map(\.note), records.map(\.key))
  }

  /// The same for a page that an earlier build has rendered and whose files lie in the output; nil where it has
  /// to be rendered.
  func recall(_ page: PageSummary, to output: some OutputReceiver) -> Notes? {
    guard let store, let known = store.page(page),
      known.files.allSatisfy({ output.holds($0, store.trust) })
    else { return nil }
    var notes: [(any Sendable)?] = []
    for (number, renderer) in renderers.enumerated() where !renderer.mayFinishAlike {
      guard var reader = known.records[number].reader else { return nil }
      notes += Array(repeating: nil, count: number - notes.count)
      do { notes.append(try renderer.recall(&reader, of: page.path)) } catch { return nil }
    }
    for file in known.files { output.addHeld(file) }
    store.publishes(known.files)
    return Notes(notes, recalled: known.records)
  }

  /// - Parameters:
  ///   - notes: what `render` or `recall` returned of each page, in the order of `Site.pages`.
  ///   - remake: a page as `render` gets it.
  /// - Returns: what people should know of what was made.
  func finish(
    _ notes: [Notes], to output: some OutputReceiver,
    _ remake: @escaping @Sendable (PageSummary) throws(FileProblem) -> CheckedRunbook
  ) async throws(FileProblem) -> [String] {
    let done = await withTaskGroup(of: (Int, Result<String?, FileProblem>).self) { group in
      for (number, renderer) in renderers.enumerated() {
        group.addTask {
          do throws(FileProblem) {
            try finishShared(renderer, number, notes, to: output, remake)
            let remark = try await finish(renderer, number, notes, to: output, remake)
            return (number, .success(remark))
          } catch {
            return (number, .failure(error))
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var remarks: [String?] = []
    for number in renderers.indices { remarks.append(try done[number]?.get()) }
    await store?.finish()
    return remarks.compactMap(\.self)
  }

  /// Keeps the stamps of what will be published; nil where nothing is kept.
  var stamps: OutputStamps? { store?.trust.stamps }

  /// Makes the files of a format that belong to no page, unless they lie in the output.
  private func finish(
    _ renderer: any FormatRenderer, _ number: Int, _ notes: [Notes], to output: some OutputReceiver,
    _ remake: @escaping @Sendable (PageSummary) throws(FileProblem) -> CheckedRunbook
  ) async throws(FileProblem) -> String? {
    guard let store, renderer.mayFinishAlike else {
      let notes = notes.map { $0.note(number) }
      renderer.finish(notes) { output.add($0) }
      return renderer.remark(on: notes)
    }
    let keys = notes.compactMap { $0.key(number) }
    let earlier = store.finished(number)
    if let earlier, store.isAlike(earlier, keys),
      earlier.files.allSatisfy({ output.holds($0, store.trust) })
    {
      for file in earlier.files { output.addHeld(file) }
      store.publishes(earlier.files)
      return nil
    }
    var files: [FileDigest] = []
    func receive(_ file: OutputFile) {
      let digest = store.digest(of: file)
      files.append(digest)
      // A look at the stamp costs less than reading the file that lies there.
      if output.holds(digest, store.trust) { output.addHeld(digest) } else { output.add(file) }
    }
    var kept = RecordWriter()
    if renderer.finishesByChanges, let earlier,
      let changes = changes(notes, keys, since: earlier, renderer, number, store)
    {
      var record = earlier.kept
      do {
        try renderer.finish(changes, since: &record, keeping: &kept, to: receive)
        store.keep(finished: files, number, keys, kept)
        return nil
      } catch { kept = RecordWriter() }
    }
    let pages = site.pages
    let read = try await Parallel.map(Array(notes.enumerated())) {
      position, notes throws(FileProblem) in
      try note(notes, number, renderer, of: pages[position], remake)
    }
    let known = Dictionary(
      (earlier?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    func takeOver(_ paths: [String]) -> Bool {
      let same = paths.compactMap { known[$0] }
      guard same.count == paths.count, same.allSatisfy({ output.holds($0, store.trust) }) else {
        return false
      }
      for file in same { output.addHeld(file) }
      store.publishes(same)
      files += same
      return true
    }
    renderer.finish(
      read, besides: earlier?.kept, keeping: &kept, taking: takeOver, to: receive)
    store.keep(finished: files, number, keys, kept)
    return nil
  }

  /// What a format keeps of pages in the place of what it kept in an earlier build of the same pages; nil where
  /// that is much, or no longer known.
  private func changes(
    _ notes: [Notes], _ keys: [ContentKey], since earlier: FinishedFormat,
    _ renderer: any FormatRenderer, _ number: Int, _ store: RenderStore
  ) -> [NoteChange]? {
    guard keys.count == notes.count, keys.count == earlier.keys.count else { return nil }
    let changed = keys.indices.filter { keys[$0] != earlier.keys[$0] }
    guard changed.count <= keys.count / 4 else { return nil }
    var changes: [NoteChange] = []
    for position in changed {
      let page = site.pages[position].path
      let new = notes[position]
      guard var old = store.earlierRecord(of: page, number, earlier.keys[position])?.reader,
        let oldNote = try? renderer.recall(&old, of: page)
      else { return nil }
      var newNote = new.note(number)
      if new.isRecalled, var record = new.record(number)?.reader {
        newNote = try? renderer.recall(&record, of: page)
      }
      changes.append(NoteChange(position: position, old: oldNote, new: newNote))
    }
    return changes
  }

  private func note(
    _ notes: Notes, _ number: Int, _ renderer: any FormatRenderer, of page: PageSummary,
    _ remake: @Sendable (PageSummary) throws(FileProblem) -> CheckedRunbook
  ) throws(FileProblem) -> (any Sendable)? {
    guard notes.isRecalled else { return notes.note(number) }
    // That there is no note may be all that the record says.
    if var reader = notes.record(number)?.reader {
      do { return try renderer.recall(&reader, of: page.path) } catch {}
    }
    return renderer.render(try remake(page)).note
  }

  /// Makes those files anew that a page shares with others, unless they lie in the output.
  private func finishShared(
    _ renderer: any FormatRenderer, _ number: Int, _ notes: [Notes], to output: some OutputReceiver,
    _ remake: @Sendable (PageSummary) throws(FileProblem) -> CheckedRunbook
  ) throws(FileProblem) {
    let files = renderer.sharedFiles
    guard let store, !files.isEmpty else { return }
    let known = store.shared(number)
    var kept: [SharedDigest] = []
    for file in files {
      let key = ContentKey(of: notes[file.pages].map { $0.key(number) })
      if let digest = shared.digest(of: file.path) {
        kept.append(SharedDigest(digest, key))
        continue
      }
      if let digest = known[file.path], digest.key == key, output.holds(digest.file, store.trust) {
        output.addHeld(digest.file)
        store.publishes([digest.file])
        kept.append(digest)
        continue
      }
      for position in file.pages where notes[position].isRecalled {
        let page = site.pages[position]
        for made in try share(notes[position], number, renderer, page, remake) {
          output.add(made)
          kept.append(SharedDigest(store.digest(of: made), key))
        }
      }
    }
    store.keep(shared: kept, number)
  }

  private func share(
    _ notes: Notes, _ number: Int, _ renderer: any FormatRenderer, _ page: PageSummary,
    _ remake: @Sendable (PageSummary) throws(FileProblem) -> CheckedRunbook
  ) throws(FileProblem) -> [OutputFile] {
    if var reader = notes.record(number)?.reader,
      let files = try? renderer.share(&reader, of: page.path)
    {
      return files
    }
    return renderer.render(try remake(page)).shared
  }
}

extension RenderOptions {
  /// What formats may use of a project beside its pages.
  init(
    _ project: Project, _ options: BuildOptions, _ index: SiteIndex, _ hashes: AssetHashes
  ) {
    self.init()
    generator = options.generator
    revision = options.revision
    hasConfluence = options.confluence
    assetHash = { path in
      SiteQuestions.note(.asset, path)
      return hashes.hash(of: path)
    }
    let headings = PageHeadings(project, index)
    headingAnchors = { page in
      SiteQuestions.note(.headings, page.text)
      return headings.anchors(of: page)
    }
  }
}

/// Digests of shared files, by their paths.
private final class SharedFiles: Sendable {
  private let digests = Mutex<[String: FileDigest]>([:])

  func insert(_ file: FileDigest) { digests.withLock { $0[file.path] = file } }

  func digest(of path: String) -> FileDigest? { digests.withLock { $0[path] } }
}
