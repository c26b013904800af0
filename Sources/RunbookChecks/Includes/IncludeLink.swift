import RunbookModel

/// What the title of a link says of an include: `[Open a session](open.md#steps "include node=worker-1")`.
struct IncludeLink {
  let values: [(name: String, value: String)]
  /// What is wrong with the title, and what to write.
  let problem: (summary: String, explanation: String)?

  /// Nil for the title of any other link.
  init?(title: String) {
    guard let rest = Self.rest(of: title) else { return nil }
    var text = rest
    var values: [(name: String, value: String)] = []
    while let first = text.first {
      if first.isWhitespace {
        text.removeFirst()
        continue
      }
      let name = text.prefix { !$0.isWhitespace && $0 != "=" }
      text = text.dropFirst(name.count)
      guard text.first == "=", !name.isEmpty else {
        self.values = values
        problem = (
          name.isEmpty
            ? "a value in this include has no name" : "`\(name)` in this include gives no value",
          "After `include` come values for the inputs of the text, such as `node=worker-1`, or "
            + "`reason='two words'`."
        )
        return
      }
      text = text.dropFirst()
      values.append((String(name), Self.value(&text)))
    }
    let names = values.map(\.name)
    let twice = names.indices.first { names[..<$0].contains(names[$0]) }.map { names[$0] }
    self.values = values
    problem = twice.map {
      ("`\($0)` gets two values in this include", "Only one of them can stand there.")
    }
  }

  /// What follows the word `include`; nil where the title does not start with it.
  private static func rest(of title: String) -> Substring? {
    guard title.hasPrefix("include") else { return nil }
    let rest = title.dropFirst("include".count)
    return rest.first.map(\.isWhitespace) == false ? nil : rest
  }

  private static func value(_ text: inout Substring) -> String {
    guard let quote = text.first, quote == "'" || quote == "\"" else {
      let word = text.prefix { !$0.isWhitespace }
      text = text.dropFirst(word.count)
      return String(word)
    }
    let inner = text.dropFirst().prefix { $0 != quote }
    text = text.dropFirst(inner.count + 2)
    return String(inner)
  }

  static func isOne(_ link: Link) -> Bool { rest(of: link.title) != nil }

  /// The link that is all of a paragraph.
  static func alone(in block: Block) -> (link: Link, range: ByteRange)? {
    guard case .paragraph(let inlines) = block.kind, inlines.count == 1,
      case .link(let link) = inlines[0].kind, isOne(link)
    else { return nil }
    return (link, inlines[0].range)
  }

  /// The name in `<name>`; nil for a value that is no placeholder.
  static func placeholder(_ value: String) -> String? {
    guard value.count > 2, value.hasPrefix("<"), value.hasSuffix(">") else { return nil }
    let name = value.dropFirst().dropLast()
    return name.contains(where: { $0 == "<" || $0 == ">" || $0.isWhitespace }) ? nil : String(name)
  }
}
