import RunbookChecks

/// Macros: `ac:structured-macro` with its parameters and body.
extension StorageRenderer {
  mutating func openMacro(_ name: String, version: Int = 1) {
    writer.raw("<ac:structured-macro ac:name=\"")
    writer.raw(name)
    writer.raw(version == 1 ? "\" ac:schema-version=\"1\">" : "\" ac:schema-version=\"2\">")
  }

  mutating func closeMacro() {
    writer.raw("</ac:structured-macro>")
  }

  /// A parameter holds text only: markup in it is shown as characters or truncates it
  /// (confluence-cli#130), and white space around it would count.
  mutating func parameter(_ name: String, _ value: String) {
    writer.raw("<ac:parameter ac:name=\"")
    writer.raw(name)
    writer.raw("\">")
    writer.text(value)
    writer.raw("</ac:parameter>")
  }

  /// The `anchor` macro; its one parameter has no name.
  mutating func anchor(_ name: String) {
    openMacro("anchor")
    parameter("", name)
    closeMacro()
  }

  mutating func write(_ status: ConfluenceStatus) {
    openMacro("status")
    parameter("colour", status.colour.rawValue)
    parameter("title", status.title)
    closeMacro()
  }

  mutating func write(_ code: ConfluenceCode) {
    openMacro("code")
    parameter("language", code.language)
    if !code.title.isEmpty { parameter("title", code.title) }
    for option in code.options { parameter(option.name, option.value) }
    writer.raw("<ac:plain-text-body>")
    cdata(code.text)
    writer.raw("</ac:plain-text-body>")
    closeMacro()
  }

  mutating func cdata(_ text: String) { XMLText.cdata(text, to: &writer) }

  /// The macros carry other names than the colours that they show: `note` is yellow and `warning`
  /// red, in both products (text2confl#347).
  mutating func write(_ panel: ConfluencePanel, _ blocks: [ConfluenceBlock]) {
    switch panel {
    case .note: openMacro("info")
    case .tip: openMacro("tip")
    case .important:
      guard target == .dataCenter else {
        adfPanel(blocks)
        return
      }
      // A panel of the same colour, which needs a title because it has no icon.
      openMacro("panel")
      parameter("title", "Important")
      parameter("borderColor", "#998dd9")
      parameter("bgColor", "#eae6ff")
    case .warning: openMacro("note")
    case .caution: openMacro("warning")
    }
    richBody(blocks)
  }
}
