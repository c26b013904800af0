import ArgumentParser

/// The parser adds a `help` of its own to every completion script, after ours. In bash and zsh the later
/// one would be used, which offers no topics.
enum CompletionScript {
  static let option = "--generate-completion-script"

  /// The script without what the parser's `help` adds.
  static func withoutParsersHelp(_ script: String) -> String {
    var lines: [Substring] = []
    var hasHelp = false
    var isSkipping = false
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      if isSkipping {
        isSkipping = line != "}"
        continue
      }
      if line == "_runbookgen_help() {" {
        isSkipping = hasHelp
        hasHelp = true
        if isSkipping { continue }
      }
      // Of the list of commands in zsh and fish.
      if line.contains("Show subcommand help information.") { continue }
      lines.append(line)
    }
    let last = Runbookgen.configuration.subcommands.last.map(CommandLineWords.name) ?? ""
    return lines.joined(separator: "\n")
      .split(separator: "\(last)|help)", omittingEmptySubsequences: false)
      .joined(separator: "\(last))")
      .split(separator: " \(last) help'", omittingEmptySubsequences: false)
      .joined(separator: " \(last)'")
  }
}
