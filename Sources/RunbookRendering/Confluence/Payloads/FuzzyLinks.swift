import RunbookModel

/// Words of plain text that Cloud's editor makes links of when a page is pasted: what ends like the name
/// of a host, and e-mail addresses. It looks through all text but code blocks (`linkifyContent` of
/// `@atlaskit/editor-common`), with linkify-it's rules and the top-level domains of
/// `@atlaskit/adf-schema`. Addresses with a scheme are not among them: those are links to themselves.
enum FuzzyLinks {
  static func words(in text: String) -> [String] {
    guard mayHoldHost(text) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var words: [String] = []
    var index = 0
    while index < scalars.count {
      guard let end = end(ofWordAt: index, scalars) else {
        index += 1
        continue
      }
      words.append(String(String.UnicodeScalarView(scalars[index..<end])))
      index = end
    }
    return words
  }

  /// Whether a label may follow a dot; in most text a space does.
  private static func mayHoldHost(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while true {
        index = ByteWord.firstIndex(in: bytes, from: index) { $0.marks(UInt8(ascii: ".")) } + 1
        guard index < bytes.count else { return false }
        if bytes[index] >= 0x80 || isLetter(Unicode.Scalar(bytes[index])) { return true }
      }
    }
  }

  private static func end(ofWordAt start: Int, _ text: [Unicode.Scalar]) -> Int? {
    let before = start > 0 ? text[start - 1] : nil
    if before.map(isBeforeMail) ?? true, let host = endOfMailName(from: start, text),
      let end = endOfHost(from: host, text, ofMail: true)
    {
      return isInFilePath(start, text) ? nil : end
    }
    guard before.map(isBeforeHost) ?? true, !isSign(text[start]),
      let end = endOfHost(from: start, text, ofMail: false)
    else { return nil }
    return isInFilePath(start, text) ? nil : end
  }

  // MARK: - Host names

  /// Two labels or more, the last one a top-level domain, and perhaps a port. Mail has no port, and goes
  /// to numeric addresses too.
  private static func endOfHost(from start: Int, _ text: [Unicode.Scalar], ofMail: Bool) -> Int? {
    var index = start
    var labels = 0
    var numbers = 0
    while true {
      let label = text[index...].prefix { $0 == "-" || isLetter($0) }
      guard (1...63).contains(label.count), label.first != "-", label.last != "-" else {
        return nil
      }
      labels += 1
      if isByte(label) { numbers += 1 }
      index = label.endIndex
      if index + 1 < text.count, text[index] == ".", isLetter(text[index + 1]) {
        index += 1
        continue
      }
      let isAddress = ofMail && labels == 4 && numbers == 4
      guard isAddress || labels > 1 && isTopLevelDomain(label) else { return nil }
      return endsHost(index, text) ? index : ofMail ? nil : endOfPort(index, text)
    }
  }

  private static func isByte(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    label.count <= 3 && label.allSatisfy { ("0"..."9").contains($0) }
      && label.reduce(0) { $0 * 10 + $1.value - 48 } < 256
  }

  private static func endOfPort(_ index: Int, _ text: [Unicode.Scalar]) -> Int? {
    guard index < text.count, text[index] == ":" else { return nil }
    let digits = text[(index + 1)...].prefix { ("0"..."9").contains($0) }
    guard (1...5).contains(digits.count), digits.reduce(0, { $0 * 10 + $1.value - 48 }) < 65_536,
      endsHost(digits.endIndex, text)
    else { return nil }
    return digits.endIndex
  }

  private static func endsHost(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard index < text.count else { return true }
    let next = index + 1 < text.count ? text[index + 1] : nil
    switch text[index] {
    case "-", "_": return false
    case ":": return !(next.map { ("0"..."9").contains($0) } ?? false)
    case ".": return next.map { $0 != "-" && isSeparator($0) } ?? true
    default: return !isLetter(text[index])
    }
  }

  private static func isTopLevelDomain(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = String(String.UnicodeScalarView(label)).lowercased()
    return named.contains(name) || countries.contains(name)
  }

  private static let named: Set = [
    "aero", "asia", "biz", "com", "coop", "edu", "gov", "info", "museum", "name", "net", "org",
    "pro",
    "shop", "web", "xxx", "\u{440}\u{444}",
  ]

  /// The first letter, and the second letters that go with it. `sh` is on the list of linkify-it alone.
  private static let countries: Set<String> = Set(
    [
      "acdefgilmnoqrtuwxz", "babdefghijmnorstvwyz", "cacdfghiklmnoruvwxyz", "dejkmoz", "ecegrstu",
      "fijkmor", "gabdefghilmnpqrstuwy", "hkmnrtu", "idelmnoqrst", "jemop", "keghimnprwyz",
      "labcikrstuvy", "macdeghklmnopqrtuvwxyz", "nacefgilopruz", "om", "paefghkmnrtw", "qa",
      "reosuw",
      "sabcdeghijklmnrtuvxyz", "tcdfghjklmnortvwz", "uagksyz", "vaceginu", "wfs", "yet", "zamw",
    ].flatMap { letters in
      letters.dropFirst().map { String(letters.prefix(1)) + String($0) }
    })

  // MARK: - Around them

  private static func endOfMailName(from start: Int, _ text: [Unicode.Scalar]) -> Int? {
    var index = start
    while index < text.count, isMailByte(text[index]) { index += 1 }
    guard index > start, index < text.count, text[index] == "@", index + 1 < text.count else {
      return nil
    }
    return index + 1
  }

  private static func isMailByte(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ";", ":", "&", "=", "+", "$", ",", ".", "_": true
    default: false
    }
  }

  private static func isBeforeMail(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ">", "\u{FF5C}", "<", "\"", "(": true
    default: isBlank(scalar)
    }
  }

  private static func isBeforeHost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ":", "/", "-", "_", "@": false
    default: isSign(scalar) || isSeparator(scalar)
    }
  }

  /// Signs that end a word though they are no punctuation.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "$", "+", "<", "=", ">", "^", "`", "|", "\u{FF5C}": true
    default: false
    }
  }

  /// What stands in a path of Windows is left alone.
  private static func isInFilePath(_ start: Int, _ text: [Unicode.Scalar]) -> Bool {
    var index = start
    while index > 0, start - index < 260 {
      let scalar = text[index - 1]
      if scalar == "\\" { return true }
      if scalar == ":" {
        return index > 1 && text[index - 2].isASCII && text[index - 2].properties.isAlphabetic
      }
      switch scalar {
      case "/", "*", "?", "<", ">", "\"", "|", " ": return false
      default: index -= 1
      }
    }
    return false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar != ">" && scalar != "<" && scalar != "\u{FF5C}" && !isSeparator(scalar)
  }

  // Unicode's properties are looked up in tables, and nearly all text is ASCII.

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: true
    default: false
    }
  }

  /// Punctuation, and what stands between words.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "$", "+", "<", "=", ">", "^", "`", "|", "~": return false
    case "\0"..."\u{7F}": return true
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: isBlank(scalar)
    }
  }
}

extension [ConfluenceBlock] {
  /// The words of their text that become links when they are pasted, each once.
  func fuzzyLinks() -> [String] {
    var words: [String] = []
    for block in self { block.addFuzzyLinks(to: &words) }
    return words
  }
}

extension ConfluenceBlock {
  fileprivate func addFuzzyLinks(to words: inout [String]) {
    switch self {
    case .paragraph(let content), .heading(_, let content): Self.add(content, to: &words)
    case .quote(let blocks), .panel(_, let blocks), .expand(_, _, let blocks):
      for block in blocks { block.addFuzzyLinks(to: &words) }
    case .list(_, let items):
      for item in items { for block in item { block.addFuzzyLinks(to: &words) } }
    case .tasks(let tasks): Self.add(tasks, to: &words)
    case .table(let table), .properties(let table):
      for row in table.rows {
        for cell in row { for block in cell.blocks { block.addFuzzyLinks(to: &words) } }
      }
    case .code, .rule, .image, .macro: break
    }
  }

  private static func add(_ tasks: [ConfluenceTask], to words: inout [String]) {
    for task in tasks {
      add(task.content, to: &words)
      add(task.below, to: &words)
    }
  }

  /// Text of one look is one text to the editor, from however many pieces.
  private static func add(_ content: [ConfluenceInline], to words: inout [String]) {
    var run = ""
    var look: (marks: ConfluenceMarks, isCode: Bool)?
    func close() {
      for word in FuzzyLinks.words(in: run) where !words.contains(word) { words.append(word) }
      run = ""
    }
    for inline in content {
      let piece: (text: String, marks: ConfluenceMarks, isCode: Bool)? =
        switch inline {
        case .text(let text, let marks): (text, marks, false)
        case .code(let text, let marks): (text, marks, true)
        case .anchor: look.map { ("", $0.marks, $0.isCode) }
        case .lineBreak, .link, .image, .status: nil
        }
      let isSame = piece.map { new in
        look.map { $0.isCode == new.isCode && $0.marks.looksLike(new.marks) } ?? true
      }
      if isSame != true { close() }
      look = piece.map { ($0.marks, $0.isCode) }
      run += piece?.text ?? ""
    }
    close()
  }
}
