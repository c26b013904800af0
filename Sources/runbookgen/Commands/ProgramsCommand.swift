import ArgumentParser

/// What commands are held against.
struct ProgramsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programs",
    abstract: "List the programs that are known, or print one's synopsis; learn others.",
    subcommands: [CheckPrograms.self, LearnProgram.self, ShowPrograms.self],
    defaultSubcommand: ShowPrograms.self)
}
