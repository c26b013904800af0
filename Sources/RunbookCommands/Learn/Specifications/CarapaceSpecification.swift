package import RunbookModel

/// A specification of carapace (YAML): `name`, `aliases`, `flags`, `persistentflags`, `exclusiveflags`,
/// `completion`, `commands`. Source: carapace-spec's documentation of its fields and of the signs behind
/// a flag: `=` a value, `?` one that may be left out, `*` repeated, `!` required, `&` hidden.
package struct CarapaceSpecification {
  package let program: LearntProgram

  /// - Returns: nil for a YAML file that is none.
  package init?(_ root: YAMLNode) {
    guard let name = root["name"]?.scalar, !name.isEmpty else { return nil }
    var reader = Reader()
    let verb = reader.verb(root, depth: 0)
    program = LearntProgram(
      program: Program(
        name: name, aliases: [], dialect: .pflag, source: "", root: verb, tellsEffects: false),
      manner: "carapace specification", pages: [[]], doubts: reader.doubts)
  }

  private struct Reader {
    private(set) var doubts: [String] = []

    mutating func verb(_ node: YAMLNode, depth: Int) -> Verb {
      let names = [node["name"]?.scalar ?? ""] + (node["aliases"]?.items.compactMap(\.scalar) ?? [])
      var options = flags(node["flags"]) + flags(node["persistentflags"])
      for group in node["exclusiveflags"]?.items ?? [] {
        exclude(Set(group.items.compactMap(\.scalar)), &options)
      }
      var verbs: [Verb] = []
      for child in node["commands"]?.items ?? [] where depth < 12 {
        let verb = verb(child, depth: depth + 1)
        if let name = verb.names.first, HelpPage.isVerbName(name) {
          verbs.append(verb)
        } else {
          doubts.append("a command has a name that cannot be written down")
        }
      }
      // `parsing: disabled` and completions of any word: what stands there is not said.
      let isGroup =
        !verbs.isEmpty && node["completion"]?["positional"] == nil
        && node["completion"]?["positionalany"] == nil
      var result = Verb(
        names.filter(HelpPage.isVerbName), operands: .list(isGroup ? [] : [.anything]),
        // Bridges and macros add to what is listed.
        isClosed: node["run"] == nil && node["parsing"]?.scalar != "disabled")
      result.change { ($0, $1) = (options, verbs) }
      result.standsAlone = !verbs.isEmpty
      result.optionsLead = node["parsing"]?.scalar == "non-interspersed"
      return result
    }

    private mutating func flags(_ node: YAMLNode?) -> [ProgramOption] {
      guard case .mapping(let pairs)? = node?.kind else { return [] }
      return pairs.compactMap { pair in
        guard let text = pair.key.scalar else { return nil }
        let signs = text.reversed().prefix { "=?*!&".contains($0) }
        guard let term = OptionTerm(String(text.dropLast(signs.count))), term.isWhole else {
          doubts.append("the flag `\(text.prefix(60))` could not be read")
          return nil
        }
        return option(term, signs: String(signs))
      }
    }

    /// What completes a value is a proposal, and no list of all that it may be.
    private func option(_ term: OptionTerm, signs: String) -> ProgramOption {
      var value = OptionValue.none
      if signs.contains("=") { value = .required() }
      if signs.contains("?") { value = OptionValue(kind: .optional(.text, orNextWord: false)) }
      value.isRequired = signs.contains("!")
      return ProgramOption(term, value)
    }

    private func exclude(_ names: Set<String>, _ options: inout [ProgramOption]) {
      let group = options.indices.filter { index in
        options[index].names.contains { names.contains(String($0.drop { $0 == "-" })) }
      }
      for index in group {
        let others = group.filter { $0 != index }.compactMap { options[$0].names.last }
        options[index] = options[index].changing { $0.excludes += others }
      }
    }
  }
}

extension YAMLNode {
  /// The value of a key, in whatever letters it is written.
  fileprivate subscript(_ name: String) -> YAMLNode? {
    guard case .mapping(let pairs) = kind else { return nil }
    return pairs.first { $0.key.scalar?.lowercased() == name.lowercased() }?.value
  }

  fileprivate var items: [YAMLNode] {
    if case .sequence(let items) = kind { items } else { [] }
  }
}
