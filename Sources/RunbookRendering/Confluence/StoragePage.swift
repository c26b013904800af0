/// What surrounds the body of a page: plain values that come from front matter and config.
package struct StoragePage: Sendable {
  /// A row of the page-properties table.
  package struct Row: Sendable {
    package enum Value: Sendable {
      case text(String)
      case status(StorageStatus)
      case link(text: String, url: String)
    }

    package let key: String
    package let value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }

    package init(_ key: String, _ text: String) {
      self.init(key, .text(text))
    }
  }

  /// The page's name in Confluence. A first heading that only repeats it is left out of the body,
  /// because Confluence shows the title itself.
  package let title: String
  /// Rows for the `details` macro, from which a Page Properties Report lists pages.
  package var properties: [Row] = []
  /// Labels as the author wrote them; the output holds them in Confluence's spelling.
  package var labels: [String] = []
  /// The file that the generated-by line names; nil for no line.
  package var source: String?
  package var revision: String?
  /// Heading levels for a table of contents; nil for none.
  package var contents: ClosedRange<Int>?

  package init(title: String) {
    self.title = title
  }
}

/// A coloured word in a small box.
package struct StorageStatus: Sendable, Hashable {
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

/// Where a link of the page leads in Confluence.
package enum StorageLink: Sendable, Hashable {
  case page(title: String, space: String?, anchor: String?)
  case samePage(anchor: String)
  case attachment(fileName: String)
  case external(String)
  case broken
}

/// Where an image of the page comes from in Confluence.
package enum StorageImage: Sendable, Hashable {
  case attachment(fileName: String)
  case url(String)
  case broken
}

/// Answers what a destination in the Markdown means in Confluence.
package struct StorageResolver: Sendable {
  package let link: @Sendable (String) -> StorageLink
  package let image: @Sendable (String) -> StorageImage

  package init(
    link: @escaping @Sendable (String) -> StorageLink,
    image: @escaping @Sendable (String) -> StorageImage
  ) {
    self.link = link
    self.image = image
  }
}

package struct StorageOutput: Sendable {
  /// A storage-format fragment in UTF-8: well-formed XML but for the root, which the server adds.
  package let bytes: [UInt8]
  /// Without duplicates, in the order given. Storage format has no place for labels: they travel in
  /// the manifest.
  package let labels: [String]
  package let losses: LossReport
}
