import RunbookBuild
import RunbookModel
import RunbookParsing
import Testing

@testable import RunbookChecks

/// The front matter of a page comes back from a record as it was read.
@Suite struct SummaryRecordTests {
  /// Every field, so that one which is not written would come back as nothing; a dictionary has one key, as
  /// others come in any order.
  private static let text = """
    ---
    kind: runbook
    title: T
    nav_title: N
    summary: S
    owner: {team: Platform, contact: "#a"}
    reviewed: 2026-11-01
    review_every: P6M2D
    lifecycle: deprecated
    replaced_by: other.md
    audience: [sre]
    tags: [a]
    aliases: [old.md]
    sources: [https://example.com]
    applies_to: [{product: p, versions: ">=1"}]
    severity: sev1
    alerts: [A]
    escalation: [{after: PT30M, to: B}]
    environments: [prod]
    permissions: [root]
    prerequisites: [Access]
    context: admin
    order: -3
    inputs: {node: {type: string, pattern: "a+", example: a, description: d, from: "step:x"}, kind: {type: enum, choices: [a, b]}}
    tables: [{under: a, schema: comparison, key: K, subjects: [x, y]}]
    confluence: {title: C, parent: P, space: S, labels: [l]}
    allow: {todo-left: it is known}
    ---
    """

  @Test func everyFieldComesBack() throws {
    let file = SourceFile(path: "content/a.md", text: Self.text)
    let frontMatter = RunbookParser.frontMatter(of: file, limits: Limits()).0
    let (summary, _) = Checker.survey(
      frontMatter, of: file, at: PagePath("a.md"), SiteConfig(), firstHeading: { nil })
    var writer = RecordWriter()
    writer.file = "content/a.md"
    summary.write(to: &writer)
    var reader = RecordReader(writer.bytes)
    reader.file = "content/a.md"
    let back = try PageSummary(from: &reader, at: PagePath("a.md"), in: "content/a.md")
    #expect(reader.isAtEnd)
    let metadata = FrontMatterSchema.read(
      frontMatter, of: file, at: PagePath("a.md"), SiteConfig(), firstHeading: { nil }
    ).0
    var (before, after) = ("", "")
    dump(metadata, to: &before)
    dump(back.metadata.atHand, to: &after)
    #expect(before == after)
    // A field that this text leaves out is nobody's proof.
    let parts = [Mirror(reflecting: metadata), Mirror(reflecting: metadata.details.values)]
    for part in parts.flatMap(\.children) {
      var value = ""
      dump(part.value, to: &value)
      #expect(value != "- nil\n" && !value.hasPrefix("- 0 elements"), "\(part.label ?? "")")
    }
  }
}
