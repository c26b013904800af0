package import RunbookCommands
package import RunbookModel

/// A command of a page, held against its program's schema, with the place where it runs. A class, as
/// rules and renderers pass it around far more often than one is made.
package final class BoundCommand: Sendable {
  /// How far a command could be judged.
  package enum Coverage: String, Sendable, CaseIterable {
    /// Every word was held against a schema.
    case validated
    /// The program is known; a word was passed over, as its schema does not list everything or a
    /// verb is filled in later.
    case known
    /// No schema describes the program.
    case unknown
    /// The program's name itself is a placeholder or an expansion.
    case opaque
  }

  package let words: ArraySlice<ShellWord>
  /// The program's name without its folder; nil when it is filled in later.
  package let name: String?
  /// Nil when no schema describes the program.
  package let invocation: Invocation?
  /// Id of the context in which it runs; nil when nothing says where, or in a place that is not
  /// modelled, such as a pod.
  package let context: String?
  /// True for what another command runs: the `journalctl` of `sudo journalctl`.
  package let isNested: Bool
  /// True for a command that runs in a place of its own: a pod, another machine.
  package let isElsewhere: Bool
  package let redirections: [Redirection]
  /// The word that a shell is handed as a script: `bash -c '…'`, `ssh host "…"`.
  let script: ShellWord?
  /// The commands of that script; empty when it is not known before it runs, nil when there is no such
  /// word.
  let handed: [BoundCommand]?
  /// Whether the ranges of `handed` are places of the file: the word stands in it as the shell gets it.
  let isHandedPlaced: Bool
  package let range: ByteRange

  init(
    words: ArraySlice<ShellWord>, invocation: Invocation?, context: String?, isNested: Bool,
    isElsewhere: Bool, redirections: [Redirection], handed: Handed?, range: ByteRange
  ) {
    script = handed?.word
    self.handed = handed?.commands
    isHandedPlaced = handed?.isPlaced ?? false
    self.words = words
    name = words.first?.literal?.lastPathComponent
    self.invocation = invocation
    self.context = context
    self.isNested = isNested
    self.isElsewhere = isElsewhere
    self.redirections = redirections
    self.range = range
  }

  package var coverage: Coverage {
    guard name != nil else { return .opaque }
    guard let invocation else { return .unknown }
    return invocation.isJudged ? .validated : .known
  }
}

/// The commands of a script in one word.
struct Handed {
  /// Nil for a shell without a script in a word.
  let word: ShellWord?
  let commands: [BoundCommand]
  /// Whether their ranges are places of the file.
  let isPlaced: Bool
}

/// Finds every command of a script and follows commands into the commands that they run.
struct CommandWalker {
  /// How many commands may run each other; what a longer chain runs at its end is not looked at, and
  /// `nesting-too-deep` says so.
  static let maximumDepth = ShellScript.maximumDepth

  private let config: SiteConfig
  private(set) var bindings: CommandBindings
  private var commands: [BoundCommand] = []

  init(_ config: SiteConfig) {
    self.config = config
    bindings = CommandBindings(config.programs)
  }

  mutating func commands(of scripts: [ShellScript], in context: String?) -> [BoundCommand] {
    commands = []
    for script in scripts { walk(script, in: context) }
    return commands
  }

  private mutating func walk(_ script: ShellScript, in context: String?) {
    let functions = Self.functionNames(script)
    for command in script.simpleCommands where !command.words.isEmpty {
      if let name = command.name?.literal, functions.contains(name) { continue }
      add(command.words[...], command.redirections, context, depth: 0, isElsewhere: false)
    }
  }

  private static func functionNames(_ script: ShellScript) -> Set<String> {
    guard script.allCommands.count > script.simpleCommands.count else { return [] }
    return Set(
      script.allCommands.compactMap {
        guard case .compound(let compound) = $0, compound.keyword == .function else { return nil }
        return compound.variable
      })
  }

  private mutating func add(
    _ words: ArraySlice<ShellWord>, _ redirections: [Redirection], _ context: String?,
    depth: Int, isElsewhere: Bool, isOpenEnded: Bool = false
  ) {
    guard let first = words.first, let last = words.last else { return }
    let invocation = bindings.invocation(of: words, isOpenEnded: isOpenEnded)
    commands.append(
      BoundCommand(
        words: words, invocation: invocation, context: context, isNested: depth > 0,
        isElsewhere: isElsewhere, redirections: redirections, handed: handed(words, invocation),
        range: first.range.lowerBound..<last.range.upperBound))
    let depth = depth + 1
    guard let nested = invocation?.nested, !nested.words.isEmpty, depth < Self.maximumDepth
    else { return }
    switch nested.place {
    case .same:
      follow(nested, context, depth, isElsewhere: isElsewhere)
    case .entered:
      let entered = config.context(enteredBy: words, from: context)
      follow(nested, entered, depth, isElsewhere: entered == nil)
    case .named:
      let named = nested.placeName.flatMap { config.context($0)?.id.value }
      follow(nested, named, depth, isElsewhere: named == nil)
    case .elsewhere:
      follow(nested, nil, depth, isElsewhere: true)
    }
  }

  /// What a shell runs that the command starts.
  private func handed(_ words: ArraySlice<ShellWord>, _ invocation: Invocation?) -> Handed? {
    let word: ShellWord?
    if let invocation, let script = script(of: invocation) {
      word = script
    } else if let invocation, ShellName.all.contains(invocation.program.name) {
      return Handed(word: nil, commands: [], isPlaced: false)
    } else if words.count == 1, let only = words.first, only.isQuoted,
      only.pieces.contains(where: { $0.text?.utf8.contains(UInt8(ascii: " ")) == true })
    {
      word = only
    } else {
      return nil
    }
    guard let word, let (text, isPlaced) = word.handedText else {
      return Handed(word: word, commands: [], isPlaced: false)
    }
    let script = ShellScript.parse(
      ShellSource(inline: text, at: isPlaced ? word.range.lowerBound + 1 : 0))
    guard script.errors.isEmpty else {
      return Handed(word: word, commands: [], isPlaced: false)
    }
    var walker = CommandWalker(config)
    return Handed(
      word: word, commands: walker.commands(of: [script], in: nil), isPlaced: isPlaced)
  }

  /// The script after the `-c` of a shell, or of a program that starts one for somebody else.
  private func script(of invocation: Invocation) -> ShellWord? {
    let name = invocation.program.name
    guard ShellName.all.contains(name) || name == "su" || name == "runuser" else { return nil }
    return invocation.options.first { $0.option.names.contains("-c") }?.value
  }

  private mutating func follow(
    _ nested: Invocation.Nested, _ context: String?, _ depth: Int, isElsewhere: Bool
  ) {
    add(
      nested.words, [], context, depth: depth, isElsewhere: isElsewhere,
      isOpenEnded: nested.isOpenEnded)
  }
}

extension SiteConfig {
  /// The context that a command opens when it runs in another one: the one whose `entered_by.command`
  /// starts with the same words. A placeholder in either takes any word.
  package func context(enteredBy words: ArraySlice<ShellWord>, from context: String?) -> String? {
    contexts.first { candidate in
      guard let entry = candidate.enteredBy, entry.from.value == context, !entry.words.isEmpty,
        entry.words.count <= words.count
      else { return false }
      return zip(entry.words, words).allSatisfy { $0.unifies(with: WordPattern($1)) }
    }?.id.value
  }
}
