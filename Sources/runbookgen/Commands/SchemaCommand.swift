import ArgumentParser
import RunbookBuild
import RunbookChecks

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print the JSON Schema of the configuration, of front matter, of a program or of an export.",
    discussion: """
      Editors that read JSON Schemas complete keys, show what they mean and mark mistakes while one \
      types. It is a schema of draft 7. That of front matter is for the pages of this project: what \
      its 'defaults' give is not needed, and names of its 'keys' are let pass.
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: "What is described: config, front-matter, program or export.")
  var subject: SchemaSubject

  func run() async throws {
    let config = subject == .frontMatter ? try await project.soundConfig() : SiteConfig()
    try Console.result(subject.text(config))
  }
}

extension SchemaSubject: ExpressibleByArgument {}
