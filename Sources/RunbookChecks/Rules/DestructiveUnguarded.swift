import RunbookCommands
import RunbookModel

enum DestructiveUnguarded {
  static let rule = Rule(
    "destructive-unguarded", .warning, "a command destroys something, and no word warns of it",
    rationale: """
      Some commands cannot be taken back. At three in the morning they look like all the others. Put
      an alert such as `> [!WARNING]` before the command that says what is lost and what has to be
      true first, or say it in a comment.
      """,
    passing: [
      Rule.Example(
        "> [!CAUTION]\n> The logs are gone.\n\n```bash\njournalctl --vacuum-size=1\n```"),
      Rule.Example("# Old logs\n\n> [!WARNING]\n> Gone.\n\n## Do\n\n```bash\nrm -r /var/x\n```"),
      Rule.Example("This is irreversible.\n\n```bash\njournalctl --vacuum-time=1s\n```"),
      Rule.Example("```bash\n# Only if the disk is full:\njournalctl --vacuum-files=1\n```"),
      Rule.Example("```bash\njournalctl --disk-usage\nrm -r /tmp/bundle\n```"),
      Rule.Example("```bash\nkubectl delete pod \"<pod>\" -n <namespace>\n```"),
      Rule.Example("```bash\ndd if=/dev/zero of=disk.img bs=1k count=1\n```"),
      Rule.Example("```sql {effect=read}\nTABLE orders;\n```"),
      Rule.Example("```bash\nbash -c 'rm -r /tmp/bundle'\n```"),
    ],
    failing: [
      Rule.Example("Make room.\n\n```bash\njournalctl --disk-usage ▸--vacuum-size=1G\n```"),
      Rule.Example(
        "# Warning\n\nCareful.\n\n# Clean up\n\n```bash\nsudo true\n▸rm -rf /var/lib/data\n```"),
      Rule.Example("Make room.\n\n```sql {▸effect=destructive}\nTRUNCATE orders;\n```"),
      Rule.Example("Make room.\n\n```bash\n▸bash -c 'rm -rf /var/lib/data'\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let changes = context.changes.filter { $0.effect == .destructive }
    guard !changes.isEmpty else { return }
    let commands = Dictionary(
      grouping: context.stepCommands.filter {
        $0.command.effect == .destructive && !isHarmless($0.command)
      }
    ) { $0.block?.index }
    var guards = SectionGuards(context)
    for change in changes {
      let block = context.outline.codeBlocks[change.block]
      let isDeclared = block.value.declaredEffect == .destructive
      let unguarded: PageChange.Place?
      if let commands = commands[change.block] {
        unguarded = commands.first { !guards.warn(of: $0) }.map {
          $0.decisivePlace(in: context.file)
        }
      } else if isDeclared, !guards.warn(of: block.section) {
        unguarded = block.value.attribute("effect").map(PageChange.Place.init)
      } else {
        unguarded = nil
      }
      // One warning serves the whole block.
      guard let unguarded else { continue }
      diagnostics.append(
        context.finding(
          rule, at: unguarded.range, "`\(unguarded.title)` destroys, and nothing warns of it",
          explanation: "Say in a `> [!WARNING]` of this section what is lost and what has to be "
            + "true before."))
    }
  }

  private static func isHarmless(_ command: BoundCommand) -> Bool {
    if let handed = command.handed?.filter({ $0.effect == .destructive }), !handed.isEmpty {
      return handed.allSatisfy(isHarmless)
    }
    // A command that cannot run is reported for that.
    if let invocation = command.invocation, DeleteUntyped.untyped(invocation) != nil { return true }
    return concernsTemporaryFiles(command) || restartsPod(command) || writesImage(command)
  }

  /// `dd of=disk.img`: a file, not a device.
  private static func writesImage(_ command: BoundCommand) -> Bool {
    guard let invocation = command.invocation, invocation.program.name == "dd",
      let target = invocation.options.first(where: {
        $0.option.names.contains("of=") || $0.option.names.contains("of")
      })?.value?
      .literal
    else { return false }
    return !target.hasPrefix("/dev/")
  }

  /// `rm -r /tmp/bundle`: what the page or its reader made a moment ago.
  private static func concernsTemporaryFiles(_ command: BoundCommand) -> Bool {
    guard let operands = command.invocation?.operands, !operands.isEmpty else { return false }
    return operands.allSatisfy(\.isTemporaryPath)
  }

  /// `kubectl delete pod NAME`: what owns the pod makes a new one.
  private static func restartsPod(_ command: BoundCommand) -> Bool {
    guard let invocation = command.invocation, invocation.verbs.last?.text == "delete",
      invocation.program.name == "kubectl" || invocation.program.name == "oc",
      let kind = invocation.operands.first?.leadingText
    else { return false }
    let isPod = ["pod", "pods", "po"].contains { kind == $0 || kind.hasPrefix($0 + "/") }
    let names = Set(invocation.options.flatMap(\.option.names))
    return isPod && names.isDisjoint(with: ["--force", "--all", "--all-namespaces"])
  }
}

/// What warns of the commands of a section: an alert, or certain words.
private struct SectionGuards {
  private static let alerts: Set<Alert.Kind> = [.important, .warning, .caution]
  private static let words: Set = [
    "drain", "drained", "backups", "undone", "lose", "loses", "lost",
  ]
  private static let stems = [
    "warn", "caution", "destr", "irrevers", "irrecover", "unrecover", "confirm", "backup",
    "careful", "danger", "permanent", "disrupt", "outage",
  ]
  private static let phrases: [Set<String>] = [
    ["data", "loss"], ["only", "if"], ["only", "when"], ["back", "up"], ["make", "sure"],
  ]

  private let context: PageContext
  private let sections: SectionWords
  /// Sections with an alert in them.
  private let warned: Set<Int?>
  private var bySection: [Int?: (words: Set<String>, isWarned: Bool)] = [:]
  private var byBlock: [Int: (words: Set<String>, isWarned: Bool)] = [:]

  init(_ context: PageContext) {
    self.context = context
    sections = SectionWords(context)
    warned = Set(
      context.outline.alerts.filter { Self.alerts.contains($0.value) }.map(\.section))
  }

  /// Whether something warns in the section.
  mutating func warn(of section: Int?) -> Bool {
    let around = around(section)
    return around.isWarned || !around.words.isEmpty
  }

  private mutating func around(_ section: Int?) -> (words: Set<String>, isWarned: Bool) {
    let around = bySection[section] ?? read(sections.ofSection(section), hasAlert(section))
    bySection[section] = around
    return around
  }

  mutating func warn(of command: PageCommand) -> Bool {
    guard let block = command.block else { return false }
    let around = around(command.section)
    let inside = byBlock[block.index] ?? read(sections.ofComments(in: block), false)
    byBlock[block.index] = inside
    if around.isWarned || inside.isWarned { return true }
    // A word that the command itself has, such as the `drain` of `kubectl drain`, warns of nothing.
    let own = Set(command.command.words.compactMap { $0.literal?.lowercased() })
    return !around.words.isSubset(of: own) || !inside.words.isSubset(of: own)
  }

  /// The warning ones of some words.
  private func read(_ said: Set<String>, _ isWarned: Bool) -> (words: Set<String>, isWarned: Bool) {
    let words = said.filter { word in
      Self.words.contains(word) || Self.stems.contains { word.hasPrefix($0) }
    }
    return (words, isWarned || Self.phrases.contains { $0.isSubset(of: said) })
  }

  /// Whether an alert stands in the section or in one that encloses it.
  private func hasAlert(_ section: Int?) -> Bool {
    if warned.contains(section) { return true }
    var parent = section.flatMap { context.outline.sections[$0].parent }
    while let current = parent {
      if warned.contains(current) { return true }
      parent = context.outline.sections[current].parent
    }
    return false
  }
}
