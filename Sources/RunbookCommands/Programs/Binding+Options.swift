import RunbookModel

/// The options of a command.
extension Binding {
  mutating func option(_ word: ShellWord) {
    let text = word.leadingText
    if text == "--" && word.literal == "--" {
      index += 1
      sawDashes = true
      optionsEnded = true
      return
    }
    if takeForeign(word) { return }
    if text.hasPrefix("--") || dialect.singleDashLong {
      long(word, text)
    } else {
      short(word, text)
    }
  }

  // MARK: Long options

  private mutating func long(_ word: ShellWord, _ text: String) {
    let sign = text.utf8.firstIndex(of: UInt8(ascii: "="))
    let name = sign.map { String(text[..<$0]) } ?? text
    let isCut = sign == nil && word.literal == nil
    guard let found = find(name), !isCut else {
      if isCut || isNumber(name) {
        isArityKnown = false
        index += 1
      } else if dialect.singleDashLong && dialect.clusters && !text.hasPrefix("--") {
        short(word, text)
      } else {
        unknown(name, word)
      }
      return
    }
    let attached = sign != nil ? word.dropping(name.utf8.count + 1) : nil
    index += 1
    take(found, SourceText(name, range: word.range(ofFirst: name.utf8.count)), attached, word)
  }

  /// `-5` as a count: what head, tail, kill and others take.
  private func isNumber(_ name: String) -> Bool {
    name.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) } && name.utf8.count > 1
  }

  private func find(_ name: String) -> ProgramOption? {
    if let exact = knownOption(named: name) { return exact }
    if name.hasPrefix("--no-") {
      let positive = "--" + name.dropFirst("--no-".count)
      if let option = knownOption(named: positive), option.isNegatable { return option }
    }
    // iproute2: the first that begins so; one dash or two.
    if dialect.verbPrefixes, !isNumber(name) {
      let prefix = name.hasPrefix("--") ? String(name.dropFirst()) : name
      return knownOption { $0.contains { $0.hasPrefix(prefix) } }
    }
    let otherName = name.hasPrefix("--") ? String(name.dropFirst()) : "-" + name
    if dialect.anyDashes, let option = knownOption(named: otherName) { return option }
    guard dialect.abbreviations, name.hasPrefix("--"), name.utf8.count > 2 else { return nil }
    let candidates = knownOptions.filter { $0.names.contains { $0.hasPrefix(name) } }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private mutating func unknown(_ name: String, _ word: ShellWord) {
    index += 1
    // Nobody knows whether it would take the next word.
    isArityKnown = false
    if word.literal == name { perhapsValue = index }
    if isForeign(name, at: word.range(ofFirst: name.utf8.count)) { return }
    let witness = ProgramWitness.of(program.name)
    // The witness does not say which verb takes an option: where the schema itself knows it, for another
    // verb, it knows better.
    if witness?.has(option: name, orPrefix: dialect.abbreviations) == true,
      !program.has(option: name)
    {
      return
    }
    let isSure = isClosed && OpenWord.isOption(name)
    if !isSure { isJudged = false }
    let known = knownOptions.flatMap(\.names)
    guard isSure || isMisspelt(name, known + (witness?.options ?? [])) else { return }
    report(
      .unknownOption(name, known: known + (isSure ? [] : witness?.options ?? [])),
      isCertain: isSure, at: word.range(ofFirst: name.utf8.count))
  }

  /// Whether a long option of an open schema is so close to one that is known that it must be a slip.
  private func isMisspelt(_ name: String, _ known: [String]) -> Bool {
    guard !path.contains(where: { $0.names.isEmpty }), name.hasPrefix("--"), name.utf8.count > 6
    else { return false }
    return OpenWord.misspelt(name, among: known.filter { $0.utf8.count > 5 }) != nil
  }

  // MARK: Short options

  /// `-x`, `-xyz`, `-xVALUE`, `-x=VALUE`.
  private mutating func short(_ word: ShellWord, _ text: String) {
    let letters = Array(text.dropFirst().unicodeScalars)
    var position = 0
    var offset = 1
    index += 1
    while position < letters.count {
      let name = "-" + String(Character(letters[position]))
      let width = UTF8.width(letters[position])
      // A name of several letters behind one dash: `-vv`, `-nn`.
      if position == 0, letters.count > 1, let whole = knownOption(named: text) {
        take(whole, SourceText(text, range: word.range), nil, word)
        return
      }
      guard let found = knownOption(named: name) else {
        // `-100f`: a count, then letters.
        let count = letters[position...].prefix { (0x30...0x39).contains($0.value) }.count
        if position == 0, count > 0 {
          isArityKnown = false
          offset += count
          position += count
          continue
        }
        unknownShort(name, word, text, offset)
        return
      }
      offset += width
      position += 1
      let place = SourceText(name, range: word.range(ofFirst: offset))
      let isLast = position == letters.count && word.literal != nil
      if found.value == .none {
        if position < letters.count && letters[position] == "=" && dialect.flagValues {
          options.append(.init(option: found, name: place, value: word.dropping(offset + 1)))
          return
        }
        options.append(.init(option: found, name: place, value: nil))
        guard dialect.clusters || isLast else {
          unknownShort(text, word, text, 1)
          return
        }
        continue
      }
      var attached = isLast ? nil : word.dropping(offset)
      if dialect.flagValues, position < letters.count, letters[position] == "=" {
        attached = word.dropping(offset + 1)
      }
      take(found, place, attached, word)
      return
    }
  }

  private mutating func unknownShort(
    _ name: String, _ word: ShellWord, _ text: String, _ offset: Int
  ) {
    if isNumber(text) {
      isArityKnown = false
      return
    }
    isArityKnown = false
    if word.literal == name { perhapsValue = index }
    if isForeign(name, at: word.range(ofFirst: offset + 1)) { return }
    if ProgramWitness.of(program.name)?.has(option: name, orPrefix: false) == true,
      !program.has(option: name)
    {
      return
    }
    guard isClosed, OpenWord.isOption(text) else {
      isJudged = false
      return
    }
    // The first letter with its dash, a later one alone.
    let isFirst = word.isQuoted || offset == 1
    let start = word.range.lowerBound + (isFirst ? 0 : offset)
    let end =
      word.isQuoted
      ? word.range.upperBound
      : min(start + max(1, name.utf8.count - (isFirst ? 0 : 1)), word.range.upperBound)
    report(
      .unknownOption(name, known: knownOptions.flatMap(\.names)),
      at: min(start, end)..<end)
  }

  // MARK: Values

  mutating func take(
    _ option: ProgramOption, _ name: SourceText, _ attached: ShellWord?, _ word: ShellWord
  ) {
    if let replacement = option.replacement, option.span?.deprecated == nil {
      report(.deprecated(name.text, replacement: replacement), at: name.range)
    }
    if let place = option.nestedPlace {
      takeEmbedded(place)
      options.append(.init(option: option, name: name, value: nil))
      return
    }
    var value = attached
    switch option.value {
    case .none:
      if let attached, !(dialect.flagValues && isBoolean(attached)) {
        report(.unexpectedValue(option: name.text), at: attached.range)
      }
    case .required(let type):
      if value == nil {
        guard index < words.endIndex, !isOption(words[index]) else {
          if isArityKnown { report(.missingValue(option: name.text), at: name.range) }
          break
        }
        value = words[index]
        index += 1
      }
      if let value { check(value, type) }
    case .optional(let type, let orNextWord):
      if value == nil, orNextWord, index < words.endIndex, isValue(words[index], type) {
        value = words[index]
        index += 1
      }
      if let value { check(value, type) }
    }
    options.append(.init(option: option, name: name, value: value))
    if value != nil { takeMore(option, name, isAttached: attached != nil) }
  }

  /// The further words of a value. Nobody knows how many of an array's words are options.
  private mutating func takeMore(_ option: ProgramOption, _ name: SourceText, isAttached: Bool) {
    var rest = 0
    switch option.valueWords {
    case .one: return
    case .two: rest = 1
    case .many: rest = isAttached ? 0 : words.endIndex - index
    }
    while rest > 0, index < words.endIndex,
      option.valueWords == .two || isValue(words[index], .text)
    {
      rest -= 1
      options.append(.init(option: option, name: name, value: words[index]))
      if words[index].mayBeSeveral { isArityKnown = false }
      index += 1
    }
    if option.valueWords == .two, rest > 0, isArityKnown {
      report(.missingValue(option: name.text), at: name.range)
    }
  }

  /// Whether the program refuses the word as a value because it looks like an option.
  private func isOption(_ word: ShellWord) -> Bool {
    let text = word.leadingText
    return dialect.dashesAreOptions && text.hasPrefix("-") && text.utf8.count > 1
      && !isNumber(text) && !text.contains(" ")
  }

  /// A following word belongs to an optional value if it is no option, or a negative number.
  private func isValue(_ word: ShellWord, _ type: ValueType) -> Bool {
    let text = word.leadingText
    if type == .integer, let literal = word.literal {
      return ValueCheck.wanted(literal, type) == nil
    }
    return !text.hasPrefix("-") || isNumber(text)
  }

  private func isBoolean(_ word: ShellWord) -> Bool {
    word.literal.map {
      ["true", "false", "1", "0", "t", "f", "none", "client", "server"].contains($0)
    }
      ?? true
  }

  /// Whether capitals are what is wanted, and stand for nothing: `-X GET`.
  private func isInCapitals(_ type: ValueType) -> Bool {
    guard case .choice(let choices) = type else { return false }
    return choices.contains { $0 == $0.uppercased() && $0.utf8.contains { Byte.isLetter($0) } }
  }

  mutating func check(_ word: ShellWord, _ type: ValueType) {
    guard let text = word.literal, let wanted = ValueCheck.wanted(text, type),
      !OpenWord.isStandIn(text) || isInCapitals(type)
    else { return }
    report(.badValue(text, wanted: wanted), at: word.range)
  }
}

extension ShellWord {
  /// The word without its first bytes of text, which must be plain text; nil when nothing is left.
  func dropping(_ count: Int) -> ShellWord? {
    var rest = count
    var kept: [WordPiece] = []
    for piece in pieces {
      guard rest > 0, let text = piece.text else {
        kept.append(piece)
        continue
      }
      let bytes = Array(text.utf8)
      if bytes.count <= rest {
        rest -= bytes.count
        continue
      }
      let start = min(piece.range.lowerBound + rest, piece.range.upperBound)
      kept.append(
        WordPiece(
          .text(String(decoding: bytes[rest...], as: UTF8.self)), quoting: piece.quoting,
          range: start..<piece.range.upperBound))
      rest = 0
    }
    let start = kept.first?.range.lowerBound ?? range.upperBound
    return ShellWord(pieces: kept, range: start..<range.upperBound)
  }

  /// Where the first bytes of the word stand; the whole word when quotes are in the way.
  func range(ofFirst count: Int) -> ByteRange {
    let end = range.lowerBound + count
    return isQuoted || end > range.upperBound ? range : range.lowerBound..<end
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    String(Character(scalar)).utf8.count
  }
}
