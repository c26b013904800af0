import RunbookCommands
import RunbookModel

/// What a page says of one of its tables beyond the cells.
package struct TableFrame: Sendable {
  package enum Kind: String, Sendable {
    case plain = ""
    case comparison
    case quickReference = "quick-reference"
  }

  var kind = Kind.plain
  /// Whether the cells of the first column name their rows.
  var hasRowHeaders = false
  /// The column of commands, which can be copied.
  var commandColumn: Int?
  /// The column that names contexts, and what each of them is.
  var placeColumn: Int?
  var places: [String: CodeFigure.Place] = [:]
  /// Of each row, what its commands do; empty when the table holds no commands.
  var effects: [Effect?] = []
  /// Of each row: what has to be confirmed before a copy.
  var confirmations: [GuardMark?] = []
  /// What a comparison compares, for who sees no more than one of it; nil for other tables.
  var subjects: String?

  init() {}

  /// From how many rows on it helps to filter, and to sort.
  private static let filterLimit = 6
  private static let sortLimit = 8
  /// How long the cells of a column may be in which an order means something.
  private static let sortWidth = 24

  /// - Parameter number: Counts the tables of the page, which makes their names differ.
  func write(
    _ table: Table, number: Int, _ inlines: HTMLInlines, to writer: inout MarkupWriter
  ) {
    var inlines = inlines
    inlines.isCell = true
    writer.freshLine()
    tools(table, to: &writer)
    let words = inlines.options.words
    writer.raw("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\"")
    writer.attribute("aria-label", words.say(name, count: number))
    writer.raw(">\n<table")
    if kind != .plain { writer.attribute("class", kind.rawValue) }
    // Its columns stand in the order in which its first heading is read.
    let first = table.header.cells.first { !$0.content.isEmpty }
    if let first, TextDirection(of: first.content) == .rightToLeft {
      writer.attribute("dir", TextDirection.rightToLeft.rawValue)
    }
    writer.raw(">\n")
    if table.hasHeader { header(table, inlines, to: &writer) }
    if !table.rows.isEmpty {
      writer.raw("<tbody>\n")
      for (index, row) in table.rows.enumerated() {
        self.row(row, at: index, table.alignments, inlines, to: &writer)
      }
      writer.raw("</tbody>\n")
    }
    writer.raw("</table>\n</div>\n")
  }

  /// What a telephone shows no more than one of, and a place for what the script adds.
  private func tools(_ table: Table, to writer: inout MarkupWriter) {
    if let subjects {
      writer.raw("<p class=\"subjects\">")
      writer.text(subjects)
      writer.raw("</p>\n")
    }
    if kind != .plain, table.rows.count >= Self.filterLimit {
      writer.raw("<p class=\"table-tools\"></p>\n")
    }
  }

  /// Prose has no order, and what fits on a screen needs none.
  private func isSorted(_ table: Table, by column: Int) -> Bool {
    kind != .plain && table.rows.count >= Self.sortLimit
      && table.rows.allSatisfy {
        column < $0.cells.count && $0.cells[column].content.plainText.count <= Self.sortWidth
      }
  }

  private func header(_ table: Table, _ inlines: HTMLInlines, to writer: inout MarkupWriter) {
    writer.raw("<thead>\n<tr>\n")
    for (column, cell) in table.header.cells.enumerated() {
      let tag = isSorted(table, by: column) ? "th data-sort" : "th"
      open(tag, table.alignments[column], to: &writer)
      inlines.write(cell.content, to: &writer)
      writer.raw("</th>\n")
    }
    writer.raw("</tr>\n</thead>\n")
  }

  private var name: Word {
    switch kind {
    case .plain: .table
    case .comparison: .comparison
    case .quickReference: .quickReference
    }
  }

  private func row(
    _ row: Table.Row, at index: Int, _ alignments: [Table.Alignment], _ inlines: HTMLInlines,
    to writer: inout MarkupWriter
  ) {
    let effect = index < effects.count ? effects[index] : nil
    writer.raw("<tr")
    if index < confirmations.count {
      confirmations[index]?.write(inlines.options.words, to: &writer)
    }
    writer.raw(">\n")
    for (column, cell) in row.cells.enumerated() {
      let isHeader = hasRowHeaders && column == 0
      let tag = isHeader ? "th scope=\"row\"" : column == commandColumn ? "td data-cmd" : "td"
      open(tag, alignments[column], to: &writer)
      if column == placeColumn, let place = places[cell.content.plainText] {
        writer.raw("<b class=\"lane lane-")
        writer.number(place.lane)
        writer.raw("\">")
        inlines.write(cell.content, to: &writer)
        writer.raw("</b>")
      } else {
        inlines.write(cell.content, to: &writer)
      }
      if column == commandColumn, let effect, effect > .read {
        writer.raw(" ")
        EffectBadge.write(effect, inlines.options.words, to: &writer)
      }
      writer.raw(isHeader ? "</th>\n" : "</td>\n")
    }
    writer.raw("</tr>\n")
  }

  private func open(
    _ tag: String, _ alignment: Table.Alignment, to writer: inout MarkupWriter
  ) {
    writer.raw("<")
    writer.raw(tag)
    switch alignment {
    case .none: break
    case .left: writer.raw(" class=\"left\"")
    case .center: writer.raw(" class=\"center\"")
    case .right: writer.raw(" class=\"right\"")
    }
    writer.raw(">")
  }
}
