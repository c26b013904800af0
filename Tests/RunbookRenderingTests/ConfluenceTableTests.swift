import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: tables")
struct ConfluenceTableTests {
  @Test func cellsHoldParagraphsAndTheHeaderRowIsMarked() {
    let rows =
      "<tbody><tr><th><p>A</p></th><th><p>B</p></th></tr>"
      + "<tr><td><p>1</p></td><td><p></p></td></tr></tbody></table>"
    StorageRendering().expect(
      PageTree.table(
        [.none, .none], [[PageTree.text("A")], [PageTree.text("B")]], [[PageTree.text("1")], []]),
      cloud: "<table data-layout=\"default\" data-table-width=\"760\"><colgroup>"
        + "<col style=\"width: 380.0px;\"/><col style=\"width: 380.0px;\"/></colgroup>" + rows,
      dataCenter: "<table class=\"relative-table wrapped\" style=\"width: 100.0%;\"><colgroup>"
        + "<col style=\"width: 50.0%;\"/><col style=\"width: 50.0%;\"/></colgroup>" + rows)
  }

  @Test func aHeaderThatSaysNothingIsNoRow() {
    let table = PageTree.table(
      [.none, .none], [[], [PageTree.text(" ")]], [[PageTree.text("1")], []])
    for target in ConfluenceTarget.allCases {
      let storage = StorageRendering().storage(target, [table])
      #expect(storage.contains("<tbody><tr><td><p>1</p></td><td><p></p></td></tr></tbody>"))
    }
    let alone = PageTree.table([.none], [[]])
    #expect(StorageRendering().storage(.cloud, [alone]).contains("<tr><th><p></p></th></tr>"))
  }

  @Test func alignment() {
    let table = PageTree.table(
      [.left, .center, .right], [[PageTree.text("a")], [PageTree.text("b")], [PageTree.text("c")]])
    #expect(
      StorageRendering().storage(.cloud, [table]).contains(
        "<th><p>a</p></th><th><p style=\"text-align: center;\">b</p></th>"
          + "<th><p style=\"text-align: right;\">c</p></th>"))
    #expect(
      StorageRendering().storage(.dataCenter, [table]).contains(
        "<th><p>a</p></th><th style=\"text-align: center;\"><p>b</p></th>"
          + "<th style=\"text-align: right;\"><p>c</p></th>"))
  }

  /// md2conf keeps the backslash of `\|`; the tree holds the bar.
  @Test func aBarInCodeIsABar() throws {
    let root = try StorageRendering().root(
      .cloud,
      [
        PageTree.table(
          [.none], [[PageTree.text("Task")]], [[PageTree.code("ps aux | grep kubelet")]])
      ])
    #expect(root.all("code").map(\.text) == ["ps aux | grep kubelet"])
  }

  /// A `<br>` in a cell stops md2conf (md2conf#77, #142).
  @Test func aBreakInACell() {
    let table = PageTree.table(
      [.none], [[PageTree.text("A")]],
      [[PageTree.text("one"), PageTree.html("<br>"), PageTree.text("two")]])
    for target in ConfluenceTarget.allCases {
      let storage = StorageRendering().storage(target, [table])
      #expect(storage.contains("<td><p>one<br/>two</p></td>"))
    }
  }

  private func widths(_ table: Block) throws -> [Double] {
    try StorageRendering().root(.cloud, [table]).all("col").map { column in
      let style = try #require(column.attributes["style"])
      return try #require(Double(style.dropFirst("width: ".count).dropLast("px;".count)))
    }
  }

  @Test func widthsFollowTheContentAndFillTheTable() throws {
    let widths = try widths(
      PageTree.table(
        [.none, .none, .none],
        [[PageTree.text("Key")], [PageTree.text("Meaning")], [PageTree.text("No")]],
        [
          [PageTree.text("a")], [PageTree.text("a rather long explanation of things")],
          [PageTree.text("1")],
        ]))
    #expect(widths.reduce(0, +) == 760)
    #expect(widths[1] > widths[0] && widths[0] >= widths[2])
    #expect(widths == [52, 656, 52])
  }

  @Test func aWideTableIsWide() throws {
    let cell = [PageTree.text(String(repeating: "word ", count: 30))]
    let table = PageTree.table(
      [.none, .none, .none, .none], [cell, cell, cell, cell], [cell, cell, cell, cell])
    #expect(
      StorageRendering().storage(.cloud, [table]).hasPrefix(
        "<table data-layout=\"full-width\" data-table-width=\"1800\">"))
    #expect(try widths(table).reduce(0, +) == 1800)
    #expect(
      StorageRendering().storage(.cloud, [PageTree.details("a", table)]).contains(
        "<table data-layout=\"default\" data-table-width=\"760\">"))
  }

  @Test("shares of the width add up", arguments: [1, 2, 3, 7, 13, 120])
  func percentages(columns: Int) throws {
    let row = (0..<columns).map { [PageTree.text(String(repeating: "x", count: $0 + 1))] }
    let table = PageTree.table([Table.Alignment](repeating: .none, count: columns), row)
    let shares = try StorageRendering().root(.dataCenter, [table]).all("col").map { column in
      let style = try #require(column.attributes["style"])
      return try #require(
        Int(String(style.dropFirst("width: ".count).dropLast("%;".count)).filter { $0 != "." }))
    }
    #expect(shares.count == columns)
    #expect(shares.reduce(0, +) == 1000)
  }

  @Test func aRaggedTreeStillMakesATable() {
    let table = PageTree.table([.none, .none], [[PageTree.text("A")]], [[], [], []])
    for target in ConfluenceTarget.allCases {
      let storage = StorageRendering().storage(target, [table])
      #expect(storage.contains("<tr><td><p></p></td><td><p></p></td></tr>"))
      #expect(storage.contains("<tr><th><p>A</p></th><th><p></p></th></tr>"))
    }
    StorageRendering().expect(PageTree.table([], []), both: "")
  }
}
