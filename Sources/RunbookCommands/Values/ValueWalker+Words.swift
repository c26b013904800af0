import RunbookModel

/// Words and their pieces.
extension ValueWalker {
  mutating func plain(_ words: ArraySlice<ShellWord>) {
    for word in words { plain(word) }
  }

  /// - Parameter isSplit: whether the shell takes apart what an unquoted variable holds.
  mutating func plain(_ word: ShellWord, isSplit: Bool = true, isAttached: Bool = false) {
    guard word.literal == nil else { return }
    // In `{a,<value>}` and `[<value>]` a comma or a hyphen would mean something.
    let isInList = word.pieces.contains { piece in
      piece.quoting == .none
        && piece.text?.utf8.contains { $0 == Byte.openBrace || $0 == Byte.openBracket } == true
    }
    pieces(word.pieces, isSplit: isSplit, isAttached: isAttached || isInList)
  }

  mutating func pieces(_ pieces: [WordPiece], isSplit: Bool = false, isAttached: Bool = false) {
    for (index, piece) in pieces.enumerated() {
      switch piece.kind {
      case .text, .escape: break
      case .placeholder:
        placeholder(piece, behind: index > 0 ? pieces[index - 1] : nil, isAttached: isAttached)
      case .parameter(let expansion):
        use(expansion, isSplit: isSplit && piece.quoting == .none)
      case .arithmetic(let inner): arithmetic(inner)
      case .command(let statements), .process(let statements): substitution(piece, statements)
      }
    }
  }

  private mutating func substitution(_ piece: WordPiece, _ statements: [Statement]) {
    within {
      if piece.isBackticks {
        let isDouble = piece.quoting == .double || piece.quoting == .localized
        $0.frame.layers.insert(isDouble ? .backtickInDouble : .backtick, at: 0)
      }
      $0.statements(statements)
    }
  }

  mutating func arithmetic(_ pieces: [WordPiece]) {
    for case .text(let text) in pieces.map(\.kind) {
      for name in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        variables.use(String(name), .digits, .arithmetic)
      }
    }
    limited(.digits, .arithmetic) {
      for case .parameter(let expansion) in pieces.map(\.kind) {
        $0.variables.use(expansion.name, .digits, .arithmetic)
      }
      $0.pieces(pieces)
    }
  }

  /// `${name…}`, with whatever stands in its operation.
  private mutating func use(_ expansion: ParameterExpansion, isSplit: Bool) {
    if expansion.prefix == "!" {
      variables.use(expansion.name, .name, .variableName)
    } else if isSplit, expansion.prefix != "#" {
      variables.use(expansion.name, .word, .splitVariable(expansion.name))
    }
    guard !expansion.nested.isEmpty else { return }
    let operation = expansion.operation
    let second = operation.dropFirst().first
    let isDefault = operation.hasPrefix(":") && "-=?+".contains(second ?? " ")
    if operation.hasPrefix("[") || operation.hasPrefix(":") && !isDefault {
      arithmetic(expansion.nested)
      return
    }
    let isName = operation.hasPrefix("<") || operation.hasPrefix("@") || expansion.name.isEmpty
    let isCut = !isDefault && !"-=?+".contains(operation.first ?? " ")
    limited(isName ? .nothing : .word, .expansion, without: isCut ? "/%,@" : "") {
      // A default is assigned, and a variable that gets it counts as one that is given it.
      if operation.hasPrefix("=") || operation.hasPrefix(":=") {
        $0.frame.variable = expansion.name
      }
      $0.pieces(expansion.nested)
    }
  }

  // MARK: Placeholders

  /// Puts one more reading before those that a place has, and returns its index.
  @discardableResult
  mutating func placeholder(
    _ piece: WordPiece, behind: WordPiece? = nil, isAttached: Bool = false
  ) -> Int? {
    guard case .placeholder(let name) = piece.kind else { return nil }
    let index = known(name) ?? places.count
    if index == places.count { places.append(ValuePlace(name: name, range: piece.range)) }
    let layer = self.layer(piece.quoting, isAttached: isAttached)
    places[index].layers.insert(contentsOf: [layer] + frame.layers, at: 0)
    places[index].visits += 1
    places[index].restrict(frame.limit)
    if layer == .double, frame.layers.contains(.backtickInDouble) {
      places[index].restrict(.word, .crossedQuotes)
    }
    if let ending = frame.endings[piece.range.lowerBound] { places[index].ending = ending }
    if let variable = frame.variable { variables.assigned[variable, default: []].insert(index) }
    if let behind, behind.quoting == piece.quoting {
      if case .text(let text) = behind.kind { join(index, layer, text) }
      // `$host<value>` names another variable.
      if case .parameter(let expansion) = behind.kind, !expansion.isBraced, expansion.isVariable {
        places[index].restrict(.nothing, .joined)
      }
      // `$'\x4<value>'`: a digit would go on with the number.
      if case .escape(let text) = behind.kind, layer == .ansi,
        behind.range.count > 2 || text.utf8.first.map({ $0 < 8 }) ?? true
      {
        places[index].restrict(.nothing, .joined)
      }
    }
    return index
  }

  private mutating func join(_ index: Int, _ layer: ValueLayer, _ text: String) {
    switch layer {
    case .single, .text: return
    default: break
    }
    if text.utf8.last == Byte.dollar { places[index].restrict(.nothing, .joined) }
    if text.utf8.last == Byte.backslash { places[index].restrict(.word, .joined) }
  }

  private func layer(_ quoting: WordPiece.Quoting, isAttached: Bool) -> ValueLayer {
    switch quoting {
    case .none, .backslash: isAttached ? .quoted : .bare
    case .single: .single
    case .double, .localized: .double
    case .ansi: .ansi
    case .heredoc: frame.isVerbatim ? .text : .heredoc
    }
  }

  private static let mark = "filled.in."

  private func known(_ name: String) -> Int? {
    guard frame.isInner, name.hasPrefix(Self.mark) else { return nil }
    return Int(name.dropFirst(Self.mark.count)).flatMap { $0 < places.count ? $0 : nil }
  }

  // MARK: Text that is read again

  /// Words that another shell gets as one text, joined by spaces.
  ///
  /// - Returns: what the text does with variables, its own `$1` among them, and with its input.
  @discardableResult
  mutating func reread(
    _ words: ArraySlice<ShellWord>
  ) -> (variables: ValueVariables, input: InputReader) {
    var text = ""
    var inside: [Int] = []
    var isKnown = true
    for word in words {
      if !text.isEmpty { text += " " }
      for (index, piece) in word.pieces.enumerated() {
        if let fixed = piece.text {
          text += fixed
        } else if let place = placeholder(piece, behind: index > 0 ? word.pieces[index - 1] : nil) {
          text += "<\(Self.mark)\(place)>"
          inside.append(place)
        } else {
          text += "x"
          isKnown = false
          unknown(piece)
        }
      }
    }
    return walkAgain(text, inside, isKnown: isKnown)
  }

  /// An expansion in text that is read again: whatever is in it may mean something there.
  private mutating func unknown(_ piece: WordPiece) {
    if case .parameter(let expansion) = piece.kind {
      variables.use(expansion.name, .word, .variable(expansion.name))
    }
    limited(.word, .unknownText) { $0.pieces([piece]) }
  }

  private mutating func walkAgain(
    _ text: String, _ inside: [Int], isKnown: Bool
  ) -> (variables: ValueVariables, input: InputReader) {
    let outer = (variables: variables, input: input)
    (variables, input) = (ValueVariables(), .data)
    if !isKnown { for index in inside { places[index].restrict(.word, .unknownText) } }
    for index in inside { places[index].visits = 0 }
    let depth = frame.depth + 1
    let script = depth < 6 ? ShellScript.parse(ShellSource(inline: text, at: 0)) : nil
    if let script, script.errors.isEmpty {
      let limit = frame.limit
      within {
        $0.frame = Frame(isInner: true, limit: limit, depth: depth)
        $0.walk(script)
      }
    }
    for index in inside where places[index].visits != 1 { places[index].restrict(.word, .unread) }
    let inner = (variables: variables, input: input)
    variables = outer.variables
    variables.add(inner.variables)
    input = outer.input
    return inner
  }
}
