import ArgumentParser
import RunbookBuild

/// Takes the place of the parser's own `help`, which knows no topics.
struct HelpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Show the help of a command, or a page of the reference.",
    discussion: """
      Without a name, commands and topics are listed. Where a topic has the name of a command, both \
      are shown.
      """)

  @Argument(
    help: ArgumentHelp("A command, or a topic of the reference.", valueName: "name"),
    completion: .list(
      Runbookgen.configuration.subcommands.map(CommandLineWords.name)
        + BuiltinTopic.all.map(\.name).filter { !CommandLineWords.isCommand($0) }))
  var names: [String] = []

  func run() async throws {
    guard let first = names.first else {
      return try Console.result(Runbookgen.helpMessage() + "\n\n" + Self.topics())
    }
    let topic = names.count == 1 ? BuiltinTopic.all.first { $0.name == first } : nil
    var texts: [String] = []
    if topic == nil || CommandLineWords.isCommand(first) {
      texts.append(Runbookgen.helpMessage(for: try CommandLineWords.command(names)))
    }
    if let topic { texts.append(topic.text) }
    try Console.result(texts.joined(separator: "\n"))
  }

  /// One topic a line, as the commands are listed.
  private static func topics() -> String {
    BuiltinTopic.all.reduce(into: "TOPICS:\n") { text, topic in
      let name = "  \(topic.name)"
      text += name + String(repeating: " ", count: max(2, 26 - name.count)) + topic.summary + "\n"
    } + "\n  See 'runbookgen help <topic>' for one of them.\n"
  }
}
