import RunbookChecks
import RunbookModel
import RunbookRendering

/// Every format that is wanted, at work on one site.
struct SiteFormats: Sendable {
  /// What a format keeps of a page.
  struct Note: Sendable {
    let note: (any Sendable)?
    /// The key of its record; nil where nobody asks for it.
    let key: ContentKey?
  }

  /// What the formats keep of a page, one after the other.
  typealias Notes = [Note]

  private let renderers: [any FormatRenderer]
  /// What earlier builds made of pages; nil where that is not kept.
  private let store: RenderStore?

  init(
    _ site: Site, _ check: SiteCheck, images: [String: [UInt8]],
    diagrams: [DiagramRun.Picture], only: String?
  ) throws(FileProblem) {
    let (project, options) = (check.project, check.options)
    var settings = RenderOptions()
    settings.generator = options.generator
    settings.revision = options.revision
    settings.hasConfluence = options.confluence
    settings.images = images
    if options.bundle {
      for picture in diagrams { settings.images[picture.path] = picture.bytes }
    }
    let hashes = AssetHashes(project, besides: diagrams)
    settings.assetHash = { path in
      SiteQuestions.note(.asset, path)
      return hashes.hash(of: path)
    }
    if let path = options.pasted {
      let pasted = try ManifestReader.pasted(path)
      settings.confluenceWork = { new in
        let old = pasted ?? ConfluenceManifest(target: new.target, pages: [])
        return ManifestUpdate(old: old, new: new, by: .paste).work
      }
    }
    let headings = PageHeadings(project, site.index)
    settings.headingAnchors = { page in
      SiteQuestions.note(.headings, page.text)
      return headings.anchors(of: page)
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
    store?.keep(made, of: page.path, questions)
    return zip(renderers, made).map { note($0, $1.note, $1.record.bytes) }
  }

  private func note(
    _ renderer: any FormatRenderer, _ note: (any Sendable)?, _ record: [UInt8]
  ) -> Note {
    let isAsked = store != nil && renderer.mayFinishAlike
    return Note(note: note, key: isAsked ? ContentKey(ofText: record) : nil)
  }

  /// The same for a page that an earlier build has rendered and whose files lie in the output; nil where it has
  /// to be rendered.
  func recall(_ page: PageSummary, to output: some OutputReceiver) -> Notes? {
    guard let store, let known = store.page(page),
      known.files.allSatisfy({ output.holds($0, store.hash) })
    else { return nil }
    var made: [PageOutput] = []
    for (renderer, record) in zip(renderers, known.records) {
      var reader = RecordReader(record)
      guard let one = try? renderer.recall(&reader, of: page.path) else { return nil }
      made.append(one)
    }
    for file in known.files { output.addHeld(file) }
    for file in made.lazy.flatMap(\.shared) { output.add(file) }
    return zip(zip(renderers, made), known.records).map { note($0.0, $0.1.note, $1) }
  }

  /// - Returns: what people should know of what was made.
  func finish(_ notes: [Notes], to output: some OutputReceiver) async -> [String] {
    let remarks = await Parallel.map(Array(renderers.enumerated())) { number, renderer in
      let own = notes.map { number < $0.count ? $0[number].note : nil }
      let keys = notes.map { number < $0.count ? $0[number].key : nil }
      finish(renderer, number, own, keys.contains(nil) ? nil : keys.compactMap(\.self), to: output)
      return renderer.remark(on: own)
    }
    store?.finish()
    return remarks.compactMap(\.self)
  }

  /// Makes the files of a format that belong to no page, unless they lie in the output.
  ///
  /// - Parameter keys: of the records of all pages; nil where they are not compared.
  private func finish(
    _ renderer: any FormatRenderer, _ number: Int, _ notes: [(any Sendable)?],
    _ keys: [ContentKey]?, to output: some OutputReceiver
  ) {
    guard let store, let keys, renderer.mayFinishAlike else {
      return renderer.finish(notes) { output.add($0) }
    }
    if let files = store.finished(number, keys),
      files.allSatisfy({ output.holds($0, store.hash) })
    {
      for file in files { output.addHeld(file) }
      return
    }
    var files: [FileDigest] = []
    renderer.finish(notes) { file in
      files.append(FileDigest(file, store.hash))
      output.add(file)
    }
    store.keep(finished: files, number, keys)
  }
}
