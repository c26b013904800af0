/// A line that says whom to ask, such as `contact` and `escalation.to` of the front matter, taken
/// apart into words and addresses. What is certainly an address becomes a link everywhere the line
/// is shown; everything else stays as it was written.
package enum ContactText {
  package enum Piece: Sendable, Hashable {
    case text(String)
    case link(text: String, address: String)
  }

  package static func pieces(of text: String) -> [Piece] {
    var scanner = ContactScanner(text)
    return scanner.pieces()
  }

  /// The scheme, with its colon, of the first address in a line that may not be published. A word
  /// with a colon among others is no address.
  package static func dangerousScheme(in text: String) -> String? {
    let scanner = ContactScanner(text)
    for (index, byte) in scanner.bytes.enumerated() {
      let destination =
        switch byte {
        case UInt8(ascii: "["): scanner.markdownLink(at: index)?.destination
        case UInt8(ascii: "<"): scanner.bracketed(at: index)?.destination
        default: nil as String?
        }
      if let destination, let scheme = URLSafety.dangerousScheme(of: destination) { return scheme }
    }
    guard !scanner.bytes.contains(where: { $0 <= 0x20 }), scanner.bytes.last != UInt8(ascii: ":")
    else { return nil }
    return URLSafety.dangerousScheme(of: text)
  }
}

/// Goes over a line once, from word to word.
private struct ContactScanner {
  typealias Match = (text: String, destination: String, end: Int)

  let bytes: [UInt8]
  private var found: [ContactText.Piece] = []
  /// Where the text starts that is not in `found` yet.
  private var start = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func pieces() -> [ContactText.Piece] {
    var index = 0
    while index < bytes.count {
      guard let match = match(at: index) else {
        index += 1
        continue
      }
      addText(until: index)
      found.append(.link(text: match.text, address: match.destination))
      index = match.end
      start = index
    }
    addText(until: bytes.count)
    return found
  }

  private mutating func addText(until end: Int) {
    if start < end { found.append(.text(string(start..<end))) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func match(at index: Int) -> Match? {
    let before = index > 0 ? bytes[index - 1] : 0x20
    // Behind `Call:` and letters of other scripts only what cannot be the end of a word.
    let isFree = before < 0x80 && !isLetterOrDigit(before) && !before.isOne(of: "+-._/@:#%=&?~")
    guard isFree || before >= 0x80 || before == UInt8(ascii: ":") else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "["): return safe(markdownLink(at: index))
    case UInt8(ascii: "<"): return safe(bracketed(at: index))
    case UInt8(ascii: "+"): return phone(at: index)
    default:
      if let match = webAddress(at: index) { return match }
      return isFree ? knownHost(at: index) ?? mail(at: index) : nil
    }
  }

  private func safe(_ match: Match?) -> Match? {
    guard var match else { return nil }
    if let mail = ContactScanner(match.destination).mail(at: 0),
      mail.end == match.destination.utf8.count
    {
      match.destination = mail.destination
    }
    return URLSafety.isContactAddress(match.destination) ? match : nil
  }

  // MARK: Spelt as in Markdown

  /// `[label](destination)`.
  func markdownLink(at index: Int) -> Match? {
    guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")), close > index + 1,
      close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "(")
    else { return nil }
    var depth = 0
    for end in (close + 1)..<bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case ...0x20: return nil
      default: break
      }
      guard depth == 0 else { continue }
      return (string(index + 1..<close), string(close + 2..<end), end + 1)
    }
    return nil
  }

  /// `<destination>`.
  func bracketed(at index: Int) -> Match? {
    guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")), close > index + 1,
      !bytes[index..<close].contains(where: { $0 <= 0x20 })
    else { return nil }
    let destination = string(index + 1..<close)
    return (destination, destination, close + 1)
  }

  // MARK: Bare

  /// `https://…`, `mailto:…`, `tel:…` and the like, without the punctuation behind it.
  private func webAddress(at index: Int) -> Match? {
    let scheme = bytes[index...].prefix { isLetterOrDigit($0) }.count
    let colon = index + scheme
    guard scheme > 1, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let end = endOfAddress(from: colon + 1)
    let rest = bytes[(colon + 1)..<end]
    let address = string(index..<end)
    guard URLSafety.isContactAddress(address) else { return nil }
    let isWhole =
      switch URLSafety.scheme(of: address) {
      case "mailto": rest.contains(UInt8(ascii: "@"))
      case "tel", "sms": rest.contains(where: isDigit)
      default: rest.starts(with: "//".utf8) && rest.dropFirst(2).contains(where: isLetterOrDigit)
      }
    return isWhole ? (address, address, end) : nil
  }

  /// A host whose name says what it is, without its scheme.
  private func knownHost(at index: Int) -> Match? {
    let host = bytes[index...].prefix { isLetterOrDigit($0) || $0 == dot || $0 == hyphen }
    guard isLetterOrDigit(bytes[index]) else { return nil }
    let name = string(index..<host.endIndex).lowercased()
    guard name.hasSuffix(".slack.com") || name.hasSuffix(".pagerduty.com"),
      host.endIndex == bytes.count || bytes[host.endIndex] != UInt8(ascii: "@")
    else { return nil }
    let address = string(index..<endOfAddress(from: host.endIndex))
    return (address, "https://" + address, index + address.utf8.count)
  }

  private func mail(at index: Int) -> Match? {
    let local = bytes[index...].prefix { isLetterOrDigit($0) || $0.isOne(of: "._+-") }
    guard !local.isEmpty, local.first != dot, local.endIndex < bytes.count,
      bytes[local.endIndex] == UInt8(ascii: "@")
    else { return nil }
    var end = local.endIndex + 1
    end += bytes[end...].prefix { isLetterOrDigit($0) || $0 == dot || $0 == hyphen }.count
    while end > local.endIndex, bytes[end - 1] == dot || bytes[end - 1] == hyphen { end -= 1 }
    let labels = bytes[(local.endIndex + 1)..<max(end, local.endIndex + 1)]
      .split(separator: dot, omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(where: \.isEmpty), labels.last?.count ?? 0 > 1,
      end == bytes.count || !bytes[end].isOne(of: ":/@_") && bytes[end] < 0x80
    else { return nil }
    let address = string(index..<end)
    return (address, "mailto:" + address, end)
  }

  /// A number with its country, written in groups. It is certain only if nothing follows that might
  /// be its last group.
  private func phone(at index: Int) -> Match? {
    var end = index + 1
    while end < bytes.count, isDigit(bytes[end]) || bytes[end].isOne(of: " -.()") { end += 1 }
    while !isDigit(bytes[end - 1]), end > index + 1 { end -= 1 }
    let next = bytes[end...].drop { $0 == 0x20 }.first
    let isWhole = next.map { $0.isOne(of: ",;()<|") } ?? true
    if !isWhole {
      // The first group alone, if it is as long as a number.
      end = index + 1 + bytes[(index + 1)...].prefix(while: isDigit).count
      guard end < bytes.count, bytes[end] == 0x20 else { return nil }
    }
    let text = string(index..<end)
    var digits: [UInt8] = []
    for group in text.split(separator: "(0)") { digits += group.utf8.filter(isDigit) }
    guard (8...15).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    return (text, "tel:+" + String(decoding: digits, as: UTF8.self), end)
  }

  /// Punctuation at the end belongs to the sentence, and so does a bracket that was opened before.
  private func endOfAddress(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, !bytes[end].isOne(of: "<>\"`") { end += 1 }
    while end > start {
      let last = bytes[end - 1]
      guard last.isOne(of: ".,;:!?'*]") || last == UInt8(ascii: ")") && hasSurplus(start..<end)
      else { break }
      end -= 1
    }
    return end
  }

  /// Whether more brackets are closed than opened.
  private func hasSurplus(_ range: Range<Int>) -> Bool {
    bytes[range].reduce(0) { depth, byte in
      byte == UInt8(ascii: "(") ? depth + 1 : byte == UInt8(ascii: ")") ? depth - 1 : depth
    } < 0
  }

  private let dot = UInt8(ascii: ".")
  private let hyphen = UInt8(ascii: "-")

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
