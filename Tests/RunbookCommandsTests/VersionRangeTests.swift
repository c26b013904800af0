import Testing

@testable import RunbookCommands

struct VersionRangeTests {
  @Test(arguments: [
    ("1.30", "1.30"), ("v1.30.x", "1.30"), ("=1.30.2", "1.30.2"), (">=1.29", "from 1.29 on"),
    ("1.29+", "from 1.29 on"), ("1.29 and later", "from 1.29 on"), (">1.29", "from 1.30 on"),
    ("<1.32", "before 1.32"), ("<=1.31", "before 1.32"),
    (">=1.29 <1.32", "from 1.29 to before 1.32"), (">=1.29, <1.32", "from 1.29 to before 1.32"),
    (">= 1.29 and < 1.32", "from 1.29 to before 1.32"), ("1.29 - 1.31", "from 1.29 to before 1.32"),
    ("1.29 to 1.31", "from 1.29 to before 1.32"), ("1.28 || >=1.31", "1.28 and from 1.31 on"),
    ("1.28 || 1.29 || 1.30", "from 1.28 to before 1.31"), (">=1.28 || <1.30", "every version"),
    ("2", "2"), ("20.10", "20.10"),
  ])
  func aRangeIsReadAsItIsMeant(text: String, phrase: String) throws {
    #expect(try VersionRange(reading: text).phrase == phrase)
  }

  @Test(arguments: [
    ("", 0..<0), ("stable", 0..<6), (">=", 2..<2), (">=1.29 <", 8..<8), ("~1.30", 0..<1),
    ("1.29, 1.30", 0..<10), ("1.31 - 1.29", 7..<11), ("1.30.1.2.3", 0..<10), ("1..3", 0..<4),
    ("1.29 ||", 7..<7), ("1.30-rc.1", 0..<9), ("99999999999", 0..<11), ("<0", 1..<2),
    ("1.29 through 1.31", 5..<12),
  ])
  func whatIsNoRangeIsRefusedWhereItStands(text: String, range: Range<Int>) {
    let error = #expect(throws: VersionRangeError.self) { try VersionRange(reading: text) }
    #expect(error?.range == range, "\(error?.message ?? "")")
  }

  @Test func whatLiesBetweenVersionsThatWereSeenIsNotKnown() throws {
    let history = ProgramHistory(versions: ["20.10", "26.1"].compactMap { ProgramVersion($0) })
    let late = history.lacking(VersionSpan(since: ProgramVersion("26.1")))
    #expect(late.phrase == "before 20.11")
    #expect(try VersionRange(reading: "23.0").intersection(late).isEmpty)
    let gone = history.lacking(VersionSpan(removed: ProgramVersion("26.1")))
    #expect(gone.phrase == "from 26.1 on")
  }

  @Test func aClusterTakesAKubectlOneMinorVersionAway() throws {
    let program = try #require(ProgramLibrary.shipped.program(named: "kubectl"))
    let range = try VersionRange(reading: "1.30.2 || 1.34")
    let claim = VersionClaim(product: "Kubernetes", versions: range, program: program)
    #expect(claim.possible.phrase == "from 1.29 to before 1.32 and from 1.33 to before 1.36")
    #expect(VersionClaim(product: "kubectl", versions: range, program: program).possible == range)
  }
}
