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
    let arguments = CommandLine.arguments.dropFirst()
    if code.isSuccess, arguments.contains(where: { $0.hasPrefix(CompletionScript.option) }) {
      try? Console.result(CompletionScript.withoutParsersHelp(message) + "\n")
      exit(code.rawValue)
    }
    // Help and version are results; what was thrown as a status has been told already.
    if code.isSuccess || message.isEmpty { Runbookgen.exit(withError: error) }
    Console.say("error: " + inOurVoice(message))
    if code == .validationFailure {
      let known = spelling(Array(arguments))
      let isHelp = known.hasSuffix(" " + name(of: HelpCommand.self))
      Console.say("  see '\(known)\(isHelp ? "" : " --help")'")
    }
    exit(code.rawValue)
  }

  /// Refuses a subcommand that does not exist, which the parser would take for a surplus argument.
  static func requireKnownCommand(_ arguments: [String]) throws {
    // Its arguments are names too, and it looks at them itself.
    if arguments.first == name(of: HelpCommand.self) { return }
    var command: any ParsableCommand.Type = Runbookgen.self
    for argument in arguments {
      let below = command.configuration.subcommands
      guard !below.isEmpty, !argument.hasPrefix("-") else { return }
      // Where one of them may go without its name, any other word is an argument of it.
      let isUsual = command.configuration.defaultSubcommand != nil
      if isUsual, !below.contains(where: { name(of: $0) == argument }) { return }
      command = try subcommand(argument, of: command)
    }
  }

  /// Whether a word alone names a command.
  static func isCommand(_ word: String) -> Bool {
    Runbookgen.configuration.subcommands.contains { name(of: $0) == word }
  }

  /// The command of these names, for `help`, whose first word may be a topic as well.
  static func command(_ names: [String]) throws -> any ParsableCommand.Type {
    let topics = BuiltinTopic.all.map(\.name)
    if let first = names.first, topics.contains(first), !isCommand(first) {
      let asked = TerminalText.escaped(names.joined(separator: " "))
      throw ValidationError("there is no command or topic '\(asked)'")
    }
    let first = try names.first.map { try subcommand($0, of: Runbookgen.self, or: topics) }
    return try names.dropFirst().reduce(first ?? Runbookgen.self) { command, name in
      try subcommand(name, of: command)
    }
  }

  private static func subcommand(
    _ word: String, of command: any ParsableCommand.Type, or topics: [String] = []
  ) throws -> any ParsableCommand.Type {
    let below = command.configuration.subcommands
    if let found = below.first(where: { name(of: $0) == word }) { return found }
    let names = below.map(name) + topics
    let what = topics.isEmpty ? "command" : "command or topic"
    let problem = "there is no \(what) '\(TerminalText.escaped(word))'"
    if let near = NearestName.suggestion(for: word, among: names) {
      throw ValidationError("\(problem); did you mean '\(near)'?")
    }
    guard !names.isEmpty else { throw ValidationError("\(problem) of '\(name(of: command))'") }
    throw ValidationError(
      "\(problem); there are \(names.map { "'\($0)'" }.joined(separator: ", "))")
  }

  static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  /// The command that was given, as far as it is known.
  private static func spelling(_ arguments: [String]) -> String {
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
