import RunbookModel
import Testing

/// The commands in the fences inside a directive of MyST, which Markdown takes for one block of code.
@Suite struct DirectiveTests {
  private func found(_ page: String) -> [(id: String, line: Int)] {
    let site = ExampleSite([("content/page.md", page)])
    return site.diagnostics().map { finding in
      (finding.id, site.files[0].lines.line(at: finding.range.bytes.lowerBound) + 1)
    }
  }

  @Test func aWrongCommandInsideIsFound() {
    let page = """
      ````{tip} Look first
      Run this:

      ```bash
      git comit -a
      ```
      ````
      """
    let findings = found(page)
    #expect(findings.contains { $0 == ("command-unknown-verb", 5) })
    #expect(!findings.contains { $0.id == "code-unlabelled" })
  }

  @Test func directivesMayBeNested() {
    let page = """
      ``````{tab-set}
      `````{tab-item} Linux
      ````{note}
      ```console
      $ git comit -a
      git comit -a
      ```
      ````
      `````
      ``````
      """
    #expect(found(page).filter { $0.id == "command-unknown-verb" }.map(\.line) == [5])
  }

  @Test func proseInsideIsNoCommand() {
    let page = """
      ```{note}
      git comit is not a command.
      ```

      ````{warning}
      ```yaml
      git: comit
      ```
      ````
      """
    #expect(!found(page).contains { $0.id.hasPrefix("command-") })
  }

  @Test func manyFencesInsideEachOtherEnd() {
    let fences = (3..<40).reversed().map { String(repeating: "`", count: $0) + "{note}" }
    #expect(found(fences.joined(separator: "\n")).contains { $0.id == "foreign-directive" })
  }
}
