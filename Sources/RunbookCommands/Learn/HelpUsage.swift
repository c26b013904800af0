/// The usage line of a help text as its words; what stands in brackets is one.
struct HelpUsage: Sendable {
  let words: [String]

  /// The usage of a help text without the program and its verbs, the first where there are several.
  ///
  /// - Parameter known: how many words these are.
  init?(_ sections: [HelpSection], after known: Int) {
    guard let section = sections.first(where: { $0.title == "usage" }) else { return nil }
    let lines = section.lines.drop(while: \.isBlank).prefix { !$0.isBlank }
    guard !lines.isEmpty else { return nil }
    let all = Self.split(lines.map(\.text).joined(separator: " "))
    // The words before the first that is none of a name: a program may call itself by several.
    let names = all.prefix { word in
      word.utf8.allSatisfy { $0 != 0x5B && $0 != 0x3C && $0 != 0x7B } && !word.hasPrefix("-")
    }
    words = Array(all.dropFirst(min(names.count, known)))
  }

  /// All usage lines, for what has several.
  static func lines(_ sections: [HelpSection]) -> [[String]] {
    guard let section = sections.first(where: { $0.title == "usage" }) else { return [] }
    return section.lines.drop(while: \.isBlank).prefix { !$0.isBlank }.map { split($0.text) }
  }

  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for character in text {
      if "[{<(".contains(character) { depth += 1 }
      if "]}>)".contains(character) { depth = max(0, depth - 1) }
      if character == " " && depth == 0 {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Whether a usage ends with the command line of something else, which may have options of its own:
  /// `IMAGE [COMMAND] [ARG...]`.
  static func endsWithCommand(_ words: [String]) -> Bool {
    let others: Set = ["...", "[flags]", "[options]", "[OPTIONS]"]
    guard let last = words.last(where: { !others.contains($0) }) else { return false }
    return ["ARG", "ARGS", "ARGUMENTS", "CMD", "COMMAND", "COMMANDLINE"].contains(
      operand(last).name)
  }

  /// `NAME`, `[NAME]`, `NAME...`, `[NAME]...`, `<name>` as an operand.
  static func operand(_ word: String) -> Operand {
    var text = word[...]
    let isRepeatable = text.contains("...") || text.contains("…")
    let isOptional = text.hasPrefix("[")
    text = text.drop { "[<{(".contains($0) }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let type = word.hasPrefix("{") ? OptionValue.choice(word) : .text
    return Operand(
      name: operandName(String(name)), isRequired: !isOptional, isRepeatable: isRepeatable,
      type: type)
  }

  /// A name that a synopsis can hold.
  static func operandName(_ text: String) -> String {
    let letters = text.uppercased().utf8.filter { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte == 0x2D
    }
    let name = String(decoding: letters, as: UTF8.self).drop { "-_0123456789".contains($0) }
    return name.isEmpty ? "ARG" : String(name)
  }
}
