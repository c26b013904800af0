/// Where a page is in Confluence: the number that it has there, or an address that somebody copied
/// from a browser.
package struct PageAddress: Sendable, Equatable {
  /// The page's number; nil for an address that finds the page by its title.
  package let id: String?
  /// As it was given, without the heading that it may have led to; nil where only the number was.
  package let url: String?
  /// The Confluence that the address is of, such as `https://acme.atlassian.net/wiki`.
  package let site: String?
  /// The key of the space, where the address names it.
  package let space: String?
  /// Whether the address shows the page, and does so by a name that stays readable.
  package let isView: Bool

  /// - Parameter id: digits only.
  package init(id: String) {
    self.id = id
    (url, site, space, isView) = (nil, nil, nil, false)
  }

  /// - Parameter text: a number or an address. Nil for what is neither, and for an address that is
  ///   not one of a page.
  package init?(_ text: String) {
    if PageAddressParts.isNumber(text[...]) {
      self.init(id: text)
    } else if let page = PageAddressParts(text)?.page {
      self.init(page, url: String(text.prefix { $0 != "#" }))
    } else {
      return nil
    }
  }

  private init(_ page: PageAddressParts.Page, url: String) {
    self.url = url
    (id, site, space, isView) = (page.id, page.site, page.space, page.isView)
  }

  /// The value of its line in the address book.
  package var text: String { url ?? id ?? "" }
}

/// What an address of Confluence is made of, and what that says. The shapes are those of Atlassian's
/// support pages on the forms of a page's address; a short link is the page's number in Base64.
struct PageAddressParts {
  /// `https://host:port`, in lower case.
  let origin: String
  let path: [Substring]
  private let query: [Substring: Substring]

  struct Page {
    var id: String?
    var site: String
    var space: String?
    var isView: Bool
  }

  /// Nil for what is no address of the web, and for one that would not survive being written down.
  init?(_ text: String) {
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && !"\"'<>\\`{}|^".unicodeScalars.contains(scalar)
    }
    guard isClean, let end = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<end.lowerBound].lowercased()
    let address = text[end.upperBound...].prefix { $0 != "#" }
    let place = address.prefix { $0 != "?" }
    let host = place.prefix { $0 != "/" }
    guard ["http", "https"].contains(scheme), !host.isEmpty, !host.contains("@"),
      host.contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    origin = scheme + "://" + host.lowercased()
    path = place.dropFirst(host.count).split(separator: "/")
    query = address.dropFirst(place.count + 1).split(separator: "&").reduce(into: [:]) {
      let pair = $1.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { $0[pair[0]] = pair[1] }
    }
  }

  var hasQuery: Bool { !query.isEmpty }

  static func isNumber(_ text: Substring) -> Bool {
    (1...19).contains(text.utf8.count) && text.first != "0"
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The page that it shows or edits.
  var page: Page? {
    for start in path.indices {
      guard var page = shape(path[start...]) else { continue }
      page.site = ([origin[...]] + path[..<start]).joined(separator: "/")
      return page
    }
    return nil
  }

  private func shape(_ rest: ArraySlice<Substring>) -> Page? {
    let words = Array(rest)
    switch words[0] {
    case "spaces" where words.count >= 4 && words[2] == "pages":
      let isEditor = !Self.isNumber(words[3])
      guard let id = words.dropFirst(isEditor ? 4 : 3).first, Self.isNumber(id) else { return nil }
      return Page(id: String(id), site: "", space: String(words[1]), isView: !isEditor)
    case "pages" where words.count == 2 && words[1].hasSuffix(".action"):
      if let id = query["pageId"], Self.isNumber(id) {
        return Page(id: String(id), site: "", isView: words[1] == "viewpage.action")
      }
      guard words[1] == "viewpage.action", let space = query["spaceKey"], query["title"] != nil
      else { return nil }
      return Page(site: "", space: String(space), isView: true)
    case "display" where words.count >= 3:
      return Page(site: "", space: String(words[1]), isView: true)
    case "x" where words.count == 2:
      return Self.number(ofShortLink: words[1]).map { Page(id: $0, site: "", isView: false) }
    default: return nil
    }
  }

  /// Base64 of the number's bytes, the lowest first, without the zeros at its end; `/` and `+` are
  /// written as `-` and `_`.
  private static func number(ofShortLink text: Substring) -> String? {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)
    guard (1...11).contains(text.utf8.count) else { return nil }
    var bits: [Bool] = []
    for byte in text.utf8 {
      guard let value = digits.firstIndex(of: byte) else { return nil }
      bits += (0..<6).map { value >> (5 - $0) & 1 == 1 }
    }
    var number: UInt64 = 0
    for place in 0..<min(8, (bits.count + 7) / 8) {
      let byte = (0..<8).reduce(UInt64(0)) { sum, bit in
        let index = place * 8 + bit
        return sum << 1 | (index < bits.count && bits[index] ? 1 : 0)
      }
      number |= byte << UInt64(8 * place)
    }
    return number > 0 && number <= Int64.max ? String(number) : nil
  }
}
