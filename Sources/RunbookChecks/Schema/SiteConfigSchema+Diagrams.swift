import RunbookCommands
import RunbookModel

extension SiteConfigSchema {
  /// `diagrams: {dot: "dot -Tsvg"}`.
  static func readDiagrams(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    let wanted = "a mapping from the label of a block to a command, such as {dot: \"dot -Tsvg\"}"
    for (label, command) in reader.texts(
      "diagrams", wanted: wanted, as: .names(.filledText, names: #"^[^\x00-\x20]+$"#))
    {
      if label.value.isEmpty || label.value.utf8.contains(where: { $0 <= 0x20 }) {
        reader.report(
          "type", at: label.range, "`\(label.value.prefix(60))` is no label of a code block",
          "Give the word after the fence, such as mermaid or dot.")
      } else if let words = words(of: command.value) {
        config.diagrams[label.value.lowercased()] = words
      } else {
        reader.report(
          "type", at: command.range,
          "`\(command.value.prefix(60))` is not the name of a program and its arguments",
          "No shell runs it: variables, pipes, redirections and wildcards mean nothing. The program "
            + "reads the source on its standard input and writes SVG or PNG on its standard output, "
            + "such as \"dot -Tsvg\". For more than that, name a script of your own.")
      }
    }
  }

  /// Nil for what only a shell could run.
  private static func words(of text: String) -> [String]? {
    let script = ShellScript.parse(ShellSource(inline: text, at: 0))
    guard script.errors.isEmpty, script.allCommands.count == 1, !text.utf8.contains(0),
      let command = script.simpleCommands.first, command.redirections.isEmpty,
      command.assignments.isEmpty, let last = command.words.last,
      // Nothing comes after the words: no `&`, no comment.
      text.utf8.dropFirst(last.range.upperBound).allSatisfy({ $0 == 0x20 })
    else { return nil }
    let words = command.words.compactMap { isPattern($0) ? nil : $0.literal }
    return words.count == command.words.count && words.first?.isEmpty == false ? words : nil
  }

  /// Whether a shell would put the names of files in the place of a word.
  private static func isPattern(_ word: ShellWord) -> Bool {
    word.pieces.contains { piece in
      guard piece.quoting == .none, case .text(let text) = piece.kind else { return false }
      return text.hasPrefix("~") || text.utf8.contains { $0.isOne(of: "*?[") }
    }
  }
}
