/// The Markdown of a page as values: blocks, inlines, and the source bytes of each.
package struct Document: Sendable {
  package let blocks: [Block]
  /// Footnotes in the order of their first reference.
  package let footnotes: [Footnote]

  package init(blocks: [Block], footnotes: [Footnote]) {
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

package struct Footnote: Sendable {
  /// The label as the author wrote it, without `^`.
  package let label: String
  package let blocks: [Block]
  package let range: ByteRange
  /// How many references point here.
  package let references: Int

  package init(label: String, blocks: [Block], range: ByteRange, references: Int) {
    self.label = label
    self.blocks = blocks
    self.range = range
    self.references = references
  }
}

package struct Block: Sendable {
  package indirect enum Kind: Sendable {
    case paragraph([Inline])
    case heading(Heading)
    case code(CodeBlock)
    case html(String)
    case quote([Block])
    case alert(Alert)
    case details(Details)
    case list(List)
    case table(Table)
    case thematicBreak
    /// Raw HTML that is let through, with the blocks in it. The parser makes none.
    case element(HTMLElement, [Block])
    /// Text in such an element that stands without a paragraph.
    case inlines([Inline])
  }

  package let kind: Kind
  package let range: ByteRange

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

package struct Heading: Sendable {
  /// 1 to 6.
  package let level: Int
  package let content: [Inline]
  /// Anchor in the way GitHub makes it, unique on the page.
  package let id: String

  package init(level: Int, content: [Inline], id: String) {
    self.level = level
    self.content = content
    self.id = id
  }
}

/// A GitHub alert: a block quote whose first line is `[!NOTE]` alone.
package struct Alert: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  package let kind: Kind
  package let blocks: [Block]

  package init(kind: Kind, blocks: [Block]) {
    self.kind = kind
    self.blocks = blocks
  }
}

/// `<details>` with its summary; Markdown between blank lines inside it is Markdown.
package struct Details: Sendable {
  /// Text of the summary with tags removed and entities resolved.
  package let summary: String
  package let isOpen: Bool
  package let blocks: [Block]

  package init(summary: String, isOpen: Bool, blocks: [Block]) {
    self.summary = summary
    self.isOpen = isOpen
    self.blocks = blocks
  }
}

package struct List: Sendable {
  package struct Item: Sendable {
    /// Nil when it is not a task.
    package let isChecked: Bool?
    package let blocks: [Block]
    package let range: ByteRange

    package init(isChecked: Bool?, blocks: [Block], range: ByteRange) {
      self.isChecked = isChecked
      self.blocks = blocks
      self.range = range
    }
  }

  /// The first number of an ordered list; nil for a bullet list.
  package let start: Int?
  package let isTight: Bool
  package let items: [Item]

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

package struct Table: Sendable {
  package enum Alignment: Sendable { case none, left, center, right }

  package struct Cell: Sendable {
    package let content: [Inline]
    /// The cell's text without surrounding blanks; empty, at the row's end, for a cell that cmark
    /// added to a short row.
    package let range: ByteRange

    package init(content: [Inline], range: ByteRange) {
      self.content = content
      self.range = range
    }
  }

  package struct Row: Sendable {
    /// As many cells as the table has columns.
    package let cells: [Cell]
    package let range: ByteRange
    /// Every cell that stands on the source line, surplus ones included, which cmark drops.
    package let sourceCells: [ByteRange]

    package init(cells: [Cell], range: ByteRange, sourceCells: [ByteRange]) {
      self.cells = cells
      self.range = range
      self.sourceCells = sourceCells
    }
  }

  package let alignments: [Alignment]
  package let header: Row
  package let rows: [Row]

  /// Whether the header says anything. Markdown has no table without one, so that authors leave its
  /// cells empty; such a row is not shown, unless it is the only one.
  package var hasHeader: Bool {
    rows.isEmpty
      || !header.cells.allSatisfy { cell in
        cell.content.allSatisfy { inline in
          if case .text(let text) = inline.kind { text.allSatisfy(\.isWhitespace) } else { false }
        }
      }
  }

  package init(alignments: [Alignment], header: Row, rows: [Row]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

extension Document {
  /// Where the page's title stands a second time: the block that is its first heading of level 1, with the
  /// same words. What comes before it, such as a licence, badges or an included section, stays.
  package func repeatedTitle(_ title: String) -> Int? {
    for (index, block) in blocks.enumerated() {
      guard case .heading(let heading) = block.kind, heading.level == 1 else { continue }
      return heading.content.plainText == title ? index : nil
    }
    return nil
  }
}
