import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show why a rule exists, and what it finds and what not.")

  @Argument(
    help: ArgumentHelp("The rule, as it stands in brackets after 'error'.", valueName: "rule"),
    completion: .list(RuleCatalog.all.map(\.id)))
  var id: String

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Option(help: ArgumentHelp("How the rule is written.", valueName: "name"))
  var format = Form.text

  func run() async throws {
    let rule = try RuleArgument.rule(id)
    switch format {
    case .text: try Console.result(Self.page(rule, askedFor: id))
    case .markdown: try Console.result(RulePage.markdown(rule))
    case .json:
      var json = JSONWriter()
      RulePage.write(rule, hasExamples: true, to: &json)
      try Console.result(String(decoding: json.bytes, as: UTF8.self) + "\n")
    }
  }

  /// The page of a rule.
  static func page(_ rule: Rule, askedFor id: String) -> String {
    var lines = ["\(rule.severity.rawValue)[\(rule.id)]: \(rule.summary)"]
    if id != rule.id { lines.append("('\(id)' is a former name of this rule.)") }
    lines += ["", rule.rationale]
    for (title, examples) in [("Found:", rule.failing), ("Not found:", rule.passing)] {
      for example in examples.prefix(1) {
        lines += ["", title]
        for file in example.files { lines += Self.lines(file, showsPath: example.files.count > 1) }
      }
    }
    if let silence = RulePage.silence(rule) { lines += [""] + silence }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A file of an example; below a marked place stands a caret in the place of its mark.
  private static func lines(_ file: (path: String, text: String), showsPath: Bool) -> [String] {
    var lines = [""]
    if showsPath { lines += ["    \(file.path):", ""] }
    for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let pieces = line.split(separator: "▸", omittingEmptySubsequences: false)
      let text = pieces.joined()
      lines.append(text.isEmpty ? "" : "    " + text)
      guard pieces.count > 1 else { continue }
      var carets = "    "
      var column = 0
      for piece in pieces.dropLast() {
        let width = TerminalText.width(String(piece))
        carets += String(repeating: " ", count: max(0, column + width - (carets.count - 4))) + "^"
        column += width
      }
      lines.append(carets)
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
