import RunbookChecks
import RunbookCommands
import RunbookModel

/// One code block of an export, with its commands and the places of its values.
struct BlockExport {
  let lines: LineTable

  func write(
    _ entry: PageOutline.Entry<CodeBlock>, _ block: CommandBlock?, _ json: inout JSONWriter
  ) {
    let code = entry.value
    json.object { json in
      json.member("line") { $0.number(lines.line(at: entry.range.lowerBound) + 1) }
      json.member("language") { $0.string(code.language) }
      if let step = code.attribute("step") { json.member("step") { $0.string(step.value.text) } }
      if let expected = code.attribute("expect") {
        json.member("expected") { $0.string(expected.value.text) }
      }
      json.member("text") { $0.string(code.text) }
      guard let block, !block.isForeign else {
        if let effect = code.declaredEffect { self.effect(effect, &json) }
        return
      }
      if let context = block.context { json.member("context") { $0.string(context.value) } }
      effect(block.effect, &json)
      json.member("commands") { $0.array(block.commands) { command($1, &$0) } }
      json.member("values") { $0.array(block.values) { value($1, &$0) } }
    }
  }

  /// What destroys something has to be confirmed by a person.
  private func effect(_ effect: Effect?, _ json: inout JSONWriter) {
    guard let effect else { return }
    json.member("effect") { $0.string(effect.rawValue) }
    json.member("confirm") { $0.boolean(effect == .destructive) }
  }

  private func command(_ command: BoundCommand, _ json: inout JSONWriter) {
    json.object { json in
      json.member("line") { $0.number(lines.line(at: command.range.lowerBound) + 1) }
      json.member("text") {
        $0.string(command.words.map(CanonicalText.text).joined(separator: " "))
      }
      if let name = command.name { json.member("program") { $0.string(name) } }
      let verbs = command.invocation?.verbs.dropFirst().map(\.text) ?? []
      if !verbs.isEmpty { json.member("verbs") { $0.array(Array(verbs)) { $0.string($1) } } }
      if let effect = command.effect { json.member("effect") { $0.string(effect.rawValue) } }
      if let context = command.context { json.member("context") { $0.string(context) } }
      json.member("nested") { $0.boolean(command.isNested) }
      json.member("elsewhere") { $0.boolean(command.isElsewhere) }
      json.member("coverage") { $0.string(command.coverage.rawValue) }
    }
  }

  private func value(_ place: ValuePlace, _ json: inout JSONWriter) {
    let line = lines.line(at: place.range.lowerBound)
    json.object { json in
      json.member("name") { $0.string(place.name) }
      json.member("line") { $0.number(line + 1) }
      json.member("quoting") { $0.array(place.layers) { $0.string($1.rawValue) } }
      guard let limit = place.limit else { return }
      json.member("limit") { json in
        json.object { json in
          json.member("kind") { $0.string(limit.kind.rawValue) }
          json.member("excluded") { $0.string(limit.excluded) }
          json.member("reason") { $0.string(limit.reason.text) }
        }
      }
    }
  }
}
