import RunbookModel

/// Words as SARIF has them.
enum SARIFText {
  static func write(_ text: String, to json: inout JSONWriter) {
    json.object { $0.member("text") { $0.string(text) } }
  }

  /// What is wrong and why, and a link to each of the notes by its `id` (§3.11.6): a note that no message
  /// links to is not shown.
  static func message(_ diagnostic: Diagnostic) -> String {
    let text = sentences(diagnostic.summary, diagnostic.explanation)
    let notes = diagnostic.notes.enumerated().map { number, note in
      "[\(linkText(note.text))](\(number + 1))"
    }
    return ([plain(text)] + notes).joined(separator: "\n")
  }

  /// A headline without a full stop, and what follows it.
  static func sentences(_ headline: String, _ rest: String) -> String {
    guard !rest.isEmpty else { return headline }
    let isEnded = headline.last.map { ".?!".contains($0) } ?? true
    return headline + (isEnded ? " " : ". ") + rest
  }

  /// Text in which nothing is a link.
  static func plain(_ text: String) -> String {
    var result = ""
    var last: Character?
    for character in text {
      if character == "(", last == "]" {
        result.removeLast()
        result += "\\]"
      }
      result.append(character)
      last = character
    }
    return result
  }

  private static func linkText(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]\\".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
