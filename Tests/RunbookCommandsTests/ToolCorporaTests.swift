import RunbookCommands
import RunbookModel
import Testing

/// The commands of the corpora that name a tool of the network, of a cloud or of a service.
@Suite struct ToolCorporaTests {
  private static let names: Set = [
    "aws", "amtool", "az", "ceph", "curl", "eksctl", "gcloud", "gpg", "gpg2", "jq", "make", "mysql",
    "openssl", "pip", "pip3", "promtool", "psql", "python", "python3", "redis-cli", "rsync", "scp",
    "ssh", "ssh-keygen", "vault", "wget", "yq",
  ]

  /// What is wrong in them: every finding was looked at, with the reason.
  private static let reviewed: [String: String] = [:]

  private static var sources: [(place: String, source: ShellSource)] {
    (Corpora.wiki + Corpora.others).flatMap { block in
      block.kind == .transcript
        ? Transcript.split(block.source).entries.map { (block.place, $0.command) }
        : [(block.place, block.source)]
    }
  }

  @Test("Every finding in the corpora is known")
  func findings() {
    let library = ProgramLibrary()
    var bound = 0
    for (place, source) in Self.sources {
      for command in ShellScript.parse(source).simpleCommands {
        let words = command.words[...]
        guard let name = words.first?.literal, Self.names.contains(name),
          let program = library.program(for: words)
        else { continue }
        bound += 1
        let result = Binder.bind(words, to: program)
        guard !result.findings.isEmpty, Self.reviewed[place] == nil else { continue }
        Issue.record("\(place): \(name) \(summary(result))")
      }
    }
    print("corpora: \(bound) commands of tools")
    #expect(bound > 0)
  }
}
