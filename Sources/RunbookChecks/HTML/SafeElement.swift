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

  static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]

  /// Elements that a browser takes out of their place, or that close others, unless they stand right
  /// inside one of these.
  static let parents: [String: Set<String>] = [
    "caption": ["table"], "col": ["colgroup"], "colgroup": ["table"], "dd": ["dl"], "dt": ["dl"],
    "figcaption": ["figure"], "li": ["ol", "ul"], "rp": ["ruby"], "rt": ["ruby"],
    "tbody": ["table"], "td": ["tr"], "tfoot": ["table"], "th": ["tr"], "thead": ["table"],
    "tr": ["table", "tbody", "tfoot", "thead"],
  ]

  /// An attribute as it is to be written, or nil when it is to be left out.
  static func attribute(_ name: String, _ source: String, of element: String) -> SafeTag.Attribute?
  {
    let value = HTMLText.decode(source)
    func when(_ isFit: Bool) -> SafeTag.Attribute? { isFit ? .init(name, value) : nil }
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
    byte.isAlphanumeric || "-_.:".utf8.contains(byte) || byte >= 0x80
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

/// Character references in raw HTML. Whoever writes the result escapes it again, so that a browser
/// reads exactly what was judged here; a reference that is not known stays as it is spelt.
enum HTMLText {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "apos": "'", "colon": ":", "gt": ">", "lpar": "(", "lt": "<", "nbsp": "\u{A0}",
    "newline": "\n", "quot": "\"", "rpar": ")", "sol": "/", "tab": "\t",
  ]

  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let (decoded, length) = reference(rest) else {
        result.append(scalar)
        continue
      }
      result.append(decoded)
      rest = rest.dropFirst(length)
    }
    return String(result)
  }

  /// What the reference that starts behind an ampersand stands for, and how many scalars it takes.
  private static func reference(_ rest: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
    let word = rest.prefix(12).prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "#" || ("0"..."9").contains($0))
    }
    let hasEnd = rest.dropFirst(word.count).first == ";"
    let name = String(String.UnicodeScalarView(word)).lowercased()
    let length = word.count + (hasEnd ? 1 : 0)
    guard name.hasPrefix("#") else { return hasEnd ? named[name].map { ($0, length) } : nil }
    let isHexadecimal = name.hasPrefix("#x")
    let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { ($0, length) }
  }
}
