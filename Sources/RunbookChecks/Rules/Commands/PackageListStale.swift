import RunbookCommands
import RunbookModel

enum PackageListStale {
  static let rule = Rule(
    "package-list-stale", .warning, "packages are upgraded before their list is updated",
    rationale: """
      `apt upgrade` installs what the list of packages names, and `apt update` fetches that list
      (apt-get(8)). The other way round, the upgrade works from an old list and misses what is new.
      """,
    passing: [
      Rule.Example("```bash\nsudo apt-get update && sudo apt-get upgrade\n```"),
      Rule.Example("```bash\napt update\napt upgrade -y\napt update\napt install nginx\n```"),
      Rule.Example("```bash\napt upgrade\n```\n\n```bash\napt update\n```"),
    ],
    failing: [
      Rule.Example("```bash\nsudo ▸apt-get upgrade && sudo apt-get update\n```"),
      Rule.Example("```bash\n▸apt full-upgrade -y\napt update\n```"),
    ],
    check: .page(check))

  private static let programs: Set = ["apt", "apt-get", "aptitude"]
  private static let upgrades: Set = ["upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.shellBlocks {
      let calls = block.commands.compactMap { command -> (verb: String, range: ByteRange)? in
        guard let name = command.name, programs.contains(name),
          let verb = command.words.dropFirst().compactMap(\.literal).first(where: {
            !$0.hasPrefix("-")
          })
        else { return nil }
        return (verb, command.range)
      }
      // Only an update that comes last was meant for the upgrade before it.
      guard let last = calls.last, last.verb == "update", calls.count > 1,
        case let before = calls[calls.count - 2], upgrades.contains(before.verb),
        !calls.dropLast().contains(where: { $0.verb == "update" })
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: before.range, "the packages are upgraded before their list is updated",
          explanation: "Run `update` first, then `\(before.verb)`.",
          notes: [.init("the list is updated here", at: context.range(last.range))]))
    }
  }
}
