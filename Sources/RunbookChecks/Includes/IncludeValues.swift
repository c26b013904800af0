import RunbookCommands
import RunbookModel

/// What has to be written into included texts: values in the places of placeholders, quoted as the wiki quotes
/// them, and other names for steps that the page has already.
struct IncludeValues {
  /// By part, in its file; sorted.
  private(set) var edits: [Int: [Diagnostic.Fix.Edit]] = [:]
  private(set) var problems: [Diagnostic] = []
  private let page: ParsedRunbook
  private let origins: TextOrigins
  private let parts: [IncludedPart]
  /// The parts that a value was refused for, each once.
  private var refused: Set<[String]> = []

  /// - Parameter page: with the included texts as they were written.
  init(_ page: ParsedRunbook, _ tree: IncludeTree, _ context: Field<String>?, _ config: SiteConfig)
  {
    (self.page, parts) = (page, tree.parts)
    origins = page.file.origins ?? TextOrigins([], [])
    nameSteps()
    if config.rawHTML != .escape { leadHTML() }
    if parts.contains(where: { !$0.values.isEmpty }) {
      fillBlocks(CommandBlock.read(page, pageContext: context, config))
      fillSpans(config)
      fillProse()
    }
    for part in edits.keys { edits[part]?.sort { $0.bytes.lowerBound < $1.bytes.lowerBound } }
  }

  private mutating func write(_ text: String, at range: ByteRange) {
    let (part, place) = origins.home(range)
    edits[part, default: []].append(.init(place, with: text))
  }

  private mutating func nameSteps() {
    let steps = page.outline.codeBlocks.compactMap { $0.value.attribute("step")?.value }
      .map { (step: $0, part: origins.part(at: $0.range.lowerBound)) }
    var taken = Set(steps.filter { $0.part == 0 }.map(\.step.text))
    for (step, part) in steps where part > 0 {
      var (name, count) = (step.text, 1)
      while !taken.insert(name).inserted {
        count += 1
        name = "\(step.text)-\(count)"
      }
      if name != step.text { write(name, at: step.range) }
    }
  }

  /// Raw HTML is read from the text, so that its addresses are written anew there.
  private mutating func leadHTML() {
    for entry in page.outline.html {
      let part = origins.part(at: entry.range.lowerBound)
      if part == 0 { continue }
      let paths = IncludePaths(from: parts[part].path, to: page.path)
      for tag in HTMLTag.tags(in: entry.range, of: page.file.bytes) where !tag.isClosing {
        for (name, value) in tag.attributes(in: page.file.bytes)
        where (name == "href" || name == "src") && paths.address(value) != value {
          guard let place = page.file.bytes.onlyPlace(of: Array(value.utf8), in: tag.range) else {
            continue
          }
          write(paths.address(value), at: place)
        }
      }
    }
  }

  /// Every placeholder of a range that gets a value.
  private func places(in range: ByteRange) -> [(name: String, value: String, range: ByteRange)] {
    let part = origins.part(at: range.lowerBound)
    guard part > 0 else { return [] }
    return parts[part].values.sorted { $0.key < $1.key }.flatMap { name, value in
      page.file.places(of: name, in: range).map { (name, value, $0) }
    }
  }

  private mutating func fillBlocks(_ blocks: [CommandBlock]) {
    var known: [ByteRange: ValuePlace] = [:]
    for block in blocks where !block.isForeign {
      for place in block.values { known[place.range] = place }
    }
    // In what cannot be read nothing can be filled in, and that is found where it is written.
    let unread = Set(
      blocks.filter { $0.scripts.contains { !$0.errors.isEmpty } }.map(\.range.lowerBound))
    for entry in page.outline.codeBlocks where !unread.contains(entry.range.lowerBound) {
      let isText = ["text", "txt", "output"].contains(entry.value.language)
      for place in places(in: entry.range) {
        fill(place, known[place.range], isHarmless: isText)
      }
    }
  }

  private mutating func fillSpans(_ config: SiteConfig) {
    for span in page.outline.codeSpans {
      let all = places(in: span.range)
      if all.isEmpty { continue }
      let start = page.file.bytes[span.range].firstIndex { $0 != UInt8(ascii: "`") && $0 != 0x20 }
      let source = ShellSource(inline: span.value, at: start ?? span.range.lowerBound)
      let script = ShellScript.parse(source)
      var bindings = CommandBindings(config.programs)
      let found = script.errors.isEmpty ? ValuePlaces.find(in: [script], &bindings) : []
      let known = Dictionary(found.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
      // A placeholder by itself is spoken of, not run.
      let isMention = script.tokens.count == 1
      for place in all { fill(place, isMention ? nil : known[place.range], isHarmless: isMention) }
    }
  }

  /// Outside code a placeholder is HTML to Markdown.
  private mutating func fillProse() {
    for entry in page.outline.html {
      for place in places(in: entry.range) where place.range == entry.range {
        write(
          IncludeLink.placeholder(place.value) == nil ? Self.escaped(place.value) : place.value,
          at: place.range)
      }
    }
  }

  private mutating func fill(
    _ place: (name: String, value: String, range: ByteRange), _ known: ValuePlace?, isHarmless: Bool
  ) {
    if IncludeLink.placeholder(place.value) != nil { return write(place.value, at: place.range) }
    let part = origins.part(at: place.range.lowerBound)
    let input = parts[part].metadata.inputs.first { $0.name.value == place.name }
    if let known {
      switch known.filled(with: place.value, isLimited: input?.isLimited ?? false) {
      case .success(let text): write(text, at: place.range)
      case .failure(let refusal): refuse(place, part, refusal.reason)
      }
    } else if isHarmless || ValueLayer.isWord(place.value) {
      write(place.value, at: place.range)
    } else {
      refuse(place, part, "there is no known way to quote it there")
    }
  }

  private mutating func refuse(
    _ place: (name: String, value: String, range: ByteRange), _ part: Int, _ reason: String
  ) {
    guard refused.insert(["\(part)", place.name]).inserted else { return }
    let home = SourceRange(
      file: origins.parts[part].file, bytes: origins.home(place.range).range)
    problems.append(
      Diagnostic(
        IncludeValue.rule.id, IncludeValue.rule.severity,
        at: parts[0].source.file.range(parts[part].rootLink),
        "the value for `\(place.name)` cannot stand in a command: \(reason)",
        explanation:
          "Give a value of letters, digits and `._/:@%+,=-`, or leave it out and declare "
          + "`\(place.name)` under `inputs` of this page, so that the reader fills it in.",
        notes: [.init("it would stand here", at: home)]))
  }

  /// Text that is no Markdown, whatever it holds.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for character in value.unicodeScalars {
      if character.isASCII, !character.properties.isAlphabetic, !("0"..."9").contains(character),
        character != " "
      {
        text += "\\"
      }
      text.unicodeScalars.append(character)
    }
    return text
  }
}

extension [UInt8] {
  /// Where bytes stand in a range; nil where they stand there several times, or not at all.
  fileprivate func onlyPlace(of wanted: [UInt8], in range: ByteRange) -> ByteRange? {
    guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
    let found = (range.lowerBound...range.upperBound - wanted.count).filter {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return found.count == 1 ? found[0]..<found[0] + wanted.count : nil
  }
}
