package import RunbookModel

/// A word as something to compare: fixed stretches with a gap for each placeholder or expansion.
/// A gap stands for any text that is not empty.
package struct WordPattern: Sendable, Hashable {
  /// What stands before the first gap: everything in nearly every word.
  let start: String
  /// What stands behind each gap.
  private let rest: [[UInt8]]

  /// True for an unquoted placeholder that is the whole word.
  let isLonePlaceholder: Bool

  package init(_ word: ShellWord) {
    if word.pieces.count == 1, case .placeholder = word.pieces[0].kind {
      isLonePlaceholder = !word.isQuoted
    } else {
      isLonePlaceholder = false
    }
    start = word.leadingText
    var rest: [[UInt8]] = []
    if word.literal == nil {
      for piece in word.pieces.drop(while: { $0.text != nil }) {
        if let text = piece.text {
          rest[rest.count - 1] += text.utf8
        } else {
          rest.append([])
        }
      }
    }
    self.rest = rest
  }

  package init(literal: String) {
    start = literal
    rest = []
    isLonePlaceholder = false
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.isLonePlaceholder == right.isLonePlaceholder && left.start.hasSameBytes(as: right.start)
      && left.rest == right.rest
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(rest)
  }

  package var isLiteral: Bool { rest.isEmpty }

  private var end: [UInt8] { rest.last ?? Array(start.utf8) }

  /// True if some text is a value of both words.
  ///
  /// With gaps on both sides only the ends decide: behind the longer start one side's gap can take
  /// all that the other demands, and the other way round. So the cost is linear, but for a literal
  /// against gaps, where stretches are searched for.
  package func unifies(with other: WordPattern) -> Bool {
    switch (isLiteral, other.isLiteral) {
    case (true, true): return start.hasSameBytes(as: other.start)
    case (true, false): return other.matches(Array(start.utf8))
    case (false, true): return matches(Array(other.start.utf8))
    case (false, false):
      return Self.isPrefix(start.utf8, other.start.utf8)
        && Self.isPrefix(end.reversed(), other.end.reversed())
    }
  }

  private static func isPrefix(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Bool {
    zip(left, right).allSatisfy { $0 == $1 }
  }

  private func matches(_ text: [UInt8]) -> Bool {
    let length = start.utf8.count
    let fixed = rest.reduce(length) { $0 + $1.count }
    guard text.count >= fixed + rest.count, text.starts(with: start.utf8),
      text.reversed().starts(with: end.reversed())
    else { return false }
    // The first place that fits is always good enough: it leaves the most for the rest.
    var from = length
    let limit = text.count - end.count
    for stretch in rest.dropLast() {
      guard let place = Self.place(of: stretch, in: text[..<limit], from: from + 1) else {
        return false
      }
      from = place + stretch.count
    }
    return limit > from
  }

  /// Text beyond this is not searched, so that no pair of words costs more than a few thousand
  /// comparisons of stretches.
  private static let searchLimit = 4096

  private static func place(of stretch: [UInt8], in text: ArraySlice<UInt8>, from: Int) -> Int? {
    guard from <= text.endIndex else { return nil }
    if stretch.isEmpty { return from }
    var start = from
    while start + stretch.count <= text.endIndex, start - from < searchLimit {
      if text[start] == stretch[0], text[start...].starts(with: stretch) { return start }
      start += 1
    }
    return nil
  }
}

/// A pipeline and what joins it to the one before, reduced to what unification compares.
package struct PipelinePattern: Sendable {
  /// A word, or an operator, redirection or keyword by its spelling; operators only match themselves.
  enum Term: Sendable, Hashable {
    case word(WordPattern)
    case symbol(String)
  }

  let terms: [Term]
  /// True if the pipeline runs only when the one before fails.
  let isAlternative: Bool
  package let range: ByteRange

  /// The program of the first command, if its name is fixed.
  package let program: String?
  /// The first term, if it is a word that stands for itself.
  let opening: String?

  init(terms: [Term], isAlternative: Bool, range: ByteRange, program: String?) {
    self.terms = terms
    self.isAlternative = isAlternative
    self.range = range
    self.program = program
    opening =
      if case .word(let word)? = terms.first, word.isLiteral { word.start } else { nil }
  }

  /// Whether its last word may stand for several.
  var endsInLonePlaceholder: Bool {
    guard case .word(let last)? = terms.last else { return false }
    return last.isLonePlaceholder
  }

  func unifies(with other: PipelinePattern) -> Bool {
    isAlternative == other.isAlternative && termsUnify(with: other)
  }

  /// Term by term. A lone placeholder at the end may stand for several words, as the `<expression>`
  /// of `tcpdump -i <interface> <expression>` does, but never for an option.
  package func termsUnify(with other: PipelinePattern) -> Bool {
    guard zip(terms, other.terms).allSatisfy({ Self.unify($0, $1) }) else { return false }
    if terms.count == other.terms.count { return true }
    let (short, long) = terms.count < other.terms.count ? (self, other) : (other, self)
    guard short.endsInLonePlaceholder else { return false }
    return long.terms[(short.terms.count - 1)...].allSatisfy {
      guard case .word(let word) = $0 else { return false }
      return word.start.utf8.first != Byte.minus
    }
  }

  static func unify(_ left: Term, _ right: Term) -> Bool {
    switch (left, right) {
    case (.word(let left), .word(let right)): left.unifies(with: right)
    case (.symbol(let left), .symbol(let right)): left == right
    case (.word, .symbol), (.symbol, .word): false
    }
  }
}

/// The commands of a script, ready to be compared with many others.
package struct CommandPattern: Sendable {
  /// One run for each list of statements, the script's own list first.
  package let runs: [[PipelinePattern]]

  /// - Parameter nested: whether commands inside substitutions and compound commands count too.
  package init(_ script: ShellScript, nested: Bool) {
    let lists = nested ? script.statementLists : [script.statements]
    runs = lists.filter { !$0.isEmpty }.map { statements in
      var builder = PatternBuilder(heredocs: script.heredocs)
      return builder.run(of: statements)
    }
  }

  /// The range of the run of pipelines in a step that a quick-reference row stands for, or nil.
  ///
  /// Words are equal after quote removal, or a gap of one takes text of the other. Operators inside
  /// a pipeline and redirections agree. Between pipelines `&&`, `;` and a new line count as the same,
  /// because a row has to stand on one line; `||` only equals itself.
  package func occurrence(in step: CommandPattern) -> ByteRange? {
    for run in step.runs {
      for start in run.indices {
        if let range = occurrence(in: run, at: start) { return range }
      }
    }
    return nil
  }

  /// The range of the pipelines from an index on, if a quick-reference row stands for them.
  package func occurrence(in run: [PipelinePattern], at start: Int) -> ByteRange? {
    guard let row = runs.first, let first = row.first, run.count - start >= row.count
    else { return nil }
    let window = run[start..<start + row.count]
    // What joins the run to something before it is not the row's business.
    guard first.termsUnify(with: window[start]),
      zip(row.dropFirst(), window.dropFirst()).allSatisfy({ $0.unifies(with: $1) })
    else { return nil }
    return window[start].range.lowerBound..<window[start + row.count - 1].range.upperBound
  }
}

/// Flattens commands into terms.
private struct PatternBuilder {
  let heredocs: [Heredoc]
  var terms: [PipelinePattern.Term] = []

  init(heredocs: [Heredoc]) { self.heredocs = heredocs }

  mutating func run(of statements: [Statement]) -> [PipelinePattern] {
    var run: [PipelinePattern] = []
    for statement in statements {
      for (index, pipeline) in statement.pipelines.enumerated() {
        terms = []
        terms.reserveCapacity(8)
        add(pipeline)
        if statement.isBackground && index == statement.pipelines.count - 1 { symbol("&") }
        let isAlternative = index > 0 && statement.connectors[index - 1] == .or
        run.append(
          PipelinePattern(
            terms: terms, isAlternative: isAlternative, range: pipeline.range,
            program: program(of: pipeline)))
      }
    }
    return run
  }

  private func program(of pipeline: Pipeline) -> String? {
    guard case .simple(let command)? = pipeline.commands.first else { return nil }
    return command.name?.literal
  }

  private mutating func symbol(_ text: String) { terms.append(.symbol(text)) }

  private mutating func word(_ word: ShellWord) { terms.append(.word(WordPattern(word))) }

  private mutating func add(_ pipeline: Pipeline) {
    if pipeline.isNegated { symbol("!") }
    if pipeline.isTimed { symbol("time") }
    for (index, command) in pipeline.commands.enumerated() {
      if index > 0 { symbol(pipeline.operators[index - 1].rawValue) }
      switch command {
      case .simple(let simple): add(simple)
      case .compound(let compound): add(compound)
      }
    }
  }

  private mutating func add(_ command: SimpleCommand) {
    for assignment in command.assignments {
      symbol(assignment.name + (assignment.isAppend ? "+=" : "=") + (assignment.isArray ? "(" : ""))
      assignment.value.forEach { word($0) }
      if assignment.isArray { symbol(")") }
    }
    command.words.forEach { word($0) }
    add(command.redirections)
  }

  private mutating func add(_ redirections: [Redirection]) {
    for redirection in redirections {
      symbol(redirection.symbol)
      if let index = redirection.heredoc, index < heredocs.count {
        word(heredocs[index].body)
      } else {
        word(redirection.target)
      }
    }
  }

  private mutating func add(_ command: CompoundCommand) {
    symbol(command.keyword.rawValue)
    if let variable = command.variable { symbol(variable) }
    command.words.forEach { word($0) }
    for section in command.sections {
      symbol(section.role == .condition ? "condition" : "body")
      for statement in section.statements {
        for (index, pipeline) in statement.pipelines.enumerated() {
          if index > 0 { symbol(statement.connectors[index - 1].rawValue) }
          add(pipeline)
        }
        symbol(statement.isBackground ? "&" : ";")
      }
    }
    symbol("end")
    add(command.redirections)
  }
}

extension Redirection {
  /// Operator and descriptor, the default one left out: `1>` is `>`.
  fileprivate var symbol: String {
    switch `operator` {
    case .heredoc, .indentedHeredoc: descriptor + "<<"
    case .write, .append, .overwrite, .duplicateOutput:
      (descriptor == "1" ? "" : descriptor) + `operator`.rawValue
    case .read, .readWrite, .hereString, .duplicateInput:
      (descriptor == "0" ? "" : descriptor) + `operator`.rawValue
    case .writeAll, .appendAll: `operator`.rawValue
    }
  }
}
