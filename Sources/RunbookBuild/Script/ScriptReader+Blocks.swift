import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

extension ScriptReader {
  /// The commands of a block; nil for one that holds none, and where something was in the way.
  mutating func commands(_ block: CommandBlock) -> ProcedureScript.Commands? {
    let offset = block.range.lowerBound
    if block.isForeign {
      if block.isForOtherProgram {
        refuse(
          at: offset,
          "the block is typed into another program; write the command that hands it over")
      }
      return nil
    }
    // Of a block that holds nothing but output there is nothing to run.
    guard !block.scripts.isEmpty || !block.powerShell.isEmpty else { return nil }
    guard isReadable(block), take(block.values) else { return nil }
    var text = ""
    var shown = ""
    for (source, script) in sources(block) where !script.statements.isEmpty {
      let own = block.values.filter { value in
        script.tokens.contains {
          $0.kind == .placeholder && $0.range.lowerBound == value.range.lowerBound
        }
      }
      let placed = Set(own.map(\.range.lowerBound))
      if let lost = script.tokens.first(where: {
        $0.kind == .placeholder && !placed.contains($0.range.lowerBound)
      }) {
        refuse(at: lost.range.lowerBound, "how the shell reads this value is not known")
        return nil
      }
      guard let run = run(source, script, own, block.commands) else { return nil }
      text += run
      shown += self.shown(source, own)
    }
    guard !text.isEmpty else { return nil }
    let mark = GuardMark(block.commands, effect: block.effect, [])
    return ProcedureScript.Commands(
      line: lines.line(at: offset) + 1, text: text, shown: shown,
      destroys: mark.map { mark in
        let acts = mark.acts.joined(separator: "; ")
        return (acts.isEmpty ? "what the page says" : acts)
          + (mark.more > 0 ? " and \(mark.more) more" : "")
      },
      expected: block.code.attribute("expect")?.value.text, programs: programs(block))
  }

  /// Whether the commands are known, and no person has to type in between.
  private mutating func isReadable(_ block: CommandBlock) -> Bool {
    let offset = block.range.lowerBound
    if block.kind == .powerShell || !block.powerShell.isEmpty {
      refuse(at: offset, "the commands are PowerShell; a script of bash cannot run them")
      return false
    }
    if block.hasOutput
      || block.kind == .unprompted && !block.commands.allSatisfy({ $0.invocation != nil })
    {
      refuse(
        at: offset,
        "which lines are commands and which are output is not certain here; write a prompt before each command, "
          + "or label the block as bash")
      return false
    }
    if let error = sources(block).flatMap(\.1.errors).first {
      refuse(at: error.range.lowerBound, "bash cannot read the commands: \(error.message)")
      return false
    }
    if let cut = block.scripts.flatMap(\.brokenContinuations).first {
      refuse(at: cut.lowerBound, "blanks behind the backslash end the command here")
      return false
    }
    if let need = ScriptPerson.need(of: block) {
      refuse(at: need.offset, need.reason)
      return false
    }
    return true
  }

  private func sources(_ block: CommandBlock) -> [(ShellSource, ShellScript)] {
    if let transcript = block.transcript {
      return transcript.entries.filter { !$0.isForeign }.map { ($0.command, $0.script) }
    }
    let whole = ShellSource(block.code)
    // Lines that were read one by one are one text.
    return [(whole, block.scripts.count == 1 ? block.scripts[0] : ShellScript.parse(whole))]
  }

  /// Programs that are looked for before the block runs; none where it may bring some along.
  private func programs(_ block: CommandBlock) -> [String] {
    var own: Set<String> = []
    for command in block.scripts.flatMap(\.allCommands) {
      if case .compound(let compound) = command, compound.keyword == .function,
        let name = compound.variable
      {
        own.insert(name)
      }
    }
    let installers: Set = [
      "alias", "apk", "apt", "apt-get", "brew", "dnf", "gem", "microdnf", "npm", "pip", "pip3",
      "snap", "yum", "zypper",
    ]
    var names: [String] = []
    for command in block.commands where !command.isElsewhere && !command.isNested {
      guard let name = command.words.first?.literal else { continue }
      if installers.contains(name) || name == "." || name == "source" || name == "eval" {
        return []
      }
      let isPlain = name.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && !$0.isOne(of: "/='\"$`\\*?[]{}~#!&|;<>()")
      }
      guard isPlain, !own.contains(name), !ShellBuiltins.names.contains(name), !names.contains(name)
      else { continue }
      names.append(name)
    }
    return names
  }

  // MARK: Text

  private func shown(_ text: ShellSource, _ values: [ValuePlace]) -> String {
    var (source, filling) = (ScriptSource(text), filling)
    for value in values {
      source.replace(source.range(of: value.range), with: filling.shown(value))
    }
    return source.text { $0.isOne(of: "\\$`") }
  }

  /// The text as the script runs it; nil where a here-document cannot be one of a script.
  private mutating func run(
    _ text: ShellSource, _ script: ShellScript, _ values: [ValuePlace], _ commands: [BoundCommand]
  ) -> String? {
    var source = ScriptSource(text)
    for value in values {
      _ = filling.shown(value)
      let range = source.range(of: value.range)
      if let reason = expansion(around: range, of: value, in: source.bytes) {
        refuse(at: value.range.lowerBound, reason)
        return nil
      }
      source.replace(range, with: filling.run(value))
    }
    for (redirection, heredoc) in heredocs(of: script) where heredoc.isQuoted {
      let body = source.range(of: heredoc.body.range)
      let inside = values.filter { heredoc.body.range.contains($0.range.lowerBound) }
      guard !inside.isEmpty else { continue }
      // A variable is expanded where the delimiter has no quotes; all else is kept from that.
      guard isName(heredoc.delimiter) else {
        refuse(
          at: redirection.range.lowerBound,
          "the value in this here-document needs a delimiter of letters, such as EOF")
        return nil
      }
      source.replace(source.range(of: redirection.target.range), with: heredoc.delimiter)
      let kept = inside.map { source.range(of: $0.range) }
      for index in body where source.bytes[index].isOne(of: "\\$`") {
        if !kept.contains(where: { $0.contains(index) }) { source.insert("\\", at: index) }
      }
    }
    indent(script, commands, in: &source)
    return source.text()
  }

  /// What bash would make of a value that is typed, and does not make of a variable.
  private func expansion(around range: Range<Int>, of value: ValuePlace, in bytes: [UInt8])
    -> String?
  {
    let outer = ScriptFilling.readings(value).1
    guard outer == .bare || outer == .quoted else { return nil }
    let (before, behind) = (bytes[..<range.lowerBound], bytes[range.upperBound...])
    if before.last == UInt8(ascii: "~"),
      before.dropLast().last.map({ $0.isOne(of: " \t\n=:") }) ?? true
    {
      return
        "bash looks for the home of a user after a tilde before it knows the value; write the path"
    }
    let word = before.reversed().prefix { $0 > 0x20 }
    let isRange =
      word.prefix(2).elementsEqual("..".utf8) || behind.prefix(2).elementsEqual("..".utf8)
    return isRange && word.contains(UInt8(ascii: "{"))
      ? "bash counts in braces before it knows the value; use seq" : nil
  }

  private func heredocs(of script: ShellScript) -> [(Redirection, Heredoc)] {
    script.allCommands.flatMap { command -> [Redirection] in
      switch command {
      case .simple(let simple): simple.redirections
      case .compound(let compound): compound.redirections
      }
    }.compactMap { redirection in
      redirection.heredoc.flatMap {
        script.heredocs.indices.contains($0) ? (redirection, script.heredocs[$0]) : nil
      }
    }
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }
}
