import ArgumentParser
import RunbookChecks
import RunbookModel

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all rules.",
    discussion: "'runbookgen explain' shows one of them in full.")

  func run() async throws {
    try Console.result(Self.table(RuleCatalog.all))
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
