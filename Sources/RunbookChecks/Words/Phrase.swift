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
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
      let first = bytes.index(after: open)
      index = bytes[first...].firstIndex { !isNameByte($0) } ?? bytes.endIndex
      guard first < index, index < bytes.endIndex, bytes[index] == UInt8(ascii: "}") else {
        continue
      }
      if start < open { pieces.append(.text(text[start..<open])) }
      pieces.append(.name(String(text[first..<index])))
      index = bytes.index(after: index)
      start = index
    }
    if start < bytes.endIndex { pieces.append(.text(text[start...])) }
    return pieces
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
