import RunbookModel

/// A code block as the `code` macro of a target takes it.
struct StorageCode {
  /// Always a name that the target knows.
  let language: String
  /// Empty for none.
  let title: String
  let text: String
  /// What else the macro is told, in order: Data Center only.
  let options: [(name: String, value: String)]
  /// Cloud's macro does not fold (text2confl#268): there the block goes into an expand.
  let foldsInExpand: Bool

  init(_ block: CodeBlock, target: ConfluenceTarget) {
    language =
      ConfluenceLanguage.name(for: block.language, target: target)
      ?? ConfluenceLanguage.plain(for: target)
    title = XMLText.onOneLine(block.attribute("title")?.value.text ?? "")
    // The line feed before the closing fence belongs to the fence, and would show as an empty line.
    text = block.text.hasSuffix("\n") ? String(block.text.dropLast()) : block.text
    let folds = Self.isOn(block.attribute("collapse"))
    foldsInExpand = target == .cloud && folds
    options = target == .dataCenter ? Self.options(block, folds: folds) : []
  }

  /// Parameters of the `code` macro (Atlassian, "Code Block Macro").
  private static func options(_ block: CodeBlock, folds: Bool) -> [(name: String, value: String)] {
    var options: [(name: String, value: String)] = []
    if isOn(block.attribute("linenumbers")) { options.append(("linenumbers", "true")) }
    if let number = block.attribute("firstline").flatMap({ Int($0.value.text) }) {
      options.append(("firstline", String(number)))
    }
    if folds { options.append(("collapse", "true")) }
    return options
  }

  /// A bare name is on, `name=false` is off.
  static func isOn(_ attribute: FenceAttribute?) -> Bool {
    guard let attribute else { return false }
    return attribute.value.text != "false"
  }
}
