import RunbookModel

enum PlaceholderMalformed {
  static let rule = Rule(
    "placeholder-malformed", .warning, "a placeholder is broken by a space",
    rationale: """
      `<path -to-file>` was meant as one name. To a shell it is a redirection and an option, to the
      form of the page no placeholder at all, and a reader who copies the command gets an error.
      """,
    passing: [
      Rule.Example("Run `deploy -c <path-to-file.yml>` or `java <options -jar>`, `a <b -c >d`."),
      Rule.Example("```bash\nsort <in-file -u >out-file\ncat <file -n>\n```"),
    ],
    failing: [
      Rule.Example("Run `docker stack deploy web -c ▸<path -to-compose-file.yml>`."),
      Rule.Example("```bash\nkubectl logs ▸<pod-name- prefix>\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let code =
      context.outline.codeSpans.map(\.range) + context.outline.codeBlocks.map(\.range)
    for range in code.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let bytes = context.file.bytes[range.clamped(to: 0..<context.file.bytes.count)]
      for open in bytes.indices where bytes[open] == UInt8(ascii: "<") {
        guard let place = placeholder(open, bytes) else { continue }
        let written = context.file.text(place)
        let joined = String(written.filter { $0 != " " })
        diagnostics.append(
          context.finding(
            rule, at: place, "`\(written)` has a space inside the name",
            explanation: "A shell reads a redirection there. Write `\(joined)`.",
            fixes: [.init("write `\(joined)`", edits: [.init(place, with: joined)])]))
      }
    }
  }

  private static let longest = 60

  /// A name of at least three parts whose one space stands beside a hyphen.
  private static func placeholder(_ open: Int, _ bytes: ArraySlice<UInt8>) -> ByteRange? {
    var index = open + 1
    var (spaces, joints) = (0, 0)
    var space = open
    while index < bytes.endIndex, index - open < longest {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { break }
      switch byte {
      case UInt8(ascii: " "):
        spaces += 1
        space = index
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): joints += 1
      default: guard byte.isAlphanumeric else { return nil }
      }
      index += 1
    }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ">"), spaces == 1, joints > 1,
      bytes[open + 1].isAlphanumeric, bytes[index - 1].isAlphanumeric,
      // `<file -n>` may be an option.
      bytes[space + 1] == UInt8(ascii: "-")
        ? index - space > 3 && bytes[space - 1].isAlphanumeric
        : bytes[space - 1] == UInt8(ascii: "-") && bytes[space + 1].isAlphanumeric
    else { return nil }
    return open..<index + 1
  }
}
