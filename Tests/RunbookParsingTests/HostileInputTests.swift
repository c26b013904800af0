import RunbookModel
import RunbookParsing
import TestSupport
import Testing

/// Nothing crashes the parser, nothing makes it hang, and no range leaves its place.
@Suite(.serialized) struct HostileInputTests {
  @Test(arguments: HostileInputs.shapes)
  func fourTimesTheInputIsNotSixteenTimesTheWork(_ shape: HostileInputs.Shape) {
    let isLinear = Growth.isLinear(upTo: shape.size * 2, input: shape.page, work: Self.read)
    #expect(isLinear || !shape.isLinear)
  }

  @Test(arguments: HostileInputs.shapes)
  func rangesStayInPlace(_ shape: HostileInputs.Shape) {
    for size in [0, 1, 2, 70, 150] {
      Self.expectTrueRanges(shape.page(size), shape.name)
    }
  }

  @Test func rangesOfRandomMarkupStayInPlace() {
    for seed in 0..<400 as Range<UInt64> {
      Self.expectTrueRanges(HostileInputs.randomMarkup(60, seed: seed), "seed \(seed)")
    }
  }

  @Test(arguments: [false, true])
  func aliasBombsAreDefused(isKey: Bool) {
    for levels in [2, 3, 12] {
      let bytes = HostileInputs.aliasBomb(levels: levels, isKey: isKey)
      let file = SourceFile(path: "page.md", bytes: bytes)
      let (frontMatter, diagnostics) = RunbookParser.frontMatter(of: file)
      #expect((frontMatter?.root == nil) == (levels > 4), "\(levels) levels")
      #expect(diagnostics.map(\.id) == (levels > 4 ? ["limit-exceeded"] : []))
    }
  }

  /// What the limits would keep out is measured too.
  private static let noLimits: Limits = {
    var limits = Limits()
    for limit in Limit.allCases where ![.nesting, .yamlDepth, .yamlAliases].contains(limit) {
      limits[limit] = limit.ceiling
    }
    return limits
  }()

  private static func read(_ bytes: [UInt8]) {
    let file = SourceFile(path: "page.md", bytes: bytes)
    _ = RunbookParser.frontMatter(of: file)
    _ = RunbookParser.parse(file, at: PagePath("page.md"), limits: noLimits)
  }

  private static func expectTrueRanges(_ bytes: [UInt8], _ name: String) {
    let file = SourceFile(path: name, bytes: bytes)
    var audit = RangeAudit()
    audit.audit(
      RunbookParser.parse(file, at: PagePath("page.md"), limits: noLimits).0.document, of: file)
    #expect(
      audit.problems.isEmpty,
      "\(name): \(file.text(0..<bytes.count).debugDescription)\n\(audit.problems.prefix(5).joined(separator: "\n"))"
    )
  }
}
