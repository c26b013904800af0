import RunbookChecks
import RunbookModel

extension TreeBuilder {
  mutating func build(_ code: CodeBlock, at range: ByteRange, into pieces: inout [Piece]) {
    reportLosses(of: code, at: range)
    let about = settings.annotations.code[range.lowerBound]
    if let about { caption(about, at: range, into: &pieces) }
    let folds = Self.isOn(code.attribute("collapse"))
    // Cloud's macro does not fold (text2confl#268): there the block goes into an expand.
    let isWrapped = folds && target == .cloud && ConfluenceStructure.holds(container, .expand)
    let title = clean(code.attribute("title")?.value.text ?? "", at: range)
    let block = ConfluenceBlock.code(
      ConfluenceCode(
        language: ConfluenceLanguage.name(for: code.language, target: target)
          ?? ConfluenceLanguage.plain(for: target),
        title: isWrapped ? "" : title, text: cleanCode(Self.text(of: code), at: range),
        options: target == .dataCenter ? Self.options(code, folds: folds) : []))
    if isWrapped {
      let isNested = containers.contains { $0 != .page }
      place(
        .expand(title: title.isEmpty ? "Code" : title, isNested: isNested, [block]), .expand,
        at: range, into: &pieces)
    } else {
      reportTitle(title, at: range)
      place(block, .code, at: range, into: &pieces)
    }
    if let about, !about.expect.isEmpty { expect(about.expect, at: range, into: &pieces) }
  }

  /// The line above a block: where it runs and what it does.
  private mutating func caption(
    _ about: ConfluenceAnnotations.Code, at range: ByteRange, into pieces: inout [Piece]
  ) {
    var content: [ConfluenceInline] = []
    if let anchor = about.anchor { content.append(.anchor(ConfluenceAnchor.name(for: anchor))) }
    for status in about.statuses {
      if case .status = content.last { content.append(.text(" ", ConfluenceMarks())) }
      content.append(.status(status))
    }
    guard !content.isEmpty else { return }
    place(.paragraph(content), .paragraph, at: range, into: &pieces)
  }

  private mutating func expect(
    _ text: String, at range: ByteRange, into pieces: inout [Piece]
  ) {
    let plain = ConfluenceMarks()
    place(
      .paragraph([.text("Expect: ", plain), .code(clean(text, at: range), plain)]), .paragraph,
      at: range, into: &pieces)
  }

  /// The line feed before the closing fence belongs to the fence, and would show as an empty line.
  private static func text(of code: CodeBlock) -> String {
    code.text.utf8.last == 0x0A ? String(Substring(code.text.utf8.dropLast())) : code.text
  }

  /// Parameters of the `code` macro (Atlassian, "Code Block Macro").
  private static func options(_ code: CodeBlock, folds: Bool) -> [(name: String, value: String)] {
    var options: [(name: String, value: String)] = []
    if isOn(code.attribute("linenumbers")) { options.append(("linenumbers", "true")) }
    if let number = code.attribute("firstline").flatMap({ Int($0.value.text) }) {
      options.append(("firstline", String(number)))
    }
    if folds { options.append(("collapse", "true")) }
    return options
  }

  /// A bare name is on, `name=false` is off.
  private static func isOn(_ attribute: FenceAttribute?) -> Bool {
    guard let attribute else { return false }
    return attribute.value.text != "false"
  }

  // MARK: - Losses

  private mutating func reportTitle(_ title: String, at range: ByteRange) {
    guard !title.isEmpty, target == .cloud else { return }
    losses.add(
      range, "the title of a code block",
      "a code block of Confluence Cloud's editor has none; it is a line above the code", in: .paste)
  }

  private mutating func reportLosses(of code: CodeBlock, at range: ByteRange) {
    let language = code.language
    if !language.isEmpty, ConfluenceLanguage.name(for: language, target: target) == nil {
      losses.add(
        code.fence?.language.range ?? range, "the code language \"\(language)\"",
        "the code macro of \(target.title) does not know it; the code is shown without colours")
    }
    guard target == .cloud else { return }
    for name in ["linenumbers", "firstline"] {
      guard let attribute = code.attribute(name), Self.isOn(attribute) else { continue }
      losses.add(
        attribute.name.range, "the code option \"\(name)\"",
        "code blocks of Confluence Cloud number their lines as the reader chooses")
    }
    if let attribute = code.attribute("collapse"), Self.isOn(attribute),
      !ConfluenceStructure.holds(container, .expand)
    {
      losses.add(
        attribute.name.range, "the code option \"collapse\"",
        "code folds only inside an expand, which Confluence Cloud does not hold in"
          + " \(container.phrase)")
    }
  }
}
