import RunbookModel

extension ValueLayer {
  /// A value as one reading of the text around it has to find it. The page's script and the scripts of
  /// procedures spell the same rules.
  package func quoted(_ value: String) -> String {
    switch self {
    case .bare: ValueLayer.isWord(value) ? value : "'\(escaped(value))'"
    case .quoted: "'\(escaped(value))'"
    case .single, .double, .ansi, .heredoc, .text, .backtick, .backtickInDouble: escaped(value)
    }
  }

  private func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch (self, scalar) {
      case (.bare, "'"), (.quoted, "'"), (.single, "'"): text += "'\\''"
      // A shell at a prompt expands `!` in double quotes too, and keeps a backslash before it.
      case (.double, "!"): text += "\"'!'\""
      default:
        if special.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a backslash has to stand before.
  private var special: [Unicode.Scalar] {
    switch self {
    case .double, .backtickInDouble: ["\\", "\"", "$", "`"]
    case .heredoc, .backtick: ["\\", "$", "`"]
    case .ansi: ["\\", "'"]
    case .bare, .quoted, .single, .text: []
    }
  }

  /// Letters, digits and what means nothing to any shell.
  package static func isWord(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.first != UInt8(ascii: "=")
      && value.utf8.allSatisfy {
        Byte.continuesName($0) || $0.isOne(of: "./:@%+,=-")
      }
  }
}

extension ValuePlace {
  /// The text for the place.
  ///
  /// - Parameter isLimited: whether the page says what the value may be.
  /// - Returns: the text, or why the value cannot stand there.
  package func filled(with value: String, isLimited: Bool) -> Result<String, ValueRefusal> {
    if let ending, value.hasPrefix(ending) || ending.hasPrefix(value) {
      return .failure(ValueRefusal(reason: "it would end the here-document"))
    }
    guard let limit else { return .success(layers.reduce(value) { $1.quoted($0) }) }
    let isNumber = !value.isEmpty && value.utf8.allSatisfy(Byte.isDigit)
    let isWord = ValueLayer.isWord(value)
    let passes =
      switch limit.kind {
      case .word: isWord
      case .code: isNumber || isLimited && isWord
      case .name:
        value.utf8.first.map(Byte.startsName) == true && value.utf8.allSatisfy(Byte.continuesName)
      case .digits: isNumber
      case .chosen: isLimited && isWord
      case .nothing: false
      }
    guard passes, !value.contains(where: limit.excluded.contains) else {
      return .failure(ValueRefusal(reason: limit.reason.text))
    }
    return .success(value)
  }
}

/// Why a value cannot stand in a place.
package struct ValueRefusal: Error, Sendable, Equatable {
  package let reason: String
}
