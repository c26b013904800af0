import RunbookChecks
import RunbookCommands
import RunbookModel

/// A step with its values, for an assistant.
enum AssistantStep {
  static func text(
    of name: String, _ values: [String: String], on page: (CheckedRunbook, LineTable),
    _ check: SiteCheck
  ) throws -> String {
    let (page, lines) = page
    let all = ScriptReader.sections(of: page, lines)
    guard let section = all.first(where: { $0.isCalled(name) }) else {
      throw AssistantTools.Problem(
        text: "there is no step '\(name)'; there are " + all.map(\.id).joined(separator: ", "))
    }
    let known = Set(
      page.blocks.flatMap(\.values).map(\.name) + page.metadata.inputs.map(\.name.value))
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard known.contains(name) else {
        throw AssistantTools.Problem(text: "the page has no value <\(name)>")
      }
      let input = page.metadata.inputs.first { $0.name.value == name }
      guard input?.isSecret != true else {
        throw AssistantTools.Problem(text: "<\(name)> is a secret; a person fills it in")
      }
      let complaint =
        input.map { $0.complaint(about: value) } ?? InputDeclaration.complaint(about: value)
      if let complaint {
        throw AssistantTools.Problem(text: "<\(name)> does not fit: \(complaint)")
      }
    }
    var text =
      "\(section.title)\n\(page.sourcePath):\(lines.line(at: section.range.lowerBound) + 1)\n"
    for warning in section.warnings { text += "\(warning.kind.rawValue): \(warning.text)\n" }
    for block in page.blocks
    where section.range.contains(block.range.lowerBound) && !block.isForeign {
      text += "\n" + (try self.block(block, values, page, lines, check.project.config))
    }
    return text
  }

  private static func block(
    _ block: CommandBlock, _ values: [String: String], _ page: CheckedRunbook, _ lines: LineTable,
    _ config: SiteConfig
  ) throws -> String {
    var source = ScriptSource(ShellSource(block.code))
    var missing: [String] = []
    for place in block.values {
      guard let value = values[place.name] else {
        if !missing.contains(place.name) { missing.append(place.name) }
        continue
      }
      let input = page.metadata.inputs.first { $0.name.value == place.name }
      switch place.filled(with: value, isLimited: input?.isLimited ?? false) {
      case .success(let text): source.replace(source.range(of: place.range), with: text)
      case .failure(let refusal):
        let line = lines.line(at: place.range.lowerBound) + 1
        throw AssistantTools.Problem(
          text: "<\(place.name)> cannot be filled in at line \(line): \(refusal.reason)")
      }
    }
    var text = ""
    if let place = block.context.flatMap({ config.context($0.value) }) {
      text += "Runs in: \(place.title)\n"
    }
    text += "Effect: \(block.effect?.rawValue ?? "not known")\n"
    if block.effect == .destructive { text += "A person has to confirm this before it is run.\n" }
    if let need = ScriptPerson.need(of: block) { text += "Needs a person: \(need.reason)\n" }
    if !missing.isEmpty {
      text += "Values to fill in: \(missing.map { "<\($0)>" }.joined(separator: ", "))\n"
    }
    text += "```\n\(source.text())```\n"
    if let expected = block.code.attribute("expect")?.value.text {
      text += "Expected: \(expected)\n"
    }
    return text
  }
}
