import RunbookModel

/// Macro parameters as Data Center's editor keeps them in an attribute
/// (`Confluence.MacroParameterSerializer`): sorted by name, `|` between them, a backslash before `=`,
/// `|` and `\` that belong to a value.
enum DataCenterParameters {
  static func text(_ parameters: [(name: String, value: String)]) -> String {
    parameters.sorted { $0.name < $1.name }
      .map { escaped($0.name) + "=" + escaped($0.value) }.joined(separator: "|")
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if "\\=|".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the server draws the picture of a macro without a body. It is asked with the macro in
  /// wiki notation, in URL-safe Base64 (RFC 4648 §5) without padding.
  static func placeholder(_ macro: ConfluenceMacro) -> String {
    let named = macro.parameters.filter { !$0.name.isEmpty }
    let values = macro.parameters.filter(\.name.isEmpty).map(\.value) + [text(named)]
    let words = values.filter { !$0.isEmpty }.joined(separator: "|")
    let definition = "{" + macro.name + (words.isEmpty ? "" : ":" + words) + "}"
    return "/plugins/servlet/confluence/placeholder/macro?definition="
      + Base64.encodeForURL(Array(definition.utf8)) + "&locale=en_GB&version=2"
  }
}

extension ConfluencePanel {
  /// The macros carry other names than the colours that they show: `note` is yellow and `warning`
  /// red. Purple has no macro; a panel of that colour needs a title, as it has no icon.
  var dataCenterMacro: ConfluenceMacro {
    switch self {
    case .note: ConfluenceMacro(name: "info", parameters: [])
    case .tip: ConfluenceMacro(name: "tip", parameters: [])
    case .important:
      ConfluenceMacro(
        name: "panel",
        parameters: [
          ("bgColor", "#eae6ff"), ("borderColor", "#998dd9"), ("title", "Important"),
        ])
    case .warning: ConfluenceMacro(name: "note", parameters: [])
    case .caution: ConfluenceMacro(name: "warning", parameters: [])
    }
  }
}
