import RunbookModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-13-45", "2026-02-29", "2026-2-1", "26-01-01", "2026-00-10", "", "today"])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [("2024-02-29", 19_782), ("1970-01-01", 0), ("2000-03-01", 11_017)])
  func countsDays(_ text: String, _ number: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(CalendarDate(secondsSince1970: number * 86_400 + 86_399) == date)
    #expect(date.description == text)
  }

  @Test(arguments: [
    ("2026-01-31", "P1M", "2026-02-28"), ("2024-02-29", "P1Y", "2025-02-28"),
    ("2026-11-23", "P6M", "2027-05-23"), ("2026-11-23", "6 months", "2027-05-23"),
    ("2026-12-31", "P2W", "2027-01-14"), ("2026-01-01", "P90D", "2026-04-01"),
  ])
  func addsIntervals(_ start: String, _ interval: String, _ end: String) throws {
    let date = try #require(CalendarDate(iso: start))
    #expect(date.adding(try #require(CalendarInterval(interval)))?.description == end)
  }

  @Test(arguments: ["P", "6", "P6", "PT6M", "6 moons", "P999999M", "P-1M", "0 days"])
  func refusesWhatIsNoInterval(_ text: String) {
    #expect(CalendarInterval(text) == nil)
  }

  @Test func staysWithinTheCalendar() throws {
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    #expect(last.adding(CalendarInterval(months: 1)) == nil)
    #expect(last.adding(CalendarInterval(days: 1)) == nil)
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("onwer", "owner"), ("tag", "tags"), ("Title", "title"), ("reveiwed", "reviewed"),
  ])
  func findsTheNameThatIsMeant(_ name: String, _ meant: String) {
    let known = ["kind", "title", "owner", "tags", "reviewed", "review_every"]
    #expect(NearestName.suggestion(for: name, among: known) == meant)
  }

  @Test func saysNothingWhenNothingIsClose() {
    #expect(NearestName.suggestion(for: "colour", among: ["kind", "title", "owner"]) == nil)
  }
}

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]), ("", [0]), ("a\n", [0, 2]),
    ("\u{FEFF}a\nb", [3, 5]),
  ])
  func findsLines(_ text: String, _ starts: [Int]) {
    #expect(SourceFile(path: "x", text: text).lines.starts == starts)
  }

  @Test func countsColumnsInScalars() {
    let file = SourceFile(path: "x", text: "é🚀x\n")
    #expect(file.position(at: 6) == SourcePosition(line: 1, column: 3))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], [1]), ([0xC3], [0]), ([0xC3, 0xA9], []),
      ([0xED, 0xA0, 0x80], [0, 1, 2]),
      ([0xF4, 0x90, 0x80, 0x80], [0, 1, 2, 3]), ([0x00], [0]), ([0xE2, 0x82], [0, 1]),
    ] as [([UInt8], [Int])])
  func repairsBytesInPlace(_ bytes: [UInt8], _ places: [Int]) {
    let file = SourceFile(path: "x", bytes: bytes)
    #expect(file.undecodable == places)
    #expect(file.bytes.count == bytes.count)
    #expect(String(validating: file.bytes, as: UTF8.self) != nil)
  }
}
