/// Anchors of headings as GitHub makes them: lower case, blanks to hyphens, punctuation dropped, and
/// `-1`, `-2` … behind a name that the page has already.
struct HeadingSlugs {
  private var used: [String: Int] = [:]

  mutating func slug(for text: String) -> String {
    let slug = text.utf8.allSatisfy { $0 < 0x80 } ? Self.plain(text) : Self.folded(text)
    return unique(slug.isEmpty ? "section" : slug)
  }

  /// For ASCII, as nearly all headings are.
  private static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): bytes.append(UInt8(ascii: "-"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func folded(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug.append("-")
      case "-", "_": slug.unicodeScalars.append(scalar)
      case _ where scalar.isASCII:
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          slug += scalar.properties.lowercaseMapping
        }
      default:
        if scalar.properties.isAlphabetic || isMarkOrDigit(scalar) {
          slug += scalar.properties.lowercaseMapping
        }
      }
    }
    return slug
  }

  private mutating func unique(_ slug: String) -> String {
    guard var count = used[slug] else {
      used[slug] = 0
      return slug
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(slug)-\(count)"
    } while used[candidate] != nil
    used[slug] = count
    used[candidate] = 0
    return candidate
  }

  private static func isMarkOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation,
      .decimalNumber:
      true
    default: false
    }
  }
}
