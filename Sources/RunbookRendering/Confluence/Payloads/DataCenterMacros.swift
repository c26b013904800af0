import RunbookModel

/// Macro parameters as Data Center's editor keeps them in an attribute
/// (`Confluence.MacroParameterSerializer`): sorted by name, `|` between them, a backslash before `=`,
/// `|` and `\` that belong to a value.
enum DataCenterParameters {
  static func text(_ parameters: [(name: String, value: String)]) -> String {
    var bytes = ByteBuffer()
    append(parameters, to: &bytes)
    return bytes.string
  }

  private static func append(
    _ parameters: [(name: String, value: String)], to bytes: inout ByteBuffer
  ) {
    let isSorted = zip(parameters, parameters.dropFirst()).allSatisfy { $0.name <= $1.name }
    let sorted = isSorted ? parameters : parameters.sorted { $0.name < $1.name }
    for (index, parameter) in sorted.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "|")) }
      escape(parameter.name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      escape(parameter.value, to: &bytes)
    }
  }

  private static func escape(_ text: String, to bytes: inout ByteBuffer) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "="), UInt8(ascii: "|"):
        bytes.append(UInt8(ascii: "\\"))
      default: break
      }
      bytes.append(byte)
    }
  }

  /// Where the server draws the picture of a macro without a body. It is asked with the macro in
  /// wiki notation, in URL-safe Base64 (RFC 4648 §5) without padding.
  static func placeholder(_ macro: ConfluenceMacro) -> String {
    var definition = ByteBuffer()
    definition.append("{")
    definition.append(macro.name)
    var separator = UInt8(ascii: ":")
    for unnamed in macro.parameters where unnamed.name.isEmpty && !unnamed.value.isEmpty {
      definition.append(separator)
      definition.append(unnamed.value)
      separator = UInt8(ascii: "|")
    }
    let named = macro.parameters.filter { !$0.name.isEmpty }
    if !named.isEmpty {
      definition.append(separator)
      append(named, to: &definition)
    }
    definition.append(UInt8(ascii: "}"))
    return "/plugins/servlet/confluence/placeholder/macro?definition="
      + Base64.encodeForURL(definition.array()) + "&locale=en_GB&version=2"
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
