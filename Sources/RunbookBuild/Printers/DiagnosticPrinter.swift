/// One form in which findings leave the program.
package protocol DiagnosticPrinter: Sendable {
  /// What `--format` calls it.
  var name: String { get }

  /// Whether it is written for people, and so belongs on standard error.
  var isForPeople: Bool { get }

  /// Whether people read it as a log, so that the counts of each rule belong at its end.
  var hasTotals: Bool { get }

  /// The whole text, ending with a newline unless it is empty.
  func render(_ report: DiagnosticReport) -> String
}

extension DiagnosticPrinter {
  package var isForPeople: Bool { false }
  package var hasTotals: Bool { false }
}

/// All printers, sorted by name. A test compares this list with the files beside it.
package enum PrinterCatalog {
  package static let all: [any DiagnosticPrinter] = [
    ConcisePrinter(),
    GitHubPrinter(),
    GitLabPrinter(),
    JSONPrinter(),
    JUnitPrinter(),
    MarkdownPrinter(),
    SARIFPrinter(),
    TextPrinter(),
  ]

  package static func printer(named name: String) -> (any DiagnosticPrinter)? {
    all.first { $0.name == name }
  }
}
