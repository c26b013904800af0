/// Anchors of headings as GitHub makes them: lower case, blanks to hyphens, punctuation dropped, and
/// `-1`, `-2` … behind a name that the page has already.
struct HeadingSlugs {
  private var used: [String: Int] = [:]

  mutating func slug(for text: String) -> String {
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
        if scalar.properties.isAlphabetic || Self.isMarkOrDigit(scalar) {
          slug += scalar.properties.lowercaseMapping
        }
      }
    }
    return unique(slug.isEmpty ? "section" : slug)
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
