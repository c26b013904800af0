import RunbookModel

/// Macros: `ac:structured-macro` with its parameters and body.
extension StorageRenderer {
  mutating func openMacro(_ name: String) {
    writer.raw("<ac:structured-macro")
    writer.attribute("ac:name", name)
    writer.raw(" ac:schema-version=\"1\">")
  }

  mutating func closeMacro() {
    writer.raw("</ac:structured-macro>")
  }

  /// A parameter holds text only: markup in it is shown as characters or truncates it
  /// (confluence-cli#130), and white space around it would count.
  mutating func parameter(_ name: String, _ value: String) {
    writer.raw("<ac:parameter")
    writer.attribute("ac:name", name)
    writer.raw(">")
    text(value)
    writer.raw("</ac:parameter>")
  }

  /// The `anchor` macro; its one parameter has no name.
  mutating func anchor(_ name: String) {
    openMacro("anchor")
    parameter("", name)
    closeMacro()
  }

  mutating func status(_ status: StorageStatus) {
    openMacro("status")
    // Data Center has five colours; the nearest to purple is blue.
    let colour =
      target == .dataCenter && status.colour == .purple ? StorageStatus.Colour.blue : status.colour
    parameter("colour", colour.rawValue)
    parameter("title", status.title)
    closeMacro()
  }

  // MARK: - Above the body

  mutating func preamble(_ page: StoragePage) {
    if let source = page.source { generatedBy(source, revision: page.revision) }
    if !page.properties.isEmpty { details(page.properties) }
    if let levels = page.contents {
      openMacro("toc")
      parameter("minLevel", String(min(max(levels.lowerBound, 1), 6)))
      parameter("maxLevel", String(min(max(levels.upperBound, 1), 6)))
      closeMacro()
      writer.freshLine()
    }
  }

  private mutating func generatedBy(_ source: String, revision: String?) {
    writer.raw("<p><em>This page is generated from ")
    text(source)
    if let revision {
      writer.raw(" at revision ")
      text(revision)
    }
    writer.raw(". Change it there: the next export overwrites what is changed here.</em></p>")
    writer.freshLine()
  }

  /// The page-properties macro: a table of two columns whose keys are header cells (Atlassian,
  /// "Page Properties Macro").
  private mutating func details(_ rows: [StoragePage.Row]) {
    openMacro("details")
    writer.raw("<ac:rich-text-body><table><tbody>")
    for row in rows {
      writer.raw("<tr><th><p>")
      text(row.key)
      writer.raw("</p></th><td><p>")
      switch row.value {
      case .text(let string): text(string)
      case .status(let value): status(value)
      case .link(let string, let url):
        openAnchorElement(url)
        text(string)
        writer.raw("</a>")
      }
      writer.raw("</p></td></tr>")
    }
    writer.raw("</tbody></table></ac:rich-text-body>")
    closeMacro()
    writer.freshLine()
  }

  // MARK: - Macros of the body

  mutating func render(_ code: CodeBlock, at range: ByteRange) {
    reportLosses(of: code, at: range)
    let macro = StorageCode(code, target: target)
    let isWrapped = macro.foldsInExpand && ConfluenceStructure.holds(container, .expand)
    if isWrapped { openExpand(macro.title.isEmpty ? "Code" : macro.title) }
    openMacro("code")
    parameter("language", macro.language)
    if !macro.title.isEmpty, !isWrapped { parameter("title", macro.title) }
    for option in macro.options { parameter(option.name, option.value) }
    writer.raw("<ac:plain-text-body>")
    cdata(macro.text, at: range)
    writer.raw("</ac:plain-text-body>")
    closeMacro()
    if isWrapped { closeExpand() }
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
      guard let attribute = code.attribute(name), StorageCode.isOn(attribute) else { continue }
      losses.add(
        attribute.name.range, "the code option \"\(name)\"",
        "code blocks of Confluence Cloud number their lines as the reader chooses")
    }
    if let attribute = code.attribute("collapse"), StorageCode.isOn(attribute),
      !ConfluenceStructure.holds(container, .expand)
    {
      losses.add(
        attribute.name.range, "the code option \"collapse\"",
        "code folds only inside an expand, which Confluence Cloud does not hold in"
          + " \(container.phrase)")
    }
  }

  mutating func render(_ details: Details, at range: ByteRange) {
    if details.isOpen {
      losses.add(
        range, "details that are open from the start", "an expand of Confluence begins closed")
    }
    openExpand(details.summary)
    render(details.blocks, in: .expand)
    closeExpand()
  }

  private mutating func openExpand(_ title: String) {
    openMacro("expand")
    // Without a title Confluence writes "Click here to expand..." in the reader's language.
    if !title.isEmpty { parameter("title", title) }
    writer.raw("<ac:rich-text-body>")
  }

  private mutating func closeExpand() {
    writer.raw("</ac:rich-text-body>")
    closeMacro()
  }

  /// The macros carry other names than the colours that they show: `note` is yellow and `warning`
  /// red, in both products (text2confl#347).
  mutating func render(_ alert: Alert) {
    switch alert.kind {
    case .note: panel("info", alert.blocks)
    case .tip: panel("tip", alert.blocks)
    case .important: important(alert.blocks)
    case .warning: panel("note", alert.blocks)
    case .caution: panel("warning", alert.blocks)
    }
  }

  private mutating func panel(
    _ macro: String, _ blocks: [Block], parameters: [(name: String, value: String)] = []
  ) {
    openMacro(macro)
    for item in parameters { parameter(item.name, item.value) }
    writer.raw("<ac:rich-text-body>")
    render(blocks, in: .panel)
    writer.raw("</ac:rich-text-body>")
    closeMacro()
  }

  /// Purple has no macro. Cloud writes its own purple panel as an ADF node; Data Center gets a
  /// panel of the same colour, which needs a title because it has no icon.
  private mutating func important(_ blocks: [Block]) {
    switch target {
    case .cloud:
      writer.raw("<ac:adf-extension><ac:adf-node type=\"panel\">")
      writer.raw("<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content>")
      render(blocks, in: .panel)
      writer.raw("</ac:adf-content></ac:adf-node></ac:adf-extension>")
    case .dataCenter:
      panel(
        "panel", blocks,
        parameters: [
          ("title", "Important"), ("borderColor", "#998dd9"), ("bgColor", "#eae6ff"),
        ])
    }
  }
}
