import RunbookModel

/// The little that an export understands of HTML.
enum InlineHTML {
  /// One tag or comment, as cmark gives it.
  enum Piece {
    case lineBreak
    case comment
    case other

    init(_ html: String) {
      switch Word(html)?.name {
      case "br": self = .lineBreak
      default: self = html.hasPrefix("<!--") ? .comment : .other
      }
    }
  }

  /// Whether it is HTML that a browser would act on. A name that HTML does not have is a
  /// placeholder, which shown as text is shown as it was meant.
  static func holdsElement(_ html: String) -> Bool {
    html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().contains { piece in
      let name = piece.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      return names.contains(name.lowercased())
    }
  }

  /// Elements of the HTML standard that people write in Markdown.
  private static let names = Set(
    ("a abbr article aside audio b blockquote body button caption center cite code col colgroup dd"
      + " del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6"
      + " head header hr html i iframe img input ins kbd label li link main mark meta nav object ol"
      + " p picture pre q s samp script section small source span strike strong style sub summary"
      + " sup svg table tbody td textarea tfoot th thead title tr tt u ul var video").split(
        separator: " "
      ).map(String.init))

  /// A block of HTML as lines of text: comments vanish and so do lines that are then blank.
  static func visibleLines(of html: String) -> [String] {
    removing(from: html[...], "<!--", "-->").split(whereSeparator: \.isNewline).map { line in
      String(line.reversed().drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace))
    }.filter { !$0.isEmpty }
  }

  /// The text without what stands between the two, and without them; one that does not end takes
  /// the rest with it, as in HTML.
  private static func removing(
    from text: Substring, _ opening: String, _ closing: String
  ) -> String {
    var result = ""
    var rest = text
    while let start = rest.firstRange(of: opening) {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstRange(of: closing).map { rest[$0.upperBound...] } ?? ""
    }
    return result + rest
  }

  /// The name of a tag, in lower case.
  private struct Word {
    let name: String
    let isClosing: Bool

    init?(_ html: String) {
      guard html.hasPrefix("<"), html.hasSuffix(">") else { return nil }
      let inside = html.dropFirst().dropLast()
      isClosing = inside.hasPrefix("/")
      name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      let after = inside.dropFirst(name.count + (isClosing ? 1 : 0))
      // `<br-something>` is another tag.
      guard !name.isEmpty, after.first.map({ $0 == "/" || $0.isWhitespace }) ?? true else {
        return nil
      }
    }
  }
}
