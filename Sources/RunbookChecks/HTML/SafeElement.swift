import RunbookModel

/// What the policy `raw_html: safe` lets through: elements that only structure text, and attributes
/// that can neither run code nor take the page's own looks or names.
enum SafeElement {
  /// May stand within a line.
  static let phrasing = names(
    """
    a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span \
    strike strong sub sup time tt u var wbr
    """)

  /// May stand between lines only.
  static let flow = names(
    """
    blockquote caption center col colgroup dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li \
    ol p pre table tbody td tfoot th thead tr ul
    """)

  /// Between blocks, Markdown's parser has found these already.
  static let folds: Set<String> = ["details", "summary"]

  /// What a table cell holds under every policy, as Markdown has no blocks there.
  static let plainCell: Set<String> = ["details", "li", "ol", "pre", "summary", "ul"]

  /// Elements that a browser takes out of their place, or that close others, unless they stand right
  /// inside one of these.
  static let parents: [String: Set<String>] = [
    "caption": ["table"], "col": ["colgroup"], "colgroup": ["table"], "dd": ["dl"], "dt": ["dl"],
    "figcaption": ["figure"], "li": ["ol", "ul"], "rp": ["ruby"], "rt": ["ruby"],
    "summary": ["details"], "tbody": ["table"], "td": ["tr"], "tfoot": ["table"], "th": ["tr"],
    "thead": ["table"],
    "tr": ["table", "tbody", "tfoot", "thead"],
  ]

  /// An attribute as it is to be written, or nil when it is to be left out.
  static func attribute(_ name: String, _ source: String, of element: String) -> HTMLElement
    .Attribute?
  {
    let value = HTMLText.decode(source)
    func when(_ isFit: Bool) -> HTMLElement.Attribute? { isFit ? .init(name, value) : nil }
    switch name {
    case "title": return .init(name, value)
    case "alt": return when(element == "img")
    case "lang": return when(value.utf8.allSatisfy { isWordByte($0) })
    case "dir": return when(["ltr", "rtl", "auto"].contains(value))
    case "id": return when(isFreeName(value))
    case "name": return when(element == "a" && isFreeName(value))
    case "href":
      return element == "a" && URLSafety.isWebAddress(value) ? .init(name, value, .link) : nil
    case "src":
      let isFit =
        URLSafety.isSafeImage(value) && (URLSafety.isWebAddress(value) || value.hasPrefix("data:"))
      return element == "img" && isFit ? .init(name, value, .image) : nil
    case "width", "height": return when(element == "img" && isSize(value))
    case "align": return when(["left", "right", "center", "justify"].contains(value.lowercased()))
    case "valign":
      return when(["top", "middle", "bottom", "baseline"].contains(value.lowercased()))
    case "colspan", "rowspan": return when(["td", "th"].contains(element) && isNumber(value))
    case "span": return when(["col", "colgroup"].contains(element) && isNumber(value))
    case "scope": return when(element == "th" && ["row", "col"].contains(value))
    case "start": return when(element == "ol" && isNumber(value))
    case "value": return when(element == "li" && isNumber(value))
    case "reversed": return when(element == "ol")
    case "open": return when(element == "details")
    case "datetime": return when(element == "time")
    default: return nil
    }
  }

  /// A name for an anchor that is none of those the page's frame has, which start with `page-`.
  private static func isFreeName(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.allSatisfy { isWordByte($0) }
      && !value.lowercased().hasPrefix("page-")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte.isOne(of: "-_.:") || byte >= 0x80
  }

  private static func isNumber(_ value: String) -> Bool {
    (1...3).contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isSize(_ value: String) -> Bool {
    let digits = value.utf8.prefix { (0x30...0x39).contains($0) }
    return (1...4).contains(digits.count)
      && ["", "%", "px"].contains(value.dropFirst(digits.count))
  }

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
