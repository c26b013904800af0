import RunbookModel

/// Holds the words of a command against a program's schema: one pass from left to right, without
/// backtracking. A word that an expansion may turn into several, or into none, makes the number of
/// operands unknown; nothing is then said to be missing.
package enum Binder {
  /// - Parameters:
  ///   - words: the program's name first; never empty.
  ///   - isOpenEnded: whether whoever runs the command puts more words behind it.
  package static func bind(
    _ words: ArraySlice<ShellWord>, to program: Program, isOpenEnded: Bool = false
  ) -> Invocation {
    // A backslash with blanks behind it was meant to go on with the next line.
    let isCut = words.count > 1 && words.last?.isEscapedBlank == true
    var binding = Binding(words: isCut ? words.dropLast() : words, program: program)
    binding.isOpenEnded = isOpenEnded || isCut
    binding.isArityKnown = !binding.isOpenEnded
    binding.run()
    return Invocation(binding)
  }
}

struct Binding {
  let program: Program
  let words: ArraySlice<ShellWord>
  var index: Int
  /// The program's own level first, then the verbs that were named.
  var path: [Verb]
  var verbNames: [SourceText]
  var options: [Invocation.GivenOption] = []
  var operands: [ShellWord] = []
  var nested: Invocation.Nested?
  /// The command in the value of an option.
  var embedded: Invocation.Nested?
  var findings: [Invocation.Finding] = []
  var optionsEnded = false
  var sawDashes = false
  var isArityKnown = true
  /// False once a word was passed over because its schema does not list everything.
  var isJudged = true
  var isOpenEnded = false
  /// The word behind an option that is not known, which may be its value.
  var perhapsValue: Int?

  init(words: ArraySlice<ShellWord>, program: Program) {
    self.program = program
    self.words = words
    index = words.startIndex
    path = [program.root]
    verbNames = words.first.map { [SourceText($0.display, range: $0.range)] } ?? []
    index += 1
    optionsEnded = !program.dialect.hasOptions
  }

  var verb: Verb { path[path.count - 1] }
  var dialect: Dialect { program.dialect }
  /// Options of the verb and of everything above it.
  var knownOptions: [ProgramOption] { path.reversed().flatMap(\.options) }

  /// The first of the known options that has a name.
  func knownOption(named name: String) -> ProgramOption? {
    for level in path.indices.reversed() {
      if let option = path[level].option(named: name) { return option }
    }
    return nil
  }

  /// The first of the known options whose names pass a test.
  func knownOption(_ test: ([String]) -> Bool) -> ProgramOption? {
    for level in path.indices.reversed() {
      if let option = path[level].options.first(where: { test($0.names) }) { return option }
    }
    return nil
  }

  var isClosed: Bool { path.allSatisfy(\.isClosed) }

  mutating func run() {
    if dialect.firstCluster { firstCluster() }
    while index < words.endIndex && nested == nil {
      if isTail { break }
      let word = words[index]
      if !optionsEnded, word.leadingText.utf8.first == UInt8(ascii: "-"),
        word.leadingText != "-" || word.literal == nil,
        word.pieces.first?.text != nil
      {
        option(word)
      } else if let option = keyOption(word) {
        index += 1
        take(option.option, option.name, word.dropping(option.name.text.utf8.count + 1), word)
      } else {
        plain(word)
      }
    }
    takeTail()
    checkOptions()
    checkOperands()
  }

  mutating func report(
    _ kind: Invocation.Finding.Kind, isCertain: Bool = true, at range: ByteRange
  ) {
    findings.append(Invocation.Finding(kind: kind, isCertain: isCertain, range: range))
  }

  // MARK: Words that are no options

  private mutating func plain(_ word: ShellWord) {
    if needsVerb {
      takeVerb(word)
      return
    }
    let isAssigned = takesAssignments && word.leadingText.utf8.contains(UInt8(ascii: "="))
    if (!dialect.interspersed || verb.optionsLead) && !startsNested && !isAssigned {
      optionsEnded = true
    }
    if startsNested && !isAssigned {
      takeNested()
      return
    }
    operands.append(word)
    if word.mayBeSeveral { isArityKnown = false }
    index += 1
  }

  /// Verbs come first; a program with verbs and operands takes an operand once no verb fits.
  private var needsVerb: Bool { operands.isEmpty && !optionsEnded && verb.hasVerbs }

  private mutating func takeVerb(_ word: ShellWord) {
    guard let name = word.literal else {
      // A placeholder for a verb: nothing behind it can be judged.
      operands.append(word)
      isArityKnown = false
      isJudged = false
      index += 1
      path.append(.unknown)
      return
    }
    if let found = find(name) {
      if let instead = found.instead {
        report(.unknownVerb(name, known: [instead]), isCertain: !verb.takesPlugins, at: word.range)
        path.append(.unknown)
        index += 1
        return
      }
      path.append(found)
      verbNames.append(SourceText(name, range: word.range))
      findEarlyOptions()
      if let replacement = found.replacement, found.span?.deprecated == nil {
        report(.deprecated(name, replacement: replacement), at: word.range)
      }
      index += 1
      return
    }
    if index == perhapsValue, !verb.takesOperands {
      index += 1
      return
    }
    if verb.takesOperands || !verb.isClosed || verb.takesPlugins || !OpenWord.isName(name) {
      takeOpenWord(name, word)
      return
    }
    report(.unknownVerb(name, known: verb.verbs.flatMap(\.names)), at: word.range)
    path.append(.unknown)
    index += 1
  }

  /// An option that the program does not know before a verb, and the verb does, is no slip of the finger.
  private mutating func findEarlyOptions() {
    for place in findings.indices {
      guard case .unknownOption(let name, _) = findings[place].kind,
        verb.options.contains(where: { $0.names.contains(name) })
      else { continue }
      let verb = verbNames.map(\.text).joined(separator: " ")
      findings[place].kind = .earlyOption(name, verb: verb)
    }
  }

  /// A word where a verb may stand, but does not have to be one of those that are listed.
  private mutating func takeOpenWord(_ name: String, _ word: ShellWord) {
    let level = verb
    let isMisspelt = (!level.isClosed || level.takesPlugins) && doubtVerb(name, word)
    if !level.takesOperands || !level.isClosed { isJudged = false }
    if !level.takesOperands { path.append(.unknown) }
    if level.takesOperands || !isMisspelt { operands.append(word) }
    index += 1
  }

  /// A verb that may come from somewhere else is a slip of the finger only beside one that is known.
  private mutating func doubtVerb(_ name: String, _ word: ShellWord) -> Bool {
    let known = verb.verbs.flatMap(\.names)
    guard word.literal == name, index != perhapsValue,
      OpenWord.misspelt(name, among: known, orPlural: verb.takesPlugins) != nil
    else { return false }
    report(.unknownVerb(name, known: known), isCertain: false, at: word.range)
    return true
  }

  private func find(_ name: String) -> Verb? {
    if let exact = verb.verb(named: name) { return exact }
    guard dialect.verbPrefixes, !name.isEmpty else { return nil }
    return verb.verbs.first { $0.names.contains { $0.hasPrefix(name) } }
  }

  // MARK: What follows the operands

  /// The words of a language of its own start where the operands before it end.
  private var isTail: Bool {
    guard case .tail(let list) = verb.operands, verb.verbs.isEmpty else { return false }
    guard operands.count >= list.count - 1, index < words.endIndex else { return false }
    return optionsEnded || words[index].leadingText.utf8.first != UInt8(ascii: "-")
  }

  private mutating func takeTail() {
    guard case .tail = verb.operands, index < words.endIndex else { return }
    operands += words[index...]
    index = words.endIndex
    isArityKnown = false
  }

  private var startsNested: Bool {
    guard case .command(let list, _, _, let afterDashes) = verb.operands else { return false }
    return afterDashes ? sawDashes : operands.count >= list.count(where: { !$0.isAssignment })
  }

  private var takesAssignments: Bool {
    guard case .command(let list, _, _, _) = verb.operands else { return false }
    return list.contains(where: \.isAssignment)
  }

  private mutating func takeNested() {
    guard case .command(let list, let place, _, _) = verb.operands else { return }
    var name: String?
    if case .named(let operand) = place {
      name = list.firstIndex { $0.name == operand }.flatMap {
        $0 < operands.count ? operands[$0].literal : nil
      }
    }
    nested = Invocation.Nested(
      words: words[index...], place: place, placeName: name,
      isOpenEnded: isOpenEnded || verb.appendsWords)
    index = words.endIndex
  }

  // MARK: Result

  /// Of the verb that was named last.
  private var verbEffect: Effect {
    guard let verb = path.last(where: { !$0.names.isEmpty }) else { return .read }
    return max(verb.effect, operands.isEmpty ? .read : verb.operandEffect ?? .read)
  }

  /// A schema that names a program or verb and says nothing about the words that follow.
  var isNameOnly: Bool {
    guard !verb.isClosed, verb.options.isEmpty, verb.verbs.isEmpty, words.count > verbNames.count
    else { return false }
    if case .tail = verb.operands { return true }
    return path.allSatisfy(\.options.isEmpty)
  }

  private func rehearses(_ given: Invocation.GivenOption) -> Bool {
    if given.name.text.hasPrefix("--no-") { return false }
    return switch given.option.rehearsal {
    case nil: false
    case .always: true
    case .values(let values):
      given.value?.literal.map { values.contains($0) } ?? (given.value == nil)
    case .without(let name):
      !options.contains { $0.option.names.contains(name) && !$0.isOff }
    }
  }

  /// Of the statements in the command's options and operands.
  private var statementEffect: Effect {
    var effect = Effect.read
    for given in options {
      guard let language = given.option.value.type?.language, let value = given.value else {
        continue
      }
      effect = max(effect, language.effect(of: value.display))
    }
    guard case .list(let list) = verb.operands else { return effect }
    for (place, operand) in list.enumerated() where place < operands.count {
      guard let language = operand.type.language else { continue }
      let words = operand.isRepeatable ? operands[place...] : operands[place...place]
      effect = max(effect, language.effect(of: words.map(\.display).joined(separator: " ")))
    }
    return effect
  }

  /// Those that are given and not switched off: `--watch=false`.
  private var effective: some Sequence<Invocation.GivenOption> { options.lazy.filter { !$0.isOff } }

  /// What the command does to the system it runs on.
  var effect: Effect {
    if effective.contains(where: rehearses) { return .read }
    var effect = max(verbEffect, statementEffect)
    for given in effective {
      effect = max(effect, given.option.raises ?? .read)
      if !given.option.raisesFor.isEmpty, let value = given.value?.literal {
        effect = max(effect, given.option.raisesFor[value] ?? .read)
      }
    }
    return effect
  }

  var isEndless: Bool {
    verb.isEndless && !effective.contains { $0.option.isBounding }
      || effective.contains { $0.option.isEndless }
  }

  var isInteractive: Bool {
    verb.isInteractive || effective.contains { $0.option.isInteractive }
  }
}

extension Verb {
  /// Stands for a verb that could not be read: everything behind it is allowed.
  static let unknown = Verb(
    [], operands: .tail([Operand(name: "", isRequired: false, isRepeatable: true, type: .text)]),
    isClosed: false)

  var takesOperands: Bool {
    switch operands {
    case .list(let list): !list.isEmpty
    case .tail, .command: true
    }
  }
}

extension ShellWord {
  /// Whether the shell, or the reader who fills it in, may make several words of it, or none.
  var mayBeSeveral: Bool {
    pieces.contains { piece in
      switch piece.kind {
      case .text(let text):
        return piece.quoting == .none && text.utf8.contains(where: Self.mayMatch)
      case .escape, .arithmetic, .process: return false
      case .placeholder: return true
      case .parameter(let expansion):
        return piece.quoting == .none || expansion.name == "@"
          || expansion.operation.contains("[@]")
      case .command: return piece.quoting == .none
      }
    }
  }

  /// Whether a byte begins a pattern or a list of texts.
  private static func mayMatch(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), Byte.openBracket, Byte.openBrace: true
    default: false
    }
  }
}
