import RunbookChecks
import RunbookModel
import TestSupport
import Testing

/// Input of which each part is harmless and all together are not: none of it ends the program, or
/// keeps it busy for longer than its size accounts for.
@Suite struct ScaleTests {
  /// A page whose quick reference has as many rows as the page has steps.
  private func site(_ count: Int, step: String, row: String, fence: String = "") -> ExampleSite {
    let steps = (0..<count).map { "```bash\(fence)\n\(step)\($0)\n```\n" }.joined(separator: "\n")
    let rows = (0..<count).map { "| t | `\(row)\($0)` |\n" }.joined()
    return ExampleSite([
      (
        "content/page.md",
        "---\ntables: [{under: quick, schema: quick-reference}]\n---\n\(steps)\n# Quick\n\n"
          + "| Task | Command |\n|---|---|\n\(rows)"
      )
    ])
  }

  @Test func manyRowsAndManySteps() {
    let count = 300
    let drifted = site(count, step: "kubectl get pod q", row: "kubectl get pod p").diagnostics()
      .filter { $0.id == "quickref-drift" }
    #expect(drifted.count == count)
    // The closest is the first of those that are as close.
    #expect(drifted.allSatisfy { $0.explanation.contains("`kubectl get pod q0`") })
    let found = site(count, step: "kubectl get pod q", row: "kubectl get pod q").diagnostics()
    #expect(!found.contains { $0.id == "quickref-drift" })
    let missing = site(
      count, step: "kubectl get pod q", row: "kubectl get pod p", fence: " {quickref=a}")
    #expect(missing.diagnostics().count { $0.id == "quickref-coverage" } == count)
  }

  @Test func theClosestStepIsAmongMany() throws {
    let steps = (0..<300).map { "kubectl get pods -n n\($0)" } + ["kubectl logs deploy/web -n web"]
    let page = """
      ---
      tables: [{under: quick, schema: quick-reference}]
      ---
      ```bash
      \(steps.joined(separator: "\n"))
      ```

      # Quick

      | Task | Command |
      |---|---|
      | Logs | `kubectl logs deploy/web -n webb` |
      """
    let drifted = ExampleSite([("content/page.md", page)]).diagnostics().first {
      $0.id == "quickref-drift"
    }
    #expect(try #require(drifted).explanation.contains("`kubectl logs deploy/web -n web`"))
  }

  /// Each may be the start of another tool's tag, of which a line has no more than a few.
  @Test(arguments: ["{", "{{ ", "{% ", "<% ", "{a=b} ", "![[a"])
  func manyTagsThatNeverClose(_ unit: String) {
    #expect(
      Growth.isLinear(upTo: 6_000) { size in
        ExampleSite([
          ("content/page.md", "Text " + String(repeating: unit, count: size / unit.utf8.count))
        ])
      } work: {
        _ = $0.diagnostics()
      })
  }

  /// A mark that is never closed, in a command of many lines: where it was meant to end is looked for.
  @Test(arguments: ["echo a \\\n", "echo 'a' \"b\" \\\n", "echo 'a\n"])
  func manyLinesAfterAMarkThatNeverCloses(_ line: String) {
    #expect(
      Growth.isLinear(upTo: 60_000) { size in
        let lines = String(repeating: line, count: size / line.utf8.count)
        return ExampleSite([("content/page.md", "```bash\necho \"a \\\n\(lines)\n```\n")])
      } work: {
        _ = $0.diagnostics()
      })
  }

  /// Lines that are each asked about the rest of their block or page.
  @Test(arguments: [
    "F=a\ndd of=$F\nrm $F\n", "X=1\nssh h \"a=1; echo $a\"\n", "ls | xargs rm {}\n",
    "mkdir a\nrm -rf a\n", "vlan 7\nip a\n",
  ])
  func manyLinesInABlock(_ lines: String) {
    #expect(
      Growth.isLinear(upTo: 16_000) { size in
        let text = String(repeating: lines, count: size / lines.utf8.count)
        return ExampleSite([("content/page.md", "```bash\n\(text)```\n")])
      } work: {
        _ = $0.diagnostics()
      })
  }

  // MARK: Templates

  private static let nested =
    String(repeating: "{{#title}}", count: 4000)
    + String(repeating: "{{/title}}", count: 4000)
  private static let chain = (0..<100).map { number in
    (path: "templates/p\(number).mustache", text: "{{> p\(number + 1)}}")
  }
  private static let bomb = (0..<30).map { number in
    (path: "templates/p\(number).mustache", text: "{{> p\(number + 1)}}{{> p\(number + 1)}}")
  }

  @Test(arguments: [
    [(path: "templates/page.mustache", text: nested)],
    [(path: "templates/page.mustache", text: String(repeating: "{{^title}}", count: 40_000))],
    [(path: "templates/page.mustache", text: String(repeating: "{{title}}", count: 16_000))],
    [(path: "templates/page.mustache", text: String(repeating: "{{! a }}", count: 16_000))],
    [(path: "templates/page.mustache", text: String(repeating: "{{$a}}", count: 16_000))],
    [(path: "templates/page.mustache", text: "{{> p0}}")] + chain,
    [(path: "templates/page.mustache", text: "{{> p0}}")] + bomb,
  ])
  func templatesBeyondALimit(_ templates: [(path: String, text: String)]) {
    let site = ExampleSite([(path: "content/page.md", text: "Text.")] + templates)
    let found = site.diagnostics().filter {
      $0.summary.contains(#/the template is too large: the limit is (2000 tags|64 levels)/#)
    }
    // One cause, one finding, where the limit is passed.
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.id == "template-syntax" })
    let sources = TemplateSource.all(
      templates.map { SourceFile(path: $0.path, text: $0.text) }, roots: ["page"]
    ) {
      _ in ["title"]
    }
    #expect(sources.first { $0.name == "page" }?.isRenderable == false)
  }

  @Test func aTemplateThatIncludesItselfIsNeverRendered() {
    let files = [
      ("page", "{{> a}}"), ("a", "{{> b}}"), ("b", "{{title}}{{> a}}"), ("c", "{{> d}}"),
      ("d", "{{title}}{{> missing}}"),
    ].map { SourceFile(path: "templates/\($0.0).mustache", text: $0.1) }
    let sources = TemplateSource.all(files, roots: ["page"]) { _ in ["title"] }
    #expect(sources.filter(\.isRenderable).map(\.name) == ["c", "d"])
  }

  // MARK: Patterns

  @Test(arguments: [
    "(((){5000}){5000}){5000}", "(((a{0}){4999}){4999}){4999}", "((a?){0,4000}){0,4000}",
    "(?:(?:(?:){4000}){4000}){4000}", "([acegikmoqsuwy]{0,4000})+", "(^{0}){4000}",
  ])
  func patternsThatCountFar(_ pattern: String) {
    #expect(throws: Pattern.Problem.self) { try Pattern(pattern) }
  }
}
