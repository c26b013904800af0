/// A specification of usage (usage.jdx.dev, KDL): `bin`, `flag`, `arg`, `cmd` with their properties. It is
/// complete, unless it mounts what a program says while it runs.
package enum UsageSpecification {
  /// - Parameter name: the program, where the specification does not name it.
  /// - Throws: for a text that is no KDL.
  package static func read(_ bytes: [UInt8], named name: String) throws(KDLProblem) -> LearntProgram
  {
    let nodes = try KDLReader.read(bytes)
    guard nodes.contains(where: { ["bin", "name", "flag", "arg", "cmd"].contains($0.name) }) else {
      throw KDLProblem(line: 1, reason: "it is no specification: it has no 'bin', 'flag' or 'cmd'")
    }
    let bin = nodes.first { $0.name == "bin" } ?? nodes.first { $0.name == "name" }
    var doubts: [String] = []
    let root = verb(KDLNode(name: "cmd", children: nodes), [], &doubts, depth: 0)
    return LearntProgram(
      program: Program(
        name: bin?.arguments.first ?? name, aliases: [], dialect: .click, source: "", root: root,
        tellsEffects: false), manner: "usage specification", pages: [[]], doubts: doubts)
  }

  private static func verb(
    _ node: KDLNode, _ names: [String], _ doubts: inout [String], depth: Int
  ) -> Verb {
    var verbs: [Verb] = []
    for child in node.all("cmd") where depth < 12 {
      let all = child.arguments.prefix(1) + child.all("alias").flatMap(\.arguments)
      guard let first = all.first, HelpPage.isVerbName(first) else {
        doubts.append("a command has a name that cannot be written down")
        continue
      }
      verbs.append(verb(child, all.filter(HelpPage.isVerbName), &doubts, depth: depth + 1))
    }
    var options: [ProgramOption] = []
    for flag in node.all("flag") {
      if let option = option(flag) {
        options.append(option)
      } else {
        doubts.append("the flag `\(flag.arguments.first?.prefix(60) ?? "")` could not be read")
      }
    }
    var result = Verb(
      names, operands: .list(node.all("arg").map(operand)), isClosed: node.all("mount").isEmpty)
    result.change { ($0, $1) = (options, verbs) }
    result.standsAlone = !verbs.isEmpty && !node.isTrue("subcommand_required")
    return result
  }

  /// `flag "-u --user <user>" required=#true`, its value also as a child `arg`.
  private static func option(_ node: KDLNode) -> ProgramOption? {
    guard let text = node.arguments.first, let term = OptionTerm(text), term.isWhole else {
      return nil
    }
    let inner = node.all("arg").first
    let shown = inner?.arguments.first ?? term.value
    var value = OptionValue.none
    if !shown.isEmpty {
      let choices = (inner?.children ?? node.children).filter { $0.name == "choices" }
        .flatMap(\.arguments)
      let type = choices.isEmpty ? ValueType.text : OptionValue.choice(among: choices)
      value = shown.hasPrefix("[") ? .unsure : .required(type)
    }
    value.isRequired = node.isTrue("required")
    var option = ProgramOption(term, value)
    if let negated = node.properties["negate"], negated.hasPrefix("--no-"),
      option.names.contains("--" + negated.dropFirst("--no-".count)),
      let both = OptionTerm(([negated] + option.names).joined(separator: " "))
    {
      option = ProgramOption(both, value)
    }
    return option
  }

  /// `arg "<file>"`, `arg "[file]"`, `var=#true` for several.
  private static func operand(_ node: KDLNode) -> Operand {
    let text = node.arguments.first ?? "ARG"
    let shown = HelpUsage.operand(text)
    let choices = node.all("choices").flatMap(\.arguments)
    return Operand(
      name: shown.name,
      isRequired: shown.isRequired && node.properties["required"] != "false"
        && node.properties["default"] == nil,
      isRepeatable: shown.isRepeatable || node.isTrue("var"),
      type: choices.isEmpty ? .text : OptionValue.choice(among: choices))
  }
}
