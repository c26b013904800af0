import RunbookChecks
import RunbookCommands
import RunbookModel

/// The body of one page of the wiki: its tree, with what the checks know of its blocks and tables.
enum PageBody {
  /// - Parameter marksPlaces: whether blocks say where they begin in the source.
  static func render(
    _ page: CheckedRunbook, in site: Site, marksPlaces: Bool = false
  ) -> [UInt8] {
    var options = HTMLBodyOptions()
    if marksPlaces { options.mark = mark(page) }
    options.rawHTML = site.config.rawHTML
    options.words = site.words
    options.programs = site.config.programs
    options.code = codeFigures(page, site)
    options.tables = tableFrames(page, site)
    options.omittedBlock = repeatedTitle(page)
    options.anchors = StepAnchors(
      options.rawHTML == .trusted ? page.document : page.content,
      options.code.compactMapValues(\.step), without: options.omittedBlock)
    options.cards = cards(of: page, in: site)
    options.link = { link($0, page, site) }
    options.image = { link($0, page, site) }
    options.imageSize = { destination in
      guard case .asset(let path) = site.index.resolve(destination, from: page.path) else {
        return nil
      }
      return site.imageSizes[path.text]
    }
    return HTMLBody.render(options.rawHTML == .trusted ? page.document : page.content, options)
  }

  /// The byte of the page's file that a block begins at, and for what was included that of its file and its path.
  private static func mark(_ page: CheckedRunbook) -> @Sendable (Int) -> String {
    guard let origins = page.origins else { return { String($0) } }
    return { offset in
      let (part, range) = origins.home(offset..<offset)
      let file = origins.parts[part]
      let place = String(range.lowerBound)
      return file.parent == nil ? place : place + " " + file.file
    }
  }

  /// Nil for a page without commands.
  static func cards(of page: CheckedRunbook, in site: Site) -> StepCards? {
    guard !page.blocks.isEmpty else { return nil }
    let document = site.config.rawHTML == .trusted ? page.document : page.content
    let cards = StepCards(
      document.blocks, commands: Set(page.blocks.map(\.range.lowerBound)),
      isRunbook: page.metadata.kind == .runbook)
    return cards.isEmpty ? nil : cards
  }

  private static func codeFigures(_ page: CheckedRunbook, _ site: Site) -> [Int: CodeFigure] {
    var figures: [Int: CodeFigure] = [:]
    let effects = page.effects
    for entry in page.outline.codeBlocks {
      var figure = CodeFigure()
      figure.isOutput = ["text", "output", "txt"].contains(entry.value.language)
      figure.title = entry.value.attribute("title")?.value.text ?? ""
      if !figure.isOutput { figure.language = LanguageTitle.of(entry.value.language, site.words) }
      figure.expect = entry.value.attribute("expect")?.value.text ?? ""
      figure.effect = effects[entry.range.lowerBound]
      figure.confirmation = GuardMark([], effect: figure.effect, page.metadata.environments)
      figures[entry.range.lowerBound] = figure
    }
    var ways = RepeatedWays(page)
    for block in page.blocks {
      var figure = figures[block.range.lowerBound] ?? CodeFigure()
      figure.block = block
      figure.step = block.step?.text
      figure.confirmation = GuardMark(
        block.commands, effect: figure.effect, page.metadata.environments)
      figure.place = block.context.flatMap { CodeFigure.Place($0.value, in: site) }
      figure.place?.isRepeated = ways.isRepeated(block)
      figures[block.range.lowerBound] = figure
    }
    return figures
  }

  private static func tableFrames(_ page: CheckedRunbook, _ site: Site) -> [Int: TableFrame] {
    var frames: [Int: TableFrame] = [:]
    for table in page.tables {
      var frame = TableFrame()
      switch table.content {
      case .comparison(let comparison):
        frame.kind = .comparison
        frame.hasRowHeaders = table.keyColumn == 0
        let subjects = comparison.subjectColumns.map {
          table.table.header.cells[$0].content.plainText
        }
        frame.subjects = site.words.say(
          .compared, count: subjects.count,
          ["names": subjects.joined(separator: site.words[.comma])])
      case .quickReference(let reference):
        frame.kind = .quickReference
        frame.commandColumn = reference.commandColumn
        frame.placeColumn = reference.contextColumn
        frame.effects = page.effects(of: reference)
        frame.confirmations = zip(reference.rows, frame.effects).map { row, effect in
          GuardMark(row.commands.flatMap(\.bound), effect: effect, page.metadata.environments)
        }
        for id in Set(reference.rows.compactMap { $0.context?.value }) {
          frame.places[id] = CodeFigure.Place(id, in: site)
        }
      }
      frames[table.range.lowerBound] = frame
    }
    return frames
  }

  /// A first heading that says what the frame says already.
  static func repeatedTitle(_ page: CheckedRunbook) -> Int? {
    page.document.repeatedTitle(page.metadata.title.value).map {
      page.document.blocks[$0].range.lowerBound
    }
  }

  private static func link(_ destination: String, _ page: CheckedRunbook, _ site: Site) -> String {
    switch site.index.resolve(destination, from: page.path) {
    case .external, .missing, .outside: return destination
    // A page that names its own file may be published under another name.
    case .samePage:
      return String(destination[(destination.firstIndex(of: "#") ?? destination.startIndex)...])
    case .page(let path, let anchor):
      let url = RelativeURL.from(page.path.htmlPath, to: path.htmlPath)
      return anchor.map { "\(url)#\($0)" } ?? url
    case .asset(let path): return RelativeURL.from(page.path.htmlPath, to: path.text)
    case .folder(let path):
      return RelativeURL.from(page.path.htmlPath, to: path.folderHTMLPath)
    }
  }
}

/// Where a block runs in the place of the block before it, in the same chapter.
private struct RepeatedWays {
  private var chapters: ArraySlice<Int>
  private var place: String?

  init(_ page: CheckedRunbook) {
    chapters = page.outline.sections.filter { $0.heading.level <= 2 }.map(\.range.lowerBound)[...]
  }

  /// To be asked once for each block, in their order.
  mutating func isRepeated(_ block: CommandBlock) -> Bool {
    while let start = chapters.first, start < block.range.lowerBound {
      chapters.removeFirst()
      place = nil
    }
    defer { place = block.context?.value }
    return place != nil && place == block.context?.value
  }
}
