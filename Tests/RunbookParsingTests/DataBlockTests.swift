import RunbookModel
import RunbookParsing
import TestSupport
import Testing

/// Blocks of data: what is said of them is certain, and takes time in proportion to their size.
@Suite(.serialized) struct DataBlockTests {
  private static func found(_ language: String, _ text: String) -> [Diagnostic] {
    let file = SourceFile(path: "page.md", bytes: Array("```\(language)\n\(text)\n```\n".utf8))
    return RunbookParser.parse(file, at: PagePath("page.md")).1
  }

  private static func read(_ bytes: [UInt8]) {
    _ = RunbookParser.parse(
      SourceFile(path: "page.md", bytes: bytes), at: PagePath("page.md"))
  }

  @Test(arguments: [
    ("toml", "a = [\"x\\\"y\", 'z'] # [", []), ("toml", "[a]\n\"b = c\" = 1", []),
    ("toml", "enabled = True", ["`True` is no value"]), ("toml", "[[a.b]\nc = 1", ["has no `]]`"]),
    ("toml", "name = \"x", ["not closed"]), ("toml", "name = <x>", []),
    ("toml", "a =", ["missing"]),
    ("ini", "[a]\nb\n; [c", []), ("ini", "[all:vars\nb=1", ["has no `]`"]),
    ("xml", "<a><b></a></b>", ["`</a>` stands where `<b>`"]), ("xml", "<a>…<b></a>", []),
    ("xml", "<a><![CDATA[</b>]]></a><x:y z='>'/>", []), ("xml", "<a></A></a>", ["`</A>` stands"]),
    ("hcl", "a {\n  b = [1, 2}\n}", ["`}` closes nothing"]), ("hcl", "a {\n  ...\n", []),
    ("tf", "x = \"${join(\"}\", y)}\"\n", []), ("tf", "x = <<E\n}\nE\n// )\n", []),
  ]) func onlyWhatIsCertain(_ language: String, _ text: String, _ parts: [String]) {
    let summaries = Self.found(language, text).map(\.summary)
    #expect(summaries.count == parts.count, "\(summaries)")
    for (summary, part) in zip(summaries, parts) { #expect(summary.contains(part)) }
  }

  @Test(arguments: [
    (
      "apiVersion: batch/v2\nkind: CronJob", "there is no `CronJob` in `batch/v2`; it is `batch/v1`"
    ),
    ("apiVersion: v1\nkind: Secert", "`v1` has no kind `Secert`; did you mean `Secret`?"),
    (
      "apiversion: v1\nkind: Pod", "`apiversion` is no field of a `Pod`; did you mean `apiVersion`?"
    ),
    (
      "apiVersion: x.io/v1\nkind: Thing\nmetdata: {}",
      "`metdata` is no field of a `Thing`; did you mean"
    ),
  ]) func aManifestIsMisspelt(_ text: String, _ summary: String) {
    #expect(Self.found("yaml", text).map(\.summary).first?.hasPrefix(summary) == true)
  }

  @Test(arguments: [
    "apiVersion: serving.knative.dev/v1\nkind: Service\nspec: {}",
    "apiVersion: x.io/v1\nkind: Pood\nspecs: 1",
    "apiVersion: v1\nkind: Pod\n<<: *a", "kind: Pod\nmetdata: {}",
    "apiVersion: v1\nkind: Pod\nfoo: bar",
    "apiVersion: config.openshift.io/v1\nkind: Ingress\nmetadata: {name: <name>}",
  ]) func aManifestIsLeftAlone(_ text: String) {
    #expect(Self.found("yaml", text).filter { $0.id == "manifest-misspelt" }.isEmpty)
  }

  static let hostile: [(language: String, unit: String)] = [
    ("hcl", "\"${"), ("hcl", "{"), ("hcl", "<<A\n"), ("xml", "<a>"), ("xml", "<a></b>"),
    ("xml", "<!--"),
    ("toml", "a = [\n"), ("toml", "a = '''\n"), ("ini", "[a\n"), ("json", "[{\"a\":"),
  ]

  @Test(arguments: hostile.indices) func timeGrowsWithSize(_ index: Int) {
    let (language, unit) = Self.hostile[index]
    let isLinear = Growth.isLinear(
      upTo: 40_000,
      input: { Array("```\(language)\n\(String(repeating: unit, count: $0))\n```\n".utf8) },
      work: Self.read)
    #expect(isLinear, "\(language) \(unit)")
  }
}
