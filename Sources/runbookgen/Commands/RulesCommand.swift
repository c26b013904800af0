import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules.",
    discussion: "'runbookgen explain' shows one of them in full.")

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Option(help: ArgumentHelp("How the list is written.", valueName: "name"))
  var format = Form.text

  func run() async throws {
    let rules = RuleCatalog.all
    switch format {
    case .text: try Console.result(Self.table(rules))
    case .markdown: try Console.result(RulePage.table(rules))
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.member("version") { $0.number(1) }
        json.member("rules") { json in
          json.array(rules) { RulePage.write($1, hasExamples: false, to: &$0) }
        }
      }
      try Console.result(String(decoding: json.bytes, as: UTF8.self) + "\n")
    }
  }

  /// One rule a line: id, usual severity, summary.
  static func table(_ rules: [Rule]) -> String {
    let rows = rules.sorted { $0.id < $1.id }.map { [$0.id, $0.severity.rawValue, $0.summary] }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.reduce(into: "") { text, row in
      for (cell, width) in zip(row, widths) {
        text += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      text += row[2] + "\n"
    }
  }
}
