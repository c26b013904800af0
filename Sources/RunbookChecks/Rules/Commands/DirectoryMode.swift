import RunbookCommands
import RunbookModel

enum DirectoryMode {
  static let rule = Rule(
    "directory-mode", .warning, "a directory is given a mode in which nobody can enter it",
    rationale: """
      A directory is entered with the right to execute (chmod(1)). With mode 600 its owner sees no file
      in it; only root still can.
      """,
    passing: [
      Rule.Example(
        "```bash\nmkdir -p ~/.ssh\nchmod 700 ~/.ssh\nchmod 600 ~/.ssh/config\nmkdir a\nchmod u-w a\nchmod 000 a\n```"
      )
    ],
    failing: [
      Rule.Example("```bash\nmkdir -p /srv/git/.ssh\nchmod ▸600 /srv/git/.ssh\n```"),
      Rule.Example("```bash\nsudo install -d /srv/a\nsudo chmod ▸0644 /srv/a/\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var made: [String: ByteRange] = [:]
    for command in context.stepCommands {
      guard let invocation = command.command.invocation else { continue }
      let paths = invocation.operands.compactMap { word in
        word.pieces.isEmpty ? nil : trimmed(word.display)
      }
      switch invocation.program.name {
      case "mkdir": for path in paths { made[path] = command.command.range }
      case "install" where invocation.options.contains { $0.option.names.contains("-d") }:
        for path in paths { made[path] = command.command.range }
      case "rmdir", "rm", "mv": for path in paths { made[path] = nil }
      case "chmod":
        guard let mode = invocation.operands.first?.literal, locksOut(mode),
          let path = paths.dropFirst().first(where: { made[$0] != nil }), let place = made[path]
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: invocation.operands[0].range,
            "with mode `\(mode)` nobody but root can enter the directory `\(path)`",
            explanation: "Write `\(entered(mode))`.",
            notes: [.init("the directory is made here", at: context.range(place))]))
      default: break
      }
    }
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Octal digits in which the owner may read and not execute.
  private static func locksOut(_ mode: String) -> Bool {
    let digits = mode.utf8.map { $0 &- UInt8(ascii: "0") }
    guard (3...4).contains(digits.count), digits.allSatisfy({ $0 < 8 }) else { return false }
    let owner = digits[digits.count - 3]
    return owner & 5 == 4
  }

  /// The mode with the right to enter wherever there is one to read.
  private static func entered(_ mode: String) -> String {
    let special = mode.utf8.count - 3
    return String(
      mode.utf8.enumerated().map { index, byte in
        let digit = byte - UInt8(ascii: "0")
        let isReadable = index >= special && digit & 4 != 0
        return Character(Unicode.Scalar(isReadable ? byte | 1 : byte))
      })
  }
}
