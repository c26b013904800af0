import Foundation
import Testing

@Suite struct HelpCommandTests {
  private func help(_ names: String...) throws -> CommandResult {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try Tool.run(["help"] + names, in: folder)
  }

  @Test func commandsAndTopicsAreListed() throws {
    let result = try help()
    #expect(result.status == 0)
    #expect(result.output.contains("\n  check "))
    #expect(result.output.contains("\nTOPICS:\n"))
    #expect(result.output.contains("\n  front-matter            Every field of a page"))
  }

  @Test func aTopicIsItsPage() throws {
    let result = try help("front-matter")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("# Front matter\n\nThe front matter is YAML"))
    #expect(!result.output.contains("<!-- test"))
    #expect(try help("rules").output.contains("\n<!-- runbookgen-allow todo-left: "))
  }

  @Test func aCommandIsItsHelp() throws {
    let check = try help("check")
    #expect(check.output.contains("USAGE: runbookgen check"))
    #expect(!check.output.contains("# "))
    #expect(try help("confluence", "status").output.contains("USAGE: runbookgen confluence status"))
    #expect(try help("help").output.contains("USAGE: runbookgen help"))
  }

  @Test func whereBothHaveTheNameBothAreShown() throws {
    let result = try help("rules")
    #expect(result.output.hasPrefix("OVERVIEW: List all rules."))
    #expect(result.output.contains("\n# Rules\n\n"))
  }

  @Test func aSlipIsAnsweredWithTheNearName() throws {
    let expected: [([String], String)] = [
      (["front-mater"], "there is no command or topic 'front-mater'; did you mean 'front-matter'?"),
      (["chek"], "there is no command or topic 'chek'; did you mean 'check'?"),
      (["zzzzzz"], "there is no command or topic 'zzzzzz'; there are 'adopt', "),
      (["confluence", "statuss"], "there is no command 'statuss'; did you mean 'status'?"),
      (["check", "it"], "there is no command 'it' of 'check'"),
      (["front-matter", "it"], "there is no command or topic 'front-matter it'"),
    ]
    for (names, words) in expected {
      let folder = try Tool.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let result = try Tool.run(["help"] + names, in: folder)
      #expect(result.status == 64)
      #expect(result.errors.hasPrefix("error: " + words), "\(result.errors)")
      #expect(result.errors.hasSuffix("\n  see 'runbookgen help'\n"))
    }
  }

  /// In bash and zsh the later of two functions is used.
  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsOfferTopicsOnce(_ shell: String) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run(["--generate-completion-script", shell], in: folder)
    #expect(result.status == 0)
    #expect(result.output.contains("front-matter"))
    #expect(result.output.components(separatedBy: "_runbookgen_help() {").count <= 2)
    #expect(!result.output.contains("Show subcommand help information."))
    #expect(!result.output.contains("rules help'"))
  }
}
