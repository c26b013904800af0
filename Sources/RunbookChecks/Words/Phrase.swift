/// What a reader of the wiki is told in one language, with `{name}` where something is put in.
package enum Phrase: Sendable, Equatable {
  case text(String)
  /// By the category of the count that `{n}` stands for; `other` is always among them.
  case counted([PluralCategory: String])

  /// The text for a count; without one the text that suits most counts.
  package func text(_ category: PluralCategory = .other) -> String {
    switch self {
    case .text(let text): text
    case .counted(let forms): forms[category] ?? forms[.other] ?? ""
    }
  }

  /// What is put in, by its names.
  package var names: Set<String> {
    switch self {
    case .text(let text): Self.names(in: text)
    case .counted(let forms): forms.values.reduce(into: []) { $0.formUnion(Self.names(in: $1)) }
    }
  }

  static func names(in text: String) -> Set<String> {
    Set(
      pieces(of: text).compactMap { piece in
        if case .name(let name) = piece { name } else { nil }
      })
  }

  package enum Piece: Equatable {
    case text(Substring)
    /// The name in `{name}`.
    case name(String)
  }

  /// A text in parts; braces around anything but letters, digits and `_` are text.
  package static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var start = text.startIndex
    var index = start
    while let open = text[index...].firstIndex(of: "{") {
      let inner = text[text.index(after: open)...]
      let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      index = name.endIndex
      guard !name.isEmpty, index < text.endIndex, text[index] == "}" else { continue }
      index = text.index(after: index)
      if start < open { pieces.append(.text(text[start..<open])) }
      pieces.append(.name(String(name)))
      start = index
    }
    if start < text.endIndex { pieces.append(.text(text[start...])) }
    return pieces
  }
}
