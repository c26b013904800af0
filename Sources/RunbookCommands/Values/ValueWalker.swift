import RunbookModel

/// Where the values of a page's inputs go, decided from the tree of each script.
package enum ValuePlaces {
  /// The places of all scripts that share a shell, in no particular order; they are told apart by
  /// their ranges. A variable that one script sets and another one uses counts.
  ///
  /// - Parameter bindings: what says which commands run other commands.
  package static func find(
    in scripts: [ShellScript], _ bindings: inout CommandBindings
  ) -> [ValuePlace] {
    let placeholders = scripts.map { script in
      script.tokens.filter { $0.kind == .placeholder }.map(\.range.lowerBound).sorted()
    }
    guard placeholders.contains(where: { !$0.isEmpty }) else { return [] }
    let functions = scripts.flatMap(functionNames)
    var walker = ValueWalker(bindings, functions: functions)
    for (script, offsets) in zip(scripts, placeholders) { walker.walk(script, at: offsets) }
    // What becomes of a variable that holds a value, any other command may decide.
    if !walker.variables.assigned.isEmpty {
      walker = ValueWalker(walker.bindings, functions: functions)
      for script in scripts { walker.walk(script) }
    }
    bindings = walker.bindings
    return walker.finished
  }

  private static func functionNames(_ script: ShellScript) -> [String] {
    script.allCommands.compactMap {
      guard case .compound(let compound) = $0, compound.keyword == .function else { return nil }
      return compound.variable
    }
  }
}

/// Follows every placeholder through the shells that read it. What a shell hands to another one is
/// put together as that one gets it, with a mark for each placeholder, and walked in the same way.
struct ValueWalker {
  /// What surrounds the part that is walked.
  struct Frame {
    var script: ShellScript?
    /// In text that was put together, `<filled.in.N>` stands for the place N.
    var isInner = false
    var isVerbatim = false
    /// The backticks around, the innermost first.
    var layers: [ValueLayer] = []
    var limit: ValueLimit?
    /// The variable that is assigned.
    var variable: String?
    var endings: [Int: String] = [:]
    var depth = 0
  }

  var bindings: CommandBindings
  let functions: Set<String>
  var frame = Frame()
  var places: [ValuePlace] = []
  var variables = ValueVariables()
  /// What the commands of the text that is walked do with the input of the whole.
  var input = InputReader.data

  init(_ bindings: CommandBindings, functions: [String]) {
    self.bindings = bindings
    self.functions = Set(functions)
  }

  /// The places, with what the use of variables says of them.
  var finished: [ValuePlace] {
    var places = places
    for (name, indices) in variables.assigned {
      for index in indices { places[index].restrict(variables.uses[name]) }
    }
    return places
  }

  mutating func walk(_ script: ShellScript) {
    within {
      $0.frame.script = script
      $0.statements(script.statements)
    }
  }

  /// Visits those pipelines of a script alone that hold one of some places.
  ///
  /// - Parameter offsets: sorted.
  mutating func walk(_ script: ShellScript, at offsets: [Int]) {
    guard !offsets.isEmpty else { return }
    // The body of a here-document stands below its command.
    guard script.heredocs.isEmpty else { return walk(script) }
    let pipelines = script.statements.flatMap(\.pipelines)
    var next = offsets[...]
    within {
      $0.frame.script = script
      for (index, pipeline) in pipelines.enumerated() {
        let end =
          index + 1 < pipelines.count ? pipelines[index + 1].commands[0].range.lowerBound : .max
        guard let offset = next.first, offset < end else { continue }
        $0.pipeline(pipeline.commands)
        next = next.drop { $0 < end }
      }
    }
  }

  /// Changes the frame for a part only.
  mutating func within(_ body: (inout Self) -> Void) {
    let outer = frame
    body(&self)
    frame = outer
  }

  mutating func limited(
    _ kind: ValueLimit.Kind, _ reason: ValueHazard, without: String = "",
    _ body: (inout Self) -> Void
  ) {
    within {
      let limit = ValueLimit(kind: kind, excluded: without, reason: reason)
      $0.frame.limit = limit.merged(with: $0.frame.limit)
      body(&$0)
    }
  }

  // MARK: Commands

  mutating func statements(_ statements: [Statement]) {
    for statement in statements {
      for pipeline in statement.pipelines { self.pipeline(pipeline.commands) }
    }
  }

  private mutating func pipeline(_ commands: [ShellCommand]) {
    // What a command does with its input decides about the commands before it: from the right.
    var next = InputReader.data
    for command in commands.reversed() {
      let reader = next
      if reader == .data || !passesOn(command, to: reader) {
        next = self.command(command)
      } else if case .shell = reader, let words = printedWords(command) {
        reread(words.dropFirst())
        next = .data
      } else {
        let hazard: ValueHazard = reader == .shell ? .unknownText : .piped(reader.name)
        limited(.word, hazard) { next = $0.command(command) }
      }
      // `echo … | tee file | sh`
      if case .simple(let simple) = command, ["tee", "cat"].contains(simple.name?.literal ?? "") {
        next = reader
      }
    }
    if input != .shell, next != .data { input = next }
  }

  /// The words of an `echo` that prints them as they are.
  private func printedWords(_ command: ShellCommand) -> ArraySlice<ShellWord>? {
    guard case .simple(let simple) = command, simple.redirections.isEmpty,
      simple.assignments.isEmpty, simple.name?.literal == "echo", simple.words.count > 1,
      simple.words[1].leadingText.utf8.first != Byte.minus
    else { return nil }
    return simple.words[...]
  }

  /// Whether the values of a command may be in its output as they are. A shell is never trusted with
  /// it, the others only get what is printed on purpose.
  private func passesOn(_ command: ShellCommand, to reader: InputReader) -> Bool {
    guard case .simple(let simple) = command, reader != .shell else { return true }
    return ["echo", "printf", "cat"].contains(simple.name?.literal?.lastPathComponent ?? "echo")
  }

  /// Returns what the command does with its input.
  private mutating func command(_ command: ShellCommand) -> InputReader {
    switch command {
    case .simple(let simple): return self.simple(simple)
    case .compound(let compound):
      self.compound(compound)
      redirections(compound.redirections, of: .program("a loop"))
      return .program("a loop")
    }
  }

  private mutating func simple(_ command: SimpleCommand) -> InputReader {
    for assignment in command.assignments { assign(assignment) }
    let attached = command.redirections.map(\.range.lowerBound)
    var reader = InputReader.data
    if command.words.contains(where: \.opensOldArithmetic) {
      for word in command.words { arithmetic(word.pieces) }
    } else if !command.words.isEmpty {
      reader = words(command.words[...], before: attached)
    }
    redirections(command.redirections, of: reader)
    return reader
  }

  private mutating func assign(_ assignment: Assignment) {
    within {
      $0.frame.variable = assignment.name
      if ValueVariables.readAgain.contains(assignment.name) {
        $0.frame.limit = ValueLimit(kind: .word, reason: .variable(assignment.name))
          .merged(with: $0.frame.limit)
      }
      for word in assignment.value { $0.plain(word, isSplit: assignment.isArray) }
    }
  }

  mutating func redirections(_ redirections: [Redirection], of reader: InputReader) {
    for redirection in redirections {
      if let index = redirection.heredoc, let script = frame.script,
        index < script.heredocs.count
      {
        let writesScript = redirections.contains { $0.writesScript }
        body(of: script.heredocs[index], for: writesScript && reader == .data ? .shell : reader)
      } else if redirection.operator == .hereString, reader != .data {
        if reader == .shell {
          reread([redirection.target])
        } else {
          limited(.word, .piped(reader.name)) { $0.plain(redirection.target) }
        }
      } else {
        plain(redirection.target)
      }
    }
  }

  private mutating func body(of heredoc: Heredoc, for reader: InputReader) {
    within {
      $0.frame.isVerbatim = heredoc.isQuoted
      $0.frame.endings = heredoc.endings
      let starts = heredoc.body.leadingText
      if reader == .shell || starts.hasPrefix("#!") && starts.contains("sh\n") {
        $0.reread([heredoc.body])
      } else if reader != .data || starts.hasPrefix("#!") {
        $0.limited(.word, .piped(reader.name)) { $0.plain(heredoc.body) }
      } else {
        $0.plain(heredoc.body)
      }
    }
  }

  private mutating func compound(_ compound: CompoundCommand) {
    within {
      switch compound.keyword {
      case .arithmetic:
        $0.arithmetic(compound.words.flatMap(\.pieces))
      case .test: $0.test(compound.words)
      case .for, .select:
        $0.frame.variable = compound.variable
        for word in compound.words {
          if compound.variable == nil {
            $0.arithmetic(word.pieces)
          } else {
            $0.plain(word, isSplit: true)
          }
        }
        $0.frame.variable = nil
      default: for word in compound.words { $0.plain(word, isSplit: false) }
      }
    }
    for section in compound.sections { statements(section.statements) }
  }

  /// `[[ ]]`: both sides of `-eq` and its kin are arithmetic, and `-v` looks into subscripts.
  private mutating func test(_ words: [ShellWord]) {
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1].literal ?? "" : ""
      let after = index + 1 < words.count ? words[index + 1].literal ?? "" : ""
      if Self.comparisons.contains(before) || Self.comparisons.contains(after) {
        arithmetic(word.pieces)
      } else if before == "-v" || before == "-R" {
        limited(.name, .variableName) { $0.plain(word, isSplit: false) }
      } else if word.leadingText.utf8.first == Byte.minus {
        limited(.chosen, .commandName) { $0.plain(word, isSplit: false) }
      } else {
        plain(word, isSplit: false)
      }
    }
  }

  private static let comparisons: Set = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge"]
}

/// What a command does with what it reads.
enum InputReader: Equatable {
  case data
  case shell
  /// A program with a language, or one that splits what it reads.
  case program(String)

  var name: String {
    switch self {
    case .data: "it"
    case .shell: "the shell"
    case .program(let name): name
    }
  }
}

extension Redirection {
  /// Whether it makes a file that a shell will read.
  fileprivate var writesScript: Bool {
    switch `operator` {
    case .write, .append, .overwrite, .writeAll, .appendAll:
      [".sh", ".bash", "rc", "profile"].contains { target.literal?.hasSuffix($0) ?? false }
    default: false
    }
  }
}
