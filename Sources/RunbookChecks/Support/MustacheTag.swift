package import RunbookModel

/// A tag of a Mustache template: `{{name}}`, `{{#section}}` and so on.
package struct MustacheTag: Sendable {
  package enum Kind: Sendable {
    case variable, section, inverted, end, partial, comment
    /// `{{{name}}}` and `{{&name}}`: a value that is not escaped.
    case verbatim
  }

  package let kind: Kind
  /// Empty for a comment.
  package let name: String
  /// The whole tag.
  package let range: ByteRange
  let nameRange: ByteRange
}

/// What is wrong with the tags of a template.
struct MustacheProblem {
  let range: ByteRange
  let summary: String
  let explanation: String
}

/// Splits a template into tags.
struct MustacheReader {
  private(set) var tags: [MustacheTag] = []
  private(set) var problems: [MustacheProblem] = []
  /// How many tags there are, comments and what cannot be read among them.
  private(set) var count = 0
  private let file: SourceFile
  private var index = 0

  init(_ file: SourceFile) {
    self.file = file
    while let start = file.bytes.firstPair(UInt8(ascii: "{"), from: index) {
      count += 1
      guard read(at: start) else { break }
    }
  }

  /// Reads the tag that opens here; false when the rest of the file cannot be read.
  private mutating func read(at start: Int) -> Bool {
    let bytes = file.bytes
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let inner = start + (isTriple ? 3 : 2)
    guard let close = bytes.firstPair(UInt8(ascii: "}"), from: inner) else {
      problems.append(
        .init(
          range: start..<inner, summary: "this tag is never closed",
          explanation: "A tag ends with `\(isTriple ? "}}}" : "}}")`."))
      return false
    }
    let hasThree = close + 2 < bytes.count && bytes[close + 2] == UInt8(ascii: "}")
    index = close + (isTriple && hasThree ? 3 : 2)
    guard !isTriple || hasThree else {
      problems.append(
        .init(
          range: start..<index, summary: "this tag opens with `{{{` and closes with `}}`",
          explanation: "Three braces on both sides stand for a value that is not escaped."))
      return true
    }
    add(start..<index, inner..<close, isTriple: isTriple)
    return true
  }

  private mutating func add(_ range: ByteRange, _ inner: ByteRange, isTriple: Bool) {
    var content = inner
    guard let sigil = file.bytes[inner].first(where: { $0 != 32 && $0 != 9 }) else {
      problems.append(
        .init(range: range, summary: "this tag has no name", explanation: "Name a value in it."))
      return
    }
    var kind = isTriple ? MustacheTag.Kind.verbatim : .variable
    if !isTriple, let special = Self.sigils[sigil] {
      let place = file.bytes[inner].firstIndex(of: sigil) ?? inner.lowerBound
      content = place + 1..<inner.upperBound
      switch special {
      case .kind(.comment):
        tags.append(
          MustacheTag(kind: .comment, name: "", range: range, nameRange: inner.prefix(0)))
        return
      case .kind(let found): kind = found
      case .refused(let what):
        problems.append(
          .init(
            range: range, summary: "\(what) are not supported in templates",
            explanation: "Templates use values, sections, inverted sections, partials and "
              + "comments."))
        return
      }
    }
    add(kind, range, content)
  }

  private mutating func add(_ kind: MustacheTag.Kind, _ range: ByteRange, _ content: ByteRange) {
    var name = content
    while let first = file.bytes[name].first, first.isBlank { name = name.dropFirst() }
    while let last = file.bytes[name].last, last.isBlank { name = name.dropLast() }
    let text = file.text(name)
    guard !text.isEmpty else {
      problems.append(
        .init(range: range, summary: "this tag has no name", explanation: "Name a value in it."))
      return
    }
    guard text.utf8.allSatisfy({ $0.isAlphanumeric || $0.isOne(of: "_-./") }) else {
      problems.append(
        .init(
          range: range, summary: "`\(text.prefix(60))` is not a name",
          explanation: "A name is made of letters, digits, `_`, `-` and `.`. Calls such as "
            + "`uppercased(name)` are not supported."))
      return
    }
    tags.append(MustacheTag(kind: kind, name: text, range: range, nameRange: name))
  }

  private enum Special {
    case kind(MustacheTag.Kind)
    case refused(String)
  }

  private static let sigils: [UInt8: Special] = [
    UInt8(ascii: "!"): .kind(.comment), UInt8(ascii: "&"): .kind(.verbatim),
    UInt8(ascii: "#"): .kind(.section), UInt8(ascii: "^"): .kind(.inverted),
    UInt8(ascii: "/"): .kind(.end), UInt8(ascii: ">"): .kind(.partial),
    UInt8(ascii: "="): .refused("other delimiters"),
    UInt8(ascii: "<"): .refused("parents, `{{<`,"),
    UInt8(ascii: "$"): .refused("blocks, `{{$`,"),
    UInt8(ascii: "%"): .refused("pragmas, `{{%`,"),
  ]
}

extension [UInt8] {
  /// The first of two equal bytes in a row.
  fileprivate func firstPair(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < count {
      if self[index] == byte && self[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
}
