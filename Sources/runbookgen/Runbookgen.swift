import ArgumentParser
import RunbookModel

/// The program. What it does is in the commands; how it ends is in `Exit`.
struct Runbookgen: AsyncParsableCommand {
  static let version = ToolVersion.current

  static let configuration = CommandConfiguration(
    commandName: "runbookgen",
    abstract: "Compiles operations runbooks: checked Markdown in, a static wiki and a Confluence"
      + " export out.",
    discussion: """
      Exit status: 0 when there was no error, 1 when errors were found or the output is stale, 64 \
      when the command line was wrong, 74 when a file could not be read or written.
      """,
    version: version,
    // Sorted; a test compares this list with the files in `Commands/`.
    subcommands: [
      AdoptCommand.self,
      AlertsCommand.self,
      BaselineCommand.self,
      BuildCommand.self,
      CheckCommand.self,
      ConfluenceCommand.self,
      CoverageCommand.self,
      DiffCommand.self,
      ExplainCommand.self,
      ExportCommand.self,
      FixCommand.self,
      HelpCommand.self,
      InitCommand.self,
      LspCommand.self,
      MCPCommand.self,
      NewCommand.self,
      ProgramsCommand.self,
      ReviewCommand.self,
      RulesCommand.self,
      SchemaCommand.self,
      ScriptCommand.self,
      ServeCommand.self,
    ])

  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      try CommandLineWords.requireKnownCommand(arguments)
      var command = try parse(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      CommandLineWords.end(error)
    }
  }

  /// A command without commands below it is read without looking at all others, which takes twice as long.
  /// Where that fails, or asks for help, all of them have to be known to say why.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { CommandLineWords.name(of: $0) == name }
      ),
      command.configuration.subcommands.isEmpty,
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())),
      type(of: parsed) == command
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }
}
