import RunbookChecks
import RunbookModel
import RunbookRendering
import TestSupport
import Testing

/// Terms that are changed in a few pages are those that all pages would give.
@Suite struct SearchTermsTests {
  private static func note(_ text: String, title: String = "Title") -> SearchNote {
    PageIndexer.read(SearchPages.checked("p.md", "---\ntitle: \(title)\n---\n\(text)\n")).note
  }

  /// Few words, so that pages share them, in text, headings and code.
  private static func randomNote(_ random: inout SeededNumbers) -> SearchNote {
    let sections = (0...Int.random(in: 0...3, using: &random)).map { number in
      let words = (0..<8).map { _ in "word\(Int.random(in: 0..<40, using: &random))" }
      let code = "`word\(Int.random(in: 0..<40, using: &random))`"
      return "## word\(number)\n\n\(words.joined(separator: " ")) \(code)\n"
    }
    return note(
      sections.joined(separator: "\n"), title: "word\(Int.random(in: 0..<40, using: &random))")
  }

  @Test func changedPagesGiveTheTermsOfAllPages() throws {
    var random = SeededNumbers(seed: 7)
    var notes = (0..<30).map { _ in Self.randomNote(&random) }
    var terms = SearchTerms(notes)
    for _ in 0..<40 {
      let pages = Set(
        (0...Int.random(in: 0...3, using: &random)).map { _ in
          Int.random(in: 0..<30, using: &random)
        }
      ).sorted()
      var changes: [SearchTerms.Change] = []
      for page in pages {
        let new = Self.randomNote(&random)
        changes.append(SearchTerms.Change(page: page, old: notes[page], new: new))
        notes[page] = new
      }
      terms = try SearchTerms(terms.bytes, changes)
      #expect(terms.bytes == SearchTerms(notes).bytes)
    }
  }

  @Test(arguments: [1, 50, 700]) func aLimitOfMemoryChangesNothing(_ limit: Int) {
    var random = SeededNumbers(seed: 8)
    let notes = (0..<30).map { _ in Self.randomNote(&random) }
    #expect(SearchTerms(notes, limit: limit).bytes == SearchTerms(notes).bytes)
  }

  @Test func aTermOnManyPagesKeepsThoseThatAreNotShown() throws {
    let (plain, titled, without) = (
      Self.note("common"), Self.note("common", title: "common"), Self.note("other")
    )
    var notes = Array(repeating: plain, count: SearchTerms.mostPages + 5)
    let terms = SearchTerms(notes)
    // The last page comes among the shown ones, the first one has gone.
    let last = notes.count - 1
    let changes = [
      SearchTerms.Change(page: 0, old: plain, new: without),
      SearchTerms.Change(page: last, old: plain, new: titled),
    ]
    (notes[0], notes[last]) = (without, titled)
    #expect(try SearchTerms(terms.bytes, changes).bytes == SearchTerms(notes).bytes)
    // Below the limit again.
    let gone = (1..<7).map { SearchTerms.Change(page: $0, old: plain, new: without) }
    for page in 1..<7 { notes[page] = without }
    let all = [changes[0]] + gone + [changes[1]]
    #expect(try SearchTerms(terms.bytes, all).bytes == SearchTerms(notes).bytes)
  }

  @Test(arguments: 0..<64) func damagedBytesAreNoTerms(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let (old, new) = (Self.randomNote(&random), Self.randomNote(&random))
    var bytes = SearchTerms([old, old]).bytes
    for _ in 0..<4 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8(seed &* 41 & 0xFF)
    }
    bytes.removeLast(Int(seed) % 9)
    // Bytes that happen to be terms are for a checksum to find; none may stop the program.
    if let terms = try? SearchTerms(bytes, [.init(page: 1, old: old, new: new)]) {
      SearchShards.write(terms, pageCount: 2, site: "abc") { _ in }
    }
    #expect(throws: RecordDamage.self) { try SearchTerms(bytes + [0xFF], []) }
  }
}
