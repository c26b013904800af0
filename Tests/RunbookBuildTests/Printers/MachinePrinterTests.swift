import RunbookBuild
import RunbookModel
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct MachinePrinterTests {
  @Test func json() {
    #expect(
      JSONPrinter().render(PrinterSample.report(#"b"c\"#, in: "ä\tb\"c\\\n")) == #"""
        {
          "version": 1,
          "diagnostics": [
            {
              "id": "x",
              "severity": "error",
              "file": "p.md",
              "line": 1,
              "column": 3,
              "endLine": 1,
              "endColumn": 7,
              "byteOffset": 3,
              "byteLength": 4,
              "lineHash": "65852de2d707",
              "summary": "wrong",
              "explanation": "",
              "notes": [],
              "fixes": []
            }
          ],
          "summary": {
            "pages": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0
          }
        }

        """#)
  }

  @Test func jsonNotesAndFixes() {
    let text = JSONPrinter().render(PrinterSample.report)
    #expect(
      text.contains(
        """
              "notes": [
                {
                  "file": "content/a page.md",
                  "line": 1,
                  "column": 3,
                  "text": "the title is here"
                }
              ],
              "fixes": [
                {
                  "title": "remove the link",
                  "edits": []
                }
              ]
        """))
    #expect(
      text.contains(
        """
                  "edits": [
                    {
                      "line": 2,
                      "column": 1,
                      "endLine": 2,
                      "endColumn": 4,
                      "text": "url"
                    }
                  ]
        """))
  }

  @Test func github() {
    var report = PrinterSample.report
    report.pathPrefix = "docs,1/"
    #expect(
      GitHubPrinter().render(report) == """
        ::error file=docs%2C1/content/a page.md,line=3,endLine=3,col=5,endColumn=18,title=link-broken\
        ::there is no page 'b.md': 100%25 gone, sorry%0AA runbook that sends its reader to nowhere \
        costs minutes when they are dear, so every link is resolved as in the source tree.%0AGive a \
        full URL for other places.%0Aremove the link
        ::warning file=docs%2C1/runbookgen.yml,line=2,endLine=2,col=1,endColumn=4,title=config-unknown-key\
        ::unknown key 'ulr'%0Ause 'url'
        ::notice file=docs%2C1/content/gone.md,line=1,endLine=1,col=1,endColumn=1,title=page-is-sad\
        ::sad

        """)
  }

  /// A second command on a line of its own would be obeyed.
  @Test func githubCannotBeMadeToObey() {
    let evil = "a\r\n::set-env name=x::y"
    let finding = Diagnostic("x", .error, at: SourceRange(file: evil + ":,", bytes: 0..<0), evil)
    let text = GitHubPrinter().render(
      DiagnosticReport(diagnostics: [finding], sources: [:], pageCount: 1))
    #expect(text.split(whereSeparator: \.isNewline).count == 1)
    #expect(text.contains("%3A%3Aset-env name=x%3A%3Ay%3A%2C,line=1"))
  }

  @Test func githubLeavesOutColumnsOfSeveralLines() {
    let text = GitHubPrinter().render(PrinterSample.report("b\nc", in: "ab\ncd"))
    #expect(text == "::error file=p.md,line=1,endLine=2,title=x::wrong\n")
  }

  @Test func sarif() throws {
    var report = PrinterSample.report
    report.toolVersion = "1.2.3"
    report.pathPrefix = "docs/"
    let text = SARIFPrinter().render(report)
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.name == "runbookgen")
    #expect(run.tool.driver.version == "1.2.3")
    #expect(
      run.tool.driver.rules.map(\.id) == ["config-unknown-key", "link-broken", "page-is-sad"])
    #expect(run.tool.driver.rules[1].shortDescription?.text.hasSuffix(".") == true)
    #expect(run.automationDetails.id == "runbookgen/docs/")
    for result in run.results {
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    }
    #expect(run.results.map(\.level) == ["error", "note", "warning"])
    let place = run.results[0].locations[0].physicalLocation
    #expect(place.artifactLocation.uri == "docs/content/a%20page.md")
    #expect(place.region == Region(startLine: 3, startColumn: 5, endLine: 3, endColumn: 18))
    #expect(run.results[0].relatedLocations?.first?.message?.text == "the title is here")
    #expect(run.results[0].relatedLocations?.first?.id == 1)
    #expect(run.results[0].message.text.hasSuffix("\n[the title is here](1)"))
    let fix = try #require(run.results[2].fixes?.first?.artifactChanges.first)
    #expect(fix.artifactLocation.uri == "docs/runbookgen.yml")
    #expect(
      fix.replacements.first?.deletedRegion
        == Region(startLine: 2, startColumn: 1, endLine: 2, endColumn: 4))
    #expect(fix.replacements.first?.insertedContent.text == "url")
    #expect(run.results[0].fixes == nil)
    #expect(run.results[1].locations[0].physicalLocation.region == nil)
  }

  /// A link in a message leads to a note; what only looks like one is text.
  @Test func sarifLinksOnlyToNotes() {
    let range = SourceRange(file: "p.md", bytes: 0..<0)
    let finding = Diagnostic(
      "x", .error, at: range, "did you mean `[a](b.md)`?", explanation: "Write it.",
      notes: [.init("[it] is\nhere", at: range)])
    let text = SARIFPrinter().render(
      DiagnosticReport(diagnostics: [finding], sources: [:], pageCount: 1))
    #expect(
      text.contains(
        #""text": "did you mean `[a\\](b.md)`? Write it.\n[\\[it\\] is here](1)""#))
  }

  /// GitLab shows one of two findings that have the same fingerprint.
  @Test func gitlabFingerprintsDiffer() throws {
    let file = SourceFile(path: "p.md", text: "a b\n\na b\n")
    let findings = [0, 2, 5].map { offset in
      Diagnostic("x", .warning, at: file.range(offset..<offset + 1), "wrong")
    }
    let moved = SourceFile(path: "p.md", text: "\n\na b\n")
    let alone = Diagnostic("x", .warning, at: moved.range(2..<3), "wrong")
    func prints(_ findings: [Diagnostic], _ file: SourceFile) throws -> [String] {
      let text = GitLabPrinter().render(
        DiagnosticReport(diagnostics: findings, sources: ["p.md": file], pageCount: 1))
      return try JSONDecoder().decode([Quality].self, from: Data(text.utf8)).map(\.fingerprint)
    }
    let all = try prints(findings, file)
    #expect(Set(all).count == 3)
    #expect(try prints([alone], moved) == [all[0]])
  }

  /// Ten annotations of a kind are shown: the worst come first, and a rule has one on a page.
  @Test func githubHasOneForARuleAndAPage() {
    let file = SourceFile(path: "p.md", text: String(repeating: "a b\n", count: 20))
    var findings = (0..<10).map { number in
      Diagnostic("x", .warning, at: file.range(4 * number..<4 * number + 1), "wrong")
    }
    func lines(_ findings: [Diagnostic]) -> [Substring] {
      GitHubPrinter().render(
        DiagnosticReport(diagnostics: findings, sources: ["p.md": file], pageCount: 1)
      ).split(separator: "\n")
    }
    #expect(lines(findings).count == 10)
    findings.append(Diagnostic("y", .error, at: file.range(60..<61), "bad"))
    let shown = lines(findings)
    #expect(shown.count == 2)
    #expect(shown.first?.hasPrefix("::error ") == true)
    #expect(shown.last?.hasSuffix("wrong%0Aand 9 more of this rule in this file") == true)
  }

  @Test func concise() {
    var report = PrinterSample.report
    report.shownPrefix = "ops/"
    #expect(
      ConcisePrinter().render(report) == """
        ops/content/a page.md:3:5: error[link-broken]: there is no page 'b.md': 100% gone, sorry
        ops/content/gone.md:1:1: info[page-is-sad]: sad
        ops/runbookgen.yml:2:1: warning[config-unknown-key]: unknown key 'ulr' (fixable)

        """)
    report.limit = 1
    #expect(ConcisePrinter().render(report).split(separator: "\n").count == 1)
  }

  @Test func markdown() {
    var report = PrinterSample.report
    report.limit = 2
    #expect(
      MarkdownPrinter().render(report) == """
        **1 error, 1 warning, 1 info in 7 pages; 1 has a fix: `runbookgen fix` shows it**

        | findings | severity | rule | fixable |
        |--:|---|---|--:|
        | 1 | error | `link-broken` |  |
        | 1 | warning | `config-unknown-key` | 1 |
        | 1 | info | `page-is-sad` |  |

        | place | severity | finding |
        |---|---|---|
        | content/a page.md:3 | error | there is no page 'b.md': 100% gone, sorry (`link-broken`) |
        | runbookgen.yml:2 | warning | unknown key 'ulr' (`config-unknown-key`) |

        and 1 more

        """)
  }

  /// What stands in a message stays text in the summary of a job.
  @Test func markdownIsEscaped() {
    let finding = Diagnostic(
      "x", .error, at: SourceRange(file: "a|b.md", bytes: 0..<0),
      "use `a|b` <img src=x> *or* [y](z)")
    let text = MarkdownPrinter().render(
      DiagnosticReport(diagnostics: [finding], sources: [:], pageCount: 1))
    let cells = #"| a\|b.md:1 | error | use `a\|b` \<img src=x\> \*or\* \[y\](z) (`x`) |"#
    #expect(text.contains(cells), "\(text)")
  }

  @Test func junit() {
    var report = PrinterSample.report
    report.pages = ["content/a page.md", "content/fine.md"]
    report.today = CalendarDate(year: 2026, month: 11, day: 23)
    #expect(
      JUnitPrinter().render(report) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="runbookgen" package="runbookgen" id="0" hostname="localhost" \
        timestamp="2026-11-23T00:00:00" tests="4" failures="1" errors="0" time="0">
            <properties/>
            <testcase classname="runbookgen" name="content/a page.md" time="0">
              <failure type="link-broken" message="there is no page 'b.md': 100% gone, sorry">\
        content/a page.md:3:5: error[link-broken]: there is no page 'b.md': 100% gone, sorry</failure>
            </testcase>
            <testcase classname="runbookgen" name="content/fine.md" time="0"/>
            <testcase classname="runbookgen" name="content/gone.md" time="0"/>
            <testcase classname="runbookgen" name="runbookgen.yml" time="0"/>
            <system-out>content/gone.md:1:1: info[page-is-sad]: sad
        runbookgen.yml:2:1: warning[config-unknown-key]: unknown key 'ulr'</system-out>
            <system-err></system-err>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func junitEscapesAndNeverIsEmpty() {
    let finding = Diagnostic(
      "x", .error, at: SourceRange(file: "<&\">", bytes: 0..<0), "\u{1}\u{FFFF}]]>")
    let text = JUnitPrinter().render(
      DiagnosticReport(diagnostics: [finding, finding], sources: [:], pageCount: 1))
    #expect(text.contains(#"name="&lt;&amp;&quot;&gt;""#))
    #expect(text.contains("message=\"\\u{1}\u{FFFD}]]&gt; (and 1 more)\""))
    let clean = JUnitPrinter().render(
      DiagnosticReport(diagnostics: [], sources: [:], pageCount: 1))
    #expect(clean.contains(#"tests="1" failures="0""#))
  }

  private struct Quality: Decodable { let fingerprint: String }
  private struct Log: Decodable {
    let version: String
    let runs: [Run]
  }
  private struct Run: Decodable {
    let tool: Tool
    let automationDetails: Details
    let columnKind: String
    let results: [Result]
  }
  private struct Details: Decodable { let id: String }
  private struct Fix: Decodable { let artifactChanges: [Change] }
  private struct Change: Decodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }
  private struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Message
  }
  private struct Tool: Decodable { let driver: Driver }
  private struct Driver: Decodable {
    let name: String
    let version: String
    let rules: [Descriptor]
  }
  private struct Descriptor: Decodable {
    let id: String
    let shortDescription: Message?
  }
  private struct Message: Decodable { let text: String }
  private struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let fixes: [Fix]?
  }
  private struct Location: Decodable {
    let id: Int?
    let physicalLocation: Physical
    let message: Message?
  }
  private struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: Region?
  }
  private struct Artifact: Decodable { let uri: String }
  private struct Region: Decodable, Equatable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }
}
