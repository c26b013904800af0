import ArgumentParser
import RunbookBuild
import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is said of a command line that is wrong: in the words of all other problems, and with the name
/// that was probably meant.
enum CommandLineWords {
  /// Ends the program as an error wants it to.
  static func end(_ error: any Error) -> Never {
    let code = Runbookgen.exitCode(for: error)
    let message = Runbookgen.message(for: error)
    // Help and version are results; what was thrown as a status has been told already.
    if code.isSuccess || message.isEmpty { Runbookgen.exit(withError: error) }
    Console.say("error: " + inOurVoice(message))
    if code == .validationFailure {
      Console.say("  see '\(command(Array(CommandLine.arguments.dropFirst()))) --help'")
    }
    exit(code.rawValue)
  }

  /// Refuses a subcommand that does not exist, which the parser would take for a surplus argument.
  static func requireKnownCommand(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Runbookgen.self
    for argument in arguments {
      let below = command.configuration.subcommands
      if argument == "help" { continue }
      guard !below.isEmpty, !argument.hasPrefix("-") else { return }
      if let next = below.first(where: { name(of: $0) == argument }) {
        command = next
        continue
      }
      let near = NearestName.suggestion(for: argument, among: below.map(name))
      throw ValidationError(
        "there is no command '\(TerminalText.escaped(argument))'"
          + (near.map { "; did you mean '\($0)'?" }
            ?? "; there are \(below.map { "'\(name(of: $0))'" }.joined(separator: ", "))"))
    }
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  /// The command that was given, as far as it is known.
  private static func command(_ arguments: [String]) -> String {
    var words = [name(of: Runbookgen.self)]
    var command: any ParsableCommand.Type = Runbookgen.self
    for argument in arguments {
      guard
        let next = command.configuration.subcommands.first(where: { name(of: $0) == argument })
      else { break }
      command = next
      words.append(argument)
    }
    return words.joined(separator: " ")
  }

  /// A message of the parser begins like a sentence; ours go on after "error: ".
  private static func inOurVoice(_ message: String) -> String {
    var text = message[...]
    if text.hasPrefix("Error: ") { text = text.dropFirst("Error: ".count) }
    let start = text.prefix(2)
    if let first = start.first, first.isUppercase, start.last?.isLowercase == true {
      text = first.lowercased() + text.dropFirst()
    }
    if text.hasSuffix(".") { text = text.dropLast() }
    return String(text)
  }
}
