import RunbookModel

enum EditorLeftover {
  static let rule = Rule(
    "editor-leftover", .warning, "a command of an editor was typed into the text",
    rationale: """
      `:w`, `:wq` and `:q!` save and leave vi. Typed once too often, they become part of the page. Only those
      that touch the text before them, or make a paragraph of their own on a page that does not speak of
      an editor, are reported.
      """,
    passing: [
      Rule.Example("Open it with vi and leave with :wq\n\nSave with `:w`, or\n\n:q!"),
      Rule.Example("The ratio is a:w\n\nPress :w"),
    ],
    failing: [
      Rule.Example("A file that does not have the right `PATH`▸:w"),
      Rule.Example("Restart the node.▸:wq!\n\nText.\n\n▸:wq"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var speaks: Bool?
    for text in context.plainText where text.holds(ASCIISet(":")) {
      for start in text.lineStarts {
        guard let place = command(atEndOf: text.line(from: start), text) else { continue }
        if place.lowerBound == start {
          guard isAlone(place, text) else { continue }
          let isEditor = speaks ?? speaksOfEditor(context)
          speaks = isEditor
          if isEditor { continue }
        }
        diagnostics.append(
          context.finding(
            rule, at: place, "`\(context.file.text(place))` is a command of an editor",
            explanation: "It was typed into the text. Remove it."))
      }
    }
  }

  private static let commands = [":wq!", ":wqa", ":qa!", ":wq", ":q!", ":w!", ":w", ":q"]

  private static func command(atEndOf line: ByteRange, _ text: MaskedProse) -> ByteRange? {
    var last = line.upperBound - 1
    while last > line.lowerBound, text[last] == 32 { last -= 1 }
    guard let byte = text[last], byte.isOne(of: "wqa!") else { return nil }
    let written = text.text(line).trimmingEnd()
    guard let name = commands.first(where: written.hasSuffix) else { return nil }
    let end = line.lowerBound + written.utf8.count
    let place = end - name.utf8.count..<end
    guard place.lowerBound > line.lowerBound, let before = text[place.lowerBound - 1] else {
      return place
    }
    // `a:w` may be a ratio or a right; nothing else ends in `:wq`.
    let touches =
      name.utf8.count > 2
      ? before != 32 && before != UInt8(ascii: ":")
      : before == MaskedProse.mask || before.isOne(of: ".!?)`")
    return touches ? place : nil
  }

  /// Whether a paragraph is the command and no more than a few spaces.
  private static func isAlone(_ place: ByteRange, _ text: MaskedProse) -> Bool {
    text.range.count < place.count + 8
      && text.range.allSatisfy { place.contains($0) || (text[$0] ?? 32) <= 32 }
  }

  private static let editors: Set = [
    "vi", "vim", "nvim", "editor", "save", "saving", "exit", "quit", "quitting",
  ]

  private static func speaksOfEditor(_ context: PageContext) -> Bool {
    let text = String(decoding: context.file.bytes, as: UTF8.self)
    return text.split { !$0.isLetter }.contains { editors.contains($0.lowercased()) }
  }
}
