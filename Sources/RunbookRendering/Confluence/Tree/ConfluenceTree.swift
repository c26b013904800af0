package import RunbookChecks

/// A page as one product of Confluence can hold it: the structure pass has run, every name is the
/// product's own, and what was changed or given up on the way stands in the loss report. Payloads
/// are pure functions of this value.
package struct ConfluenceTree: Sendable {
  package let target: ConfluenceTarget
  package let title: String
  package let blocks: [ConfluenceBlock]
  /// In Confluence's spelling, without duplicates, in the order given. No payload has a place for
  /// labels: they travel in the manifest.
  package let labels: [String]
  package let losses: LossReport
}

package indirect enum ConfluenceBlock: Sendable {
  case paragraph([ConfluenceInline])
  /// The level is 1 to 6.
  case heading(level: Int, [ConfluenceInline])
  case code(ConfluenceCode)
  case quote([ConfluenceBlock])
  case panel(ConfluencePanel, [ConfluenceBlock])
  /// `isNested` is Cloud's other kind: an expand inside an expand or a table cell.
  case expand(title: String, isNested: Bool, [ConfluenceBlock])
  /// `start` is the first number of an ordered list, nil for bullets.
  case list(start: Int?, items: [[ConfluenceBlock]])
  case tasks([ConfluenceTask])
  case table(ConfluenceTable)
  case rule
  /// An image that stands alone, with its caption.
  case image(ConfluenceImage)
  /// A macro without a body: table of contents, list of child pages.
  case macro(ConfluenceMacro)
  /// The page-properties macro around its table.
  case properties(ConfluenceTable)
}

/// A code block in the words of its target.
package struct ConfluenceCode: Sendable {
  /// Always a name that the target knows.
  package let language: String
  /// Empty for none.
  package let title: String
  package let text: String
  /// What else the macro is told, in order: Data Center only.
  package let options: [(name: String, value: String)]
}

/// What a panel says by its colour.
package enum ConfluencePanel: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

package struct ConfluenceTask: Sendable {
  /// Counts from 1 through the page, which is all the identity that the source gives a task.
  package let id: Int
  package let isDone: Bool
  package let content: [ConfluenceInline]
  package let below: [ConfluenceTask]
}

package struct ConfluenceTable: Sendable {
  package enum Alignment: Sendable { case start, center, end }

  package struct Cell: Sendable {
    package let isHeader: Bool
    package let alignment: Alignment
    /// Never empty.
    package let blocks: [ConfluenceBlock]
    /// The first column that it stands in, and how many columns and rows it takes.
    package let column: Int
    package let columns: Int
    package let rows: Int

    init(
      isHeader: Bool, alignment: Alignment, blocks: [ConfluenceBlock], column: Int,
      columns: Int = 1, rows: Int = 1
    ) {
      self.isHeader = isHeader
      self.alignment = alignment
      self.blocks = blocks
      self.column = column
      self.columns = columns
      self.rows = rows
    }
  }

  /// Widths; nil for a table that the product may size.
  package let columns: ConfluenceColumns?
  /// Whether the product draws a column with the numbers of the rows, which no cell then holds.
  package let isNumbered: Bool
  /// The header row first, unless the table has none. The cells of a row and those that reach into it
  /// fill its columns, and each row has a cell of its own.
  package let rows: [[Cell]]
}

package struct ConfluenceMacro: Sendable {
  package let name: String
  package let parameters: [(name: String, value: String)]
}
