/// Inline content as Confluence's editors keep it: a flat run of text with sets of marks.
package enum ConfluenceInline: Sendable {
  case text(String, ConfluenceMarks)
  case code(String, ConfluenceMarks)
  case lineBreak(ConfluenceMarks)
  /// Links do not nest.
  indirect case link(ConfluenceDestination, [ConfluenceInline])
  indirect case image(ConfluenceImage)
  indirect case status(ConfluenceStatus)
  /// A place that links lead to.
  case anchor(String)

  var isLineBreak: Bool {
    if case .lineBreak = self { true } else { false }
  }

  /// Whether it shows nothing.
  var isBlank: Bool {
    switch self {
    case .text(let text, _), .code(let text, _): text.allSatisfy(\.isWhitespace)
    case .lineBreak, .anchor: true
    case .link(_, let words): words.allSatisfy(\.isBlank)
    case .image, .status: false
    }
  }
}

/// One kind of emphasis; the raw value is the element that storage format and HTML write.
package enum ConfluenceMark: String, Sendable, CaseIterable {
  case strong = "strong"
  case emphasis = "em"
  case strikethrough = "del"
  case lowered = "sub"
  case raised = "sup"
  case underline = "u"

  fileprivate var code: UInt32 {
    switch self {
    case .strong: 1
    case .emphasis: 2
    case .strikethrough: 3
    case .lowered: 4
    case .raised: 5
    case .underline: 6
    }
  }
}

/// A set of marks that remembers which stands outside which: four bits each, the outermost lowest.
package struct ConfluenceMarks: Sendable, Hashable {
  private var packed: UInt32 = 0

  package init() {}

  package init(_ marks: ConfluenceMark...) {
    for mark in marks { insert(mark) }
  }

  package var isEmpty: Bool { packed == 0 }

  package func contains(_ mark: ConfluenceMark) -> Bool {
    var rest = packed
    while rest != 0 {
      if rest & 15 == mark.code { return true }
      rest >>= 4
    }
    return false
  }

  /// Emphasis in the same emphasis adds nothing.
  mutating func insert(_ mark: ConfluenceMark) {
    guard !contains(mark) else { return }
    var shift: UInt32 = 0
    while packed >> shift != 0 { shift += 4 }
    packed |= mark.code << shift
  }

  mutating func remove(_ mark: ConfluenceMark) {
    let others = list.filter { $0 != mark }
    packed = 0
    for other in others { insert(other) }
  }

  /// From the outermost to the innermost.
  package var list: [ConfluenceMark] {
    var marks: [ConfluenceMark] = []
    var rest = packed
    while rest != 0 {
      marks.append(Self.byCode[Int(rest & 15)])
      rest >>= 4
    }
    return marks
  }

  /// Whether they are the same marks, whichever stands outside.
  func looksLike(_ other: ConfluenceMarks) -> Bool {
    packed == other.packed || Set(list) == Set(other.list)
  }

  private static let byCode: [ConfluenceMark] =
    [.strong, .strong, .emphasis, .strikethrough, .lowered, .raised, .underline]
}

/// Where a link of the page leads in Confluence.
package indirect enum ConfluenceDestination: Sendable, Hashable {
  /// A page of the export. `url` is where the wiki publishes it, for payloads that cannot name a
  /// page by its title.
  case page(title: String, space: String?, anchor: String?, url: String?)
  case samePage(anchor: String, url: String?)
  /// From a footnote back to its reference: only payloads with anchors write it.
  case footnoteBack(anchor: String)
  case attachment(fileName: String, url: String?)
  case external(String)
  case broken
}

package struct ConfluenceImage: Sendable, Hashable {
  /// Where an image of the page comes from in Confluence.
  package enum Source: Sendable, Hashable {
    /// `url` is where the wiki publishes it.
    case attachment(fileName: String, url: String?)
    case url(String)
    case broken

    /// An address that a browser can fetch it from.
    package var url: String? {
      switch self {
      case .attachment(_, let url): url
      case .url(let url): url
      case .broken: nil
      }
    }
  }

  package let source: Source
  package let description: String
  /// Empty for none.
  package let title: String
  /// In pixels; nil for its own size.
  package let width: Int?
  package let height: Int?

  init(
    source: Source, description: String, title: String, width: Int? = nil, height: Int? = nil
  ) {
    self.source = source
    self.description = description
    self.title = title
    self.width = width
    self.height = height
  }
}

/// A coloured word in a small box.
package struct ConfluenceStatus: Sendable, Hashable {
  /// The names that the `status` macro takes.
  package enum Colour: String, Sendable, CaseIterable {
    case grey = "Grey"
    case red = "Red"
    case yellow = "Yellow"
    case green = "Green"
    case blue = "Blue"
    /// Cloud only.
    case purple = "Purple"
  }

  package let title: String
  package let colour: Colour

  package init(_ title: String, _ colour: Colour) {
    self.title = title
    self.colour = colour
  }
}
