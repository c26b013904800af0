import RunbookChecks
import RunbookCommands
import RunbookModel

extension ScriptReader {
  /// Options that the script has for itself.
  private static let reserved: Set<String> = [
    "dry-run", "environment", "from", "help", "list", "only", "yes",
  ]

  /// A name as an option has it: letters and digits of ASCII with single hyphens between.
  static func option(_ name: String) -> String {
    let option = words(name).joined(separator: "-")
    return reserved.contains(option) || option.utf8.first.map { (0x30...0x39).contains($0) } ?? true
      ? "value" + (option.isEmpty ? "" : "-" + option) : option
  }

  /// A title as the name of a step.
  static func slug(_ title: String, else other: String) -> String {
    let words = words(title).prefix(8)
    if words.contains(where: { $0.utf8.contains { $0 > 0x39 } }) {
      return words.joined(separator: "-")
    }
    let rest = Self.words(other)
    return (rest.isEmpty ? ["step"] : rest).joined(separator: "-")
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().utf8.split {
      !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0))
    }.map { String(decoding: Array($0), as: UTF8.self) }
  }

  /// Takes note of values; false where one can have no place in a script.
  mutating func take(_ places: [ValuePlace]) -> Bool {
    places.reduce(true) { isSound, place in take(place) && isSound }
  }

  private mutating func take(_ place: ValuePlace) -> Bool {
    let offset = place.range.lowerBound
    let declaration = page.metadata.inputs.first { $0.name.value == place.name }
    var input =
      inputs[place.name]
      ?? ProcedureScript.Input(
        name: place.name, option: Self.option(place.name), declaration: declaration)
    if inputs[place.name] == nil {
      if let other = inputs.values.first(where: { $0.option == input.option }) {
        refuse(
          at: offset,
          "<\(place.name)> and <\(other.name)> would both be --\(input.option); name one of them otherwise"
        )
        return false
      }
      order.append(place.name)
    }
    if let limit = place.limit {
      let isFree = declaration?.isLimited != true
      if limit.kind == .nothing || limit.kind == .chosen && isFree {
        refuse(
          at: offset,
          "no value can stand in the place of <\(place.name)>: \(limit.reason.text)"
            + (limit.kind == .chosen ? "; declare the input with a pattern, a type or choices" : "")
        )
        return false
      }
      let known = ProcedureScript.Limit(limit: limit, line: lines.line(at: offset) + 1)
      if !input.limits.contains(where: {
        $0.limit.kind == limit.kind && $0.limit.excluded == limit.excluded
      }) {
        input.limits.append(known)
      }
    }
    let (form, outer, _) = ScriptFilling.readings(place)
    guard outer != nil else {
      refuse(at: offset, "how the shell reads <\(place.name)> is not known")
      return false
    }
    if form.contains(.heredoc) || form.contains(.text) {
      input.isOneLine = true
      if let ending = place.ending {
        guard !ending.isEmpty else {
          refuse(at: offset, "any value of <\(place.name)> could end the here-document around it")
          return false
        }
        if !input.endings.contains(ending) { input.endings.append(ending) }
      }
    }
    inputs[place.name] = input
    return true
  }

  /// Patterns are written for bash, and values of environments are looked up.
  mutating func finishInputs(_ steps: [Step]) {
    let shown = Set(steps.flatMap(\.names))
    for name in order {
      guard var input = inputs[name] else { continue }
      input.forms = filling.forms[name] ?? []
      input.presets = environments.compactMap { environment in
        environment.value(of: name).map { (environment.name.value, $0) }
      }
      let source = input.declaration?.from?.value ?? ""
      input.isAsked =
        input.isSecret || source.hasPrefix("step:") && shown.contains(String(source.dropFirst(5)))
      for pattern in input.patterns where Pattern.posix(pattern) == nil {
        refuse(
          at: input.declaration?.pattern?.range.bytes.lowerBound ?? 0,
          "the pattern of '\(name)' has no equal in bash; use plain sets of characters in it")
      }
      inputs[name] = input
    }
  }

  /// Those of the page that give values.
  var environments: [EnvironmentDeclaration] {
    let names = page.metadata.environments
    return config.environments.filter { environment in
      (names.isEmpty || names.contains(environment.name.value))
        && environment.values.contains { inputs[$0.input.value] != nil }
    }
  }
}

extension ProcedureScript.Input {
  /// What a value has to match: the page's own pattern, and that of the type.
  var patterns: [String] {
    [declaration?.pattern?.value, declaration?.type.pattern].compactMap(\.self)
  }
}
