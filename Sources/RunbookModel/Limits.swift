/// What a site may hold, so that no input takes unbounded time or memory. The raw value is the key
/// below `limits` in the configuration.
package enum Limit: String, Sendable, CaseIterable {
  case assetSize = "asset_size"
  case fileSize = "file_size"
  case findings
  case footnotes
  case includes
  case lineLength = "line_length"
  case links
  case nesting
  case paragraphMarkup = "paragraph_markup"
  case referenceText = "reference_text"
  case tableCells = "table_cells"
  case tableColumns = "table_columns"
  case yamlAliases = "yaml_aliases"
  case yamlDepth = "yaml_depth"
  case yamlSize = "yaml_size"
  case yamlValues = "yaml_values"

  /// The value without a configuration: several times what a page for people needs.
  package var usual: Int {
    switch self {
    case .assetSize: 64_000_000
    case .fileSize: 1_000_000
    case .findings: 1000
    case .footnotes: 1000
    case .includes: 200
    case .lineLength: 100_000
    case .links: 10_000
    case .nesting: 64
    case .paragraphMarkup: 5000
    case .referenceText: 16_000_000
    case .tableCells: 50_000
    case .tableColumns: 100
    case .yamlAliases: 100
    case .yamlDepth: 64
    case .yamlSize: 100_000
    case .yamlValues: 20_000
    }
  }

  /// The largest value that the configuration may give. What is nested is read by functions that
  /// call themselves, and a thread's stack is small.
  package var ceiling: Int {
    switch self {
    case .nesting, .yamlDepth: 200
    case .assetSize: 2_000_000_000
    default: 1_000_000_000
    }
  }

  /// What is counted, as the end of the sentence "there are 7 …".
  package var unit: String {
    switch self {
    case .assetSize: "bytes in this file"
    case .fileSize: "bytes in this file"
    case .findings: "findings in this file"
    case .footnotes: "footnotes on this page"
    case .includes: "texts included in this page"
    case .lineLength: "bytes in this line"
    case .links: "links and images on this page"
    case .nesting: "levels of lists and quotes in this line"
    case .paragraphMarkup: "characters of markup in this paragraph, such as `*`, `[` and `<`"
    case .referenceText: "bytes of link definitions on this page once they are written out"
    case .tableCells: "cells in the tables of this page"
    case .tableColumns: "columns in this table"
    case .yamlAliases: "aliases in this YAML"
    case .yamlDepth: "levels in this YAML"
    case .yamlSize: "bytes in this front matter"
    case .yamlValues: "values in this YAML once its aliases are written out"
    }
  }
}

/// The limits of a site.
package struct Limits: Sendable {
  private var values: [Limit: Int] = [:]

  package init() {}

  package subscript(limit: Limit) -> Int {
    get { values[limit] ?? limit.usual }
    set { values[limit] = newValue }
  }

  /// The finding that something is beyond a limit.
  ///
  /// - Parameters:
  ///   - found: what was counted; where counting stopped early, `isAtLeast` says so.
  ///   - consequence: what was done about it, as a sentence.
  package func exceeded(
    _ limit: Limit, found: Int, isAtLeast: Bool = false, at range: SourceRange,
    _ consequence: String
  ) -> Diagnostic {
    Diagnostic(
      "limit-exceeded", .error, at: range,
      "there are \(isAtLeast ? "at least " : "")\(found) \(limit.unit); the limit is \(self[limit])",
      explanation: "\(consequence) If it is meant, set `limits: {\(limit.rawValue): …}` in the "
        + "configuration to a larger number (at most \(limit.ceiling)).")
  }
}
