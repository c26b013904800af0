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
        ::notice file=docs%2C1/content/gone.md,line=1,endLine=1,col=1,endColumn=1,title=page-is-sad\
        ::sad
        ::warning file=docs%2C1/runbookgen.yml,line=2,endLine=2,col=1,endColumn=4,title=config-unknown-key\
        ::unknown key 'ulr'%0Ause 'url'

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
    report.ruleSummaries = ["link-broken": "a link leads nowhere", "other": "never mentioned"]
    let text = SARIFPrinter().render(report)
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.name == "runbookgen")
    #expect(run.tool.driver.version == "1.2.3")
    #expect(
      run.tool.driver.rules.map(\.id) == ["config-unknown-key", "link-broken", "page-is-sad"])
    #expect(run.tool.driver.rules[1].shortDescription?.text == "a link leads nowhere")
    for result in run.results {
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    }
    #expect(run.results.map(\.level) == ["error", "note", "warning"])
    let place = run.results[0].locations[0].physicalLocation
    #expect(place.artifactLocation.uri == "content/a%20page.md")
    #expect(place.region == Region(startLine: 3, startColumn: 5, endLine: 3, endColumn: 18))
    #expect(run.results[0].relatedLocations?.first?.message?.text == "the title is here")
    #expect(run.results[1].locations[0].physicalLocation.region == nil)
  }

  @Test func junit() {
    let text = JUnitPrinter().render(PrinterSample.report)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="runbookgen" tests="3" failures="1" errors="0">
            <testcase classname="runbookgen" name="content/a page.md">
              <failure type="link-broken" message="there is no page 'b.md': 100% gone, sorry">\
        content/a page.md:3:5: error[link-broken]: there is no page 'b.md': 100% gone, sorry</failure>
            </testcase>
            <testcase classname="runbookgen" name="content/gone.md">
              <system-out>content/gone.md:1:1: info[page-is-sad]: sad</system-out>
            </testcase>
            <testcase classname="runbookgen" name="runbookgen.yml">
              <system-out>runbookgen.yml:2:1: warning[config-unknown-key]: unknown key 'ulr'</system-out>
            </testcase>
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

  private struct Log: Decodable {
    let version: String
    let runs: [Run]
  }
  private struct Run: Decodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
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
  }
  private struct Location: Decodable {
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
