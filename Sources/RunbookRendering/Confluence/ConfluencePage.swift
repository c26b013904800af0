package import RunbookModel

/// What surrounds the body of a page: plain values that come from front matter and config.
package struct ConfluencePage: Sendable {
  /// A row of the page-properties table.
  package struct Row: Sendable {
    package enum Value: Sendable {
      case text(String)
      case status(ConfluenceStatus)
      /// Words and addresses.
      case contact([ContactText.Piece])
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

  /// A place where commands of the page run, and how a reader gets there.
  package struct Context: Sendable {
    package let status: ConfluenceStatus
    /// The place that it is entered from.
    package var from: String?
    package var command: String?

    package init(_ status: ConfluenceStatus, from: String? = nil, command: String? = nil) {
      self.status = status
      self.from = from
      self.command = command
    }
  }

  /// The page's name in Confluence. A first heading that only repeats it is left out of the body,
  /// because Confluence shows the title itself.
  package let title: String
  /// Rows for the `details` macro, from which a Page Properties Report lists pages.
  package var properties: [Row] = []
  /// Labels as the author wrote them.
  package var labels: [String] = []
  /// The file that the generated-by line names; nil for no line.
  package var source: String?
  package var revision: String?
  /// Heading levels for a table of contents; nil for none.
  package var contents: ClosedRange<Int>?
  package var contexts: [Context] = []
  /// Whether the page lists the pages below it.
  package var listsChildren = false

  package init(title: String) {
    self.title = title
  }
}

/// What the checks know of the page's blocks, by the source offset that a block starts at.
package struct ConfluenceAnnotations: Sendable {
  package struct Code: Sendable {
    package var statuses: [ConfluenceStatus] = []
    /// What the reader should see when the command has run.
    package var expect = ""
    /// The anchor of the step, if links lead to it.
    package var anchor: String?

    package init() {}
  }

  package struct TableRole: Sendable {
    /// Whether the cells of the first column name their rows.
    package var hasRowHeaders = false
    /// Lozenges for cells: by column, then by the cell's text.
    package var statuses: [Int: [String: ConfluenceStatus]] = [:]
    /// Lozenges that follow the cell of a column, one for each row.
    package var trailing: (column: Int, statuses: [ConfluenceStatus?])?

    package init() {}
  }

  package var code: [Int: Code] = [:]
  package var tables: [Int: TableRole] = [:]

  package init() {}
}

/// Answers what a destination in the Markdown means in Confluence.
package struct ConfluenceResolver: Sendable {
  package let link: @Sendable (String) -> ConfluenceDestination
  package let image: @Sendable (String) -> ConfluenceImage.Source
  /// How large the image at a destination is, where that is known.
  package let imageSize: @Sendable (String) -> ImageSize?

  package init(
    link: @escaping @Sendable (String) -> ConfluenceDestination,
    image: @escaping @Sendable (String) -> ConfluenceImage.Source,
    imageSize: @escaping @Sendable (String) -> ImageSize? = { _ in nil }
  ) {
    self.link = link
    self.image = image
    self.imageSize = imageSize
  }
}
