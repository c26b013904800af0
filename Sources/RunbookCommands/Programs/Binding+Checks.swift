import RunbookModel

/// What is looked at once all words are read: options and operands that are missing, too many, or at
/// odds with each other.
extension Binding {
  mutating func checkOptions() {
    checkRepetitions()
    guard isArityKnown else { return }
    for level in path.indices.reversed() {
      for option in path[level].options where option.isRequired { requireOption(option.names) }
    }
    for given in options where !given.option.excludes.isEmpty {
      for excluded in given.option.excludes {
        if let other = options.first(where: { $0.option.names.contains(excluded) }) {
          report(.conflict(given.name.text, with: other.name.text), at: given.name.range)
        }
      }
    }
  }

  /// Most programs let the last one win, so that only the same value, given twice, is surely a slip.
  private mutating func checkRepetitions() {
    guard options.count > 1 else { return }
    for (index, given) in options.enumerated()
    where !given.option.isRepeatable && given.option.valueWords == .one {
      guard let value = given.value?.literal,
        options[..<index].contains(where: {
          $0.option.names == given.option.names && $0.value?.literal == value
        })
      else { continue }
      report(.repeated(given.name.text, value: value), at: given.name.range)
    }
  }

  private mutating func requireOption(_ names: [String]) {
    let isGiven = options.contains { $0.option.names == names }
    let isReplaced = options.contains { $0.option.replacesOperands }
    if !isGiven && !isReplaced && isClosed {
      report(.missingOption(names.last ?? ""), at: wholeRange)
    }
  }

  mutating func checkOperands() {
    guard case let (list, isOpen) = verb.expected, !verb.names.isEmpty else { return }
    for (operand, word) in zip(list, operands) { check(word, operand.type) }
    if lacksDashes { report(.missingOperand("-- COMMAND"), at: wholeRange) }
    guard isArityKnown, !options.contains(where: { $0.option.replacesOperands }) else { return }
    if !verb.verbs.isEmpty && operands.isEmpty && !verb.takesOperands && verb.isClosed
      && options.isEmpty && !verb.standsAlone
    {
      report(.missingVerb(known: verb.verbs.map { $0.names[0] }), at: wholeRange)
    }
    let required = list.filter(\.isRequired)
    if operands.count < required.count {
      report(.missingOperand(required[operands.count].name), at: wholeRange)
    } else if case .command(_, _, true, _) = verb.operands, nested == nil {
      report(.missingOperand("COMMAND"), at: wholeRange)
    }
    let isSurplus =
      !isOpen && !list.contains(where: \.isRepeatable) && operands.count > list.count
      && verb.verbs.isEmpty
    if isSurplus && !isClosed { isJudged = false }
    if isSurplus && isClosed {
      let surplus = operands[list.count]
      report(.surplusOperand(surplus.display), at: surplus.range)
    }
  }

  /// Whether a command has to follow a `--` that is not there, though nobody knows how many words some
  /// substitution makes: whatever it prints, it is no `--`.
  private var lacksDashes: Bool {
    guard !isArityKnown, !isOpenEnded, case .command(_, _, true, true) = verb.operands,
      nested == nil,
      !sawDashes, !options.contains(where: { $0.option.replacesOperands })
    else { return false }
    return words.allSatisfy { !$0.mayBeSeveral || $0.isSubstitution }
  }

  private var wholeRange: ByteRange {
    guard let first = words.first, let last = verbNames.last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }
}

extension Verb {
  /// The operands in order, and whether more may follow.
  fileprivate var expected: ([Operand], isOpen: Bool) {
    switch operands {
    case .list(let list): (list, false)
    case .tail(let list): (list, true)
    case .command(let list, _, _, _): (list, true)
    }
  }
}

extension ShellWord {
  /// Whether it is one `$(…)`.
  fileprivate var isSubstitution: Bool {
    guard pieces.count == 1, case .command = pieces[0].kind else { return false }
    return true
  }
}
