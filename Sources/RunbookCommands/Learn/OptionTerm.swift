/// An option as help texts write it: `-n, --name=NAME`, `--shout / --no-shout`, `-f FOO, --foo FOO`.
struct OptionTerm: Sendable, Equatable {
  /// With their dashes, in the order of the text.
  private(set) var names: [String] = []
  /// What stands for the value, without the sign before it; empty for none.
  private(set) var value = ""
  /// Whether the value stands in brackets with its sign, `[=WHEN]`: it may be left out, and is attached.
  private(set) var isOptional = false
  /// Whether all of the text could be read.
  private(set) var isWhole = true

  private var rest: Substring

  /// - Returns: nil where no name can be read.
  init?(_ text: String) {
    rest = text[...]
    repeat {
      guard readName() else {
        isWhole = false
        break
      }
      readValue()
    } while skipSeparator()
    if !rest.isEmpty { isWhole = false }
    guard !names.isEmpty else { return nil }
  }

  static func == (left: OptionTerm, right: OptionTerm) -> Bool {
    (left.names, left.value, left.isOptional, left.isWhole)
      == (right.names, right.value, right.isOptional, right.isWhole)
  }

  // MARK: Reading

  private mutating func readName() -> Bool {
    let dashes = rest.prefix { $0 == "-" }
    guard dashes.count == 1 || dashes.count == 2 else { return false }
    var body = rest.dropFirst(dashes.count)
    var isNegatable = false
    for mark in ["[no-]", "(no-)", "[no]"] where body.hasPrefix(mark) {
      body = body.dropFirst(mark.count)
      isNegatable = true
    }
    var name = body.prefix(while: Self.isOfName)
    while name.last == "." { name = name.dropLast() }
    guard let first = name.first, first != "-", first != "_" else { return false }
    names.append(String(dashes) + String(name))
    if isNegatable { names.append("--no-" + name) }
    rest = body.dropFirst(name.count)
    return true
  }

  static func isOfName(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || "-_.?#@+".contains(character)
  }

  private mutating func readValue() {
    if rest.hasPrefix("[=") || rest.hasPrefix("[") {
      let inside = bracketed()
      isOptional = true
      value = String(inside.dropFirst().dropLast().drop { $0 == "=" })
      return
    }
    if rest.hasPrefix("=") {
      rest.removeFirst()
      value = String(word())
      return
    }
    if let first = rest.first, "<{".contains(first) {
      value = String(word())
      return
    }
    guard rest.first == " " else { return }
    var words: [Substring] = []
    var before = rest
    while true {
      rest = rest.drop { $0 == " " }
      guard let first = rest.first, !"-,|/;".contains(first), !rest.hasPrefix("or -") else { break }
      let next = word()
      if next.isEmpty { break }
      // A remark: `-1 ("one")`.
      if first == "(" {
        before = rest
        continue
      }
      words.append(next)
    }
    if words.isEmpty { rest = before } else { value = words.joined(separator: " ") }
  }

  /// Up to a blank or a comma that stands in no brackets.
  private mutating func word() -> Substring {
    var depth = 0
    let text = rest.prefix { character in
      if "[{<(".contains(character) { depth += 1 }
      if "]}>)".contains(character) { depth -= 1 }
      return depth > 0 || character != " " && character != ","
    }
    rest = rest.dropFirst(text.count)
    return text
  }

  private mutating func bracketed() -> Substring {
    var depth = 0
    var isDone = false
    let text = rest.prefix { character in
      if isDone { return false }
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      isDone = depth == 0
      return true
    }
    rest = rest.dropFirst(text.count)
    return text
  }

  /// Goes on to the next name, if there is one.
  private mutating func skipSeparator() -> Bool {
    var next = rest.drop { $0 == " " }
    var isSeparated = true
    if next.hasPrefix("or ") {
      next = next.dropFirst(3).drop { $0 == " " }
    } else if let first = next.first, ",|/;".contains(first) {
      next = next.dropFirst().drop { $0 == " " }
    } else {
      // Only a short name has its long one behind a mere blank.
      isSeparated = names.count == 1 && !names[0].hasPrefix("--")
    }
    guard next.hasPrefix("-") && isSeparated else {
      if next.allSatisfy({ ",.: ".contains($0) }) { rest = "" }
      return false
    }
    rest = next
    return true
  }
}
