import RunbookCommands
import RunbookModel

enum XargsBraces {
  static let rule = Rule(
    "xargs-braces", .warning, "`xargs` hands `{}` on as it is",
    rationale: """
      Without `-I {}` (POSIX, xargs) the program gets the two characters `{}` as a word of their own, and
      the names after it.
      """,
    passing: [
      Rule.Example("```bash\nls | xargs -I{} mv {} /tmp\nls | xargs -i rm {}\nls | xargs rm\n```")
    ],
    failing: [
      Rule.Example("```bash\nls *.sql | xargs rm -- ▸{}\n```"),
      Rule.Example(
        "```yaml\nrun: |\n  ls | sort | xargs -r rm -- ▸{}\n  ls | xargs -I {} rm {}\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let commands = context.commands.map(\.command) + scattered(context)
    for command in commands {
      guard let invocation = command.invocation, invocation.program.name == "xargs",
        let nested = invocation.nested,
        !invocation.options.contains(where: { given in
          ["-I", "-i", "--replace"].contains { given.option.names.contains($0) }
        }),
        let braces = nested.words.dropFirst().first(where: { $0.literal == "{}" })
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: braces.range, "`xargs` hands `{}` on as it is, and puts the names after it",
          explanation: "Write `xargs -I {}`, or remove the `{}`."))
    }
  }

  /// Those in blocks of another language: no language has lines with `| xargs` but one that holds shell
  /// commands, such as the steps of a pipeline in YAML.
  private static func scattered(_ context: PageContext) -> [BoundCommand] {
    let shell = Set(context.draft.blocks.map(\.index))
    return context.outline.codeBlocks.enumerated().flatMap { index, block -> [BoundCommand] in
      guard !shell.contains(index), mentionsXargs(block.value.text) else { return [] }
      return block.value.lineOffsets.flatMap { offset -> [BoundCommand] in
        let file = context.file
        let line = file.lines.contentRange(
          ofLine: file.lines.line(at: offset), in: file.bytes)
        guard let pipe = file.text(line).utf8.split(separator: UInt8(ascii: "|")).last,
          case let text = String(decoding: Array(pipe), as: UTF8.self), text.contains("xargs ")
        else { return [] }
        let script = ShellScript.parse(
          ShellSource(inline: text, at: line.upperBound - text.utf8.count))
        guard script.errors.isEmpty else { return [] }
        var walker = CommandWalker(context.config)
        return walker.commands(of: [script], in: nil)
      }
    }
  }

  /// Nearly every block is done with here.
  private static func mentionsXargs(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.dropLast(5).contains { index in
        bytes[index] == UInt8(ascii: "x") && bytes[index + 1] == UInt8(ascii: "a")
          && bytes[index + 2] == UInt8(ascii: "r") && bytes[index + 3] == UInt8(ascii: "g")
          && bytes[index + 4] == UInt8(ascii: "s")
      }
    }
  }
}
