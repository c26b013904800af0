import RunbookChecks
package import RunbookModel

/// What the headings of a page are called in addresses of Confluence, by the anchors that they have
/// here. Confluence makes its own from a heading's text: Cloud writes hyphens for the spaces, Data
/// Center leaves them out and puts the page's title in front; a text that was there before gets a
/// number.
package struct HeadingAnchors: Sendable {
  private struct Heading {
    let text: String
    /// How many headings before it have the same text.
    let repeats: Int
  }

  private var headings: [String: Heading] = [:]

  /// - Parameters:
  ///   - document: the page. A first heading that repeats the title is not in its export: a link to it
  ///     leads to the page.
  ///   - outline: of the page.
  ///   - title: of the page in Confluence.
  package init(_ document: Document, _ outline: PageOutline, title: String) {
    let left = document.repeatedTitle(title).map { document.blocks[$0].range }
    var counts: [String: Int] = [:]
    var placed: [Heading?] = []
    for section in outline.sections {
      guard section.range != left else {
        placed.append(nil)
        continue
      }
      let key = Self.hyphenated(section.text)
      let heading = Heading(text: section.text, repeats: counts[key, default: 0])
      counts[key, default: 0] += 1
      headings[section.heading.id] = heading
      placed.append(heading)
    }
    // A step is in Confluence what stands under its heading.
    for block in outline.codeBlocks {
      guard let step = block.value.attribute("step")?.value.text, let section = block.section,
        let heading = placed[section]
      else { continue }
      headings["step-\(step)"] = heading
    }
  }

  /// The part of an address after its `#`, percent-encoded; nil where Confluence has no such place.
  ///
  /// - Parameters:
  ///   - anchor: as links of the wiki have it.
  ///   - title: of the page in Confluence.
  func fragment(_ anchor: String, title: String, _ target: ConfluenceTarget) -> String? {
    guard let heading = headings[anchor] else { return nil }
    let name =
      switch target {
      case .cloud: Self.hyphenated(heading.text)
      case .dataCenter: Self.joined(title) + "-" + Self.joined(heading.text)
      }
    return PercentEncoding.encode(heading.repeats == 0 ? name : "\(name).\(heading.repeats)")
  }

  private static func hyphenated(_ text: String) -> String { words(text, joinedBy: "-") }

  private static func joined(_ text: String) -> String { words(text, joinedBy: "") }

  private static func words(_ text: String, joinedBy separator: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: separator)
    }
    let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return words.map { String(Substring($0)) }.joined(separator: separator)
  }
}
