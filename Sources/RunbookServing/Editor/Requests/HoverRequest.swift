import RunbookBuild
import RunbookChecks
import RunbookCommands
import RunbookModel

/// `textDocument/hover`: what that is which stands under the cursor, as Markdown.
enum HoverRequest {
  static let request = EditorRequest("textDocument/hover", "hoverProvider") {
    state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params),
      let words = await words(at: offset, on: page)
    else { return nothing }
    return { json in
      json.object { json in
        json.member("contents") { json in
          json.object { json in
            json.member("kind") { $0.string(state.hoversInMarkdown ? "markdown" : "plaintext") }
            json.member("value") { $0.string(words.text) }
          }
        }
        json.member("range") { $0.range(words.range, in: page.text) }
      }
    }
  }

  private typealias Words = (text: String, range: ByteRange)

  private static func words(at offset: Int, on page: EditorPage) async -> Words? {
    if let field = FrontMatterPlace(at: offset, on: page) {
      if let mention = page.mentions.mention(at: offset), let text = text(of: mention.subject, page)
      {
        return (text, mention.range)
      }
      let schema = SchemaSubject.frontMatter.schema(page.config)
      let summary = schema?.summary(at: field.path + [field.key].compactMap(\.self))
      return summary.map { ("`\(field.key ?? "")`: \($0)", field.keyRange ?? offset..<offset) }
    }
    if let rule = ruleName(at: offset, on: page), let found = RuleCatalog.rule(rule.text) {
      return ("**\(found.id)**: \(found.summary).\n\n\(found.rationale)", rule.range)
    }
    if let mention = page.mentions.mention(at: offset), let text = text(of: mention.subject, page) {
      return (text, mention.range)
    }
    return command(at: offset, on: page)
  }

  private static func text(of subject: Subject, _ page: EditorPage) -> String? {
    switch subject {
    case .page(let path):
      guard let summary = page.site.page(path) else { return nil }
      let title = "**\(summary.metadata.title.value)**"
      return [title, summary.metadata.summary].compactMap(\.self).joined(separator: "\n\n")
    case .anchor(let path, let anchor):
      let title = page.site.page(path)?.metadata.title.value
      return title.map { "`#\(anchor)` of **\($0)**" }
    case .input(_, let name):
      guard let input = page.draft.metadata.inputs.first(where: { $0.name.value == name }) else {
        return "`<\(name)>` is not declared; the reader fills it in without a check."
      }
      var parts = ["**\(name)**, a value that the reader fills in: \(input.type.rawValue)"]
      if let summary = input.summary { parts.append(summary) }
      if !input.choices.isEmpty {
        parts.append("One of: " + input.choices.map { "`\($0)`" }.joined(separator: ", "))
      }
      if let pattern = input.pattern { parts.append("It has to match `\(pattern.value)`.") }
      if let example = input.example { parts.append("For example `\(example.value)`") }
      return parts.joined(separator: "\n\n")
    case .context(let id):
      guard let context = page.config.context(id) else { return nil }
      var parts = ["**\(context.title)**, the context `\(id)`"]
      if let entry = context.enteredBy {
        let way = entry.command.map { " by `\($0.value)`" } ?? ""
        parts.append("It is entered from `\(entry.from.value)`\(way).")
      }
      return parts.joined(separator: "\n\n")
    case .block, .alert: return nil
    }
  }

  /// The rule that an allowance names under the cursor.
  private static func ruleName(at offset: Int, on page: EditorPage) -> Words? {
    let line = page.text.line(at: offset)
    let text = page.text.string(line)
    guard let marker = text.firstRange(of: "runbookgen-allow ") else { return nil }
    let start = line.lowerBound + text.utf8.distance(from: text.startIndex, to: marker.upperBound)
    var end = start
    while end < line.upperBound,
      page.text.bytes[end] == UInt8(ascii: "-") || (0x61...0x7A).contains(page.text.bytes[end])
    {
      end += 1
    }
    guard start <= offset, offset <= end, start < end else { return nil }
    return (page.text.string(start..<end), start..<end)
  }

  private static func command(at offset: Int, on page: EditorPage) -> Words? {
    guard let command = CommandPlace.command(at: offset, on: page),
      let word = command.words.first(where: {
        $0.range.lowerBound <= offset && offset <= $0.range.upperBound
      })
    else { return nil }
    guard let invocation = command.invocation else {
      guard word.range == command.words.first?.range, let name = command.name else { return nil }
      return ("No schema describes `\(name)`; its words are not checked.", word.range)
    }
    let names = [invocation.program.name] + invocation.verbs.dropFirst().map(\.text)
    if let given = invocation.options.first(where: {
      $0.name.range.lowerBound <= offset && offset <= $0.name.range.upperBound
    }) {
      let text =
        fenced(Synopsis.line(given.option)) + "\n\nAn option of `\(names.joined(separator: " "))`"
      return (text, given.name.range)
    }
    // The verb that the cursor is on, and none below it.
    let verbs = invocation.verbs.filter { $0.range.lowerBound <= word.range.lowerBound }
    guard verbs.last?.range.lowerBound == word.range.lowerBound else { return nil }
    let path = [invocation.program.name] + verbs.dropFirst().map(\.text)
    guard let verb = CommandPlace.verb(path, of: invocation.program) else { return nil }
    var text = fenced(Synopsis.excerpt(verb, named: path))
    text += "\n\nThis command is \(effect(invocation.effect))"
    text += command.context.map { "; it runs in `\($0)`." } ?? "."
    return (text, word.range)
  }

  private static func effect(_ effect: Effect) -> String {
    switch effect {
    case .read: "only reading"
    case .write: "changing something"
    case .destructive: "**destructive**"
    }
  }

  private static func fenced(_ text: String) -> String { "```text\n\(text)\n```" }
}
