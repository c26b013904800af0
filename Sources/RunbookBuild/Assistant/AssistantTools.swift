import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

/// What an assistant can ask.
enum AssistantTool: String, CaseIterable, Sendable {
  case find, page, step

  private var words: String {
    switch self {
    case .find: "Find runbooks by an alert's name, a symptom or a command. Every word has to occur."
    case .page: "A runbook as its author wrote it, with its steps and the values that it asks for."
    case .step:
      "The commands of a step with values filled in and quoted, where they run, what they do, and what a person has "
        + "to confirm. A value that the page does not take is refused."
    }
  }

  private var parameters: [(name: String, type: String, words: String, isRequired: Bool)] {
    switch self {
    case .find: [("query", "string", "an alert, words of a symptom, or a command", true)]
    case .page: [("page", "string", "the file of the page, as find names it", true)]
    case .step:
      [
        ("page", "string", "the file of the page, as find names it", true),
        ("step", "string", "the number, the anchor or the name of the step", true),
        ("values", "object", "texts by the names of the page's values", false),
      ]
    }
  }

  func describe(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name") { $0.string(rawValue) }
      json.member("description") { $0.string(words) }
      json.member("inputSchema") { json in
        json.object { json in
          json.member("type") { $0.string("object") }
          json.member("properties") { json in
            json.object { json in
              for parameter in parameters {
                json.member(parameter.name) { json in
                  json.object { json in
                    json.member("type") { $0.string(parameter.type) }
                    json.member("description") { $0.string(parameter.words) }
                  }
                }
              }
            }
          }
          json.member("required") {
            $0.array(parameters.filter(\.isRequired).map(\.name)) { $0.string($1) }
          }
        }
      }
      json.member("annotations") { $0.object { $0.member("readOnlyHint") { $0.boolean(true) } } }
    }
  }
}

enum AssistantTools {
  /// What an assistant did wrong, or the disk.
  struct Problem: Error {
    let text: String
  }

  static func answer(
    _ tool: AssistantTool, _ arguments: JSONNode?, _ options: BuildOptions,
    _ index: AssistantIndex
  ) async throws -> String {
    func text(_ name: String) throws -> String {
      guard let value = arguments?[name]?.string, !value.allSatisfy(\.isWhitespace) else {
        throw Problem(text: "'\(name)' has to be a text")
      }
      return value
    }
    do {
      let check = try await SiteCheck(Project(options), options)
      switch tool {
      case .find: return try await find(text("query"), check, index)
      case .page: return try page(text("page"), check)
      case .step:
        return try AssistantStep.text(
          of: text("step"), values(arguments?["values"]), on: checked(text("page"), check), check)
      }
    } catch let problem as FileProblem {
      throw Problem(text: problem.description)
    }
  }

  private static func values(_ node: JSONNode?) throws -> [String: String] {
    guard let node else { return [:] }
    guard case .object(let members) = node.kind else {
      throw Problem(text: "'values' has to be an object of texts")
    }
    var values: [String: String] = [:]
    for member in members {
      guard let text = member.value.text else {
        throw Problem(text: "the value of '\(member.name)' has to be a text")
      }
      values[member.name] = text
    }
    return values
  }

  private static func checked(
    _ file: String, _ check: SiteCheck
  ) throws -> (CheckedRunbook, LineTable) {
    if let page = try check.page(at: file) { return page }
    let near = NearestName.suggestion(for: file, among: check.index.pages.map(\.sourcePath))
    throw Problem(
      text: "there is no page '\(file)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }

  // MARK: Find

  /// Pages that hold all words, the best first: those of an alert, of the title, of commands, of the text.
  private static func find(
    _ query: String, _ check: SiteCheck, _ index: AssistantIndex
  ) async throws -> String {
    let query = query.lowercased()
    let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = try await index.entries(check).compactMap { entry in
      entry.rank(query, words).map { (rank: $0, line: entry.line) }
    }
    let ordered = found.sorted { ($0.rank, $0.line) < ($1.rank, $1.line) }
    guard !ordered.isEmpty else {
      return "No runbook holds all of: \(words.joined(separator: ", "))."
    }
    let rest = ordered.count > 20 ? "\nand \(ordered.count - 20) more; use more words" : ""
    return ordered.prefix(20).map(\.line).joined(separator: "\n") + rest
  }

  // MARK: Page

  private static func page(_ file: String, _ check: SiteCheck) throws -> String {
    let (page, lines) = try checked(file, check)
    guard let source = try check.text(of: page.path) else { return "" }
    var text = "\(file): \(page.metadata.title.value)\n"
    if let owner = page.metadata.owner?.value { text += "Owner: \(owner.team)\n" }
    if let due = page.metadata.due { text += "Review due: \(due)\n" }
    let steps = ScriptReader.sections(of: page, lines)
    if !steps.isEmpty {
      text += "Steps:\n" + steps.map { "- \($0.id): \($0.title)\n" }.joined()
    }
    return text + "\n" + source
  }
}
