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
      Rule.Example("An outage of a minute.\n\n```bash\nsystemctl stop web\n```"),
      Rule.Example("```bash\nbash -c 'rm -r /tmp/bundle'\n```"),
      Rule.Example("```bash\nF=a\ndd if=/dev/zero of=\"$F\" count=1\nrm \"$F\"\n```"),
      Rule.Example("```powershell\nRemove-Item -Recurse C:\\Data -WhatIf\n```"),
      Rule.Example("```powershell\nRemove-Item $env:TEMP\\report.txt -Force\n```"),
      Rule.Example(
        "```powershell\nGet-VM a | Remove-VM -Confirm\nRemove-NetRoute -InterfaceIndex 5\n```"),
      Rule.Example(
        "```powershell\nAdd-VMNetworkAdapter -Name 'a'\nRemove-VMNetworkAdapter -Name \"a\"\n```"),
      Rule.Example("```powershell\n# The data is lost:\nClear-Disk -Number 1\n```"),
    ],
    failing: [
      Rule.Example("Make room.\n\n```bash\njournalctl --disk-usage ▸--vacuum-size=1G\n```"),
      Rule.Example(
        "# Warning\n\nCareful.\n\n# Clean up\n\n```bash\nsudo true\n▸rm -rf /var/lib/data\n```"),
      Rule.Example("Make room.\n\n```sql {▸effect=destructive}\nTRUNCATE orders;\n```"),
      Rule.Example("Make room.\n\n```bash\n▸bash -c 'rm -rf /var/lib/data'\n```"),
      Rule.Example("Make room.\n\n```sql\nSELECT 1;\n▸DROP TABLE orders;\n```"),
      Rule.Example("```bash\nsudo systemctl ▸stop web\nkubectl scale deploy/x --replicas=0\n```"),
      Rule.Example("Make room.\n\n```powershell\n▸Remove-Item -Recurse -Force C:\\Data\n```"),
      Rule.Example(
        "```console\nPS C:\\> Get-VM | ▸Remove-VM -Confirm:$false\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let changes = context.changes.filter { $0.effect == .destructive }
    var guards = SectionGuards(context)
    checkStops(context, &guards, &diagnostics)
    guard !changes.isEmpty else { return }
    var made = MadeWords()
    let commands = Dictionary(
      grouping: context.stepCommands.filter {
        $0.command.effect == .destructive && !isHarmless($0.command, context)
          && !made.isAllRemoved(by: $0)
      }
    ) { $0.block?.index }
    for change in changes {
      let block = context.outline.codeBlocks[change.block]
      let isDeclared = block.value.declaredEffect == .destructive
      let isStatement = block.value.statementLanguage != nil
      let unguarded: PageChange.Place?
      if let commands = commands[change.block] {
        unguarded = commands.first { !guards.warn(of: $0) }.map {
          $0.decisivePlace(in: context.file)
        }
      } else if let command = context.draft.blocks.first(where: { $0.index == change.block })
        .flatMap({ powerShell(in: $0, context, &guards) })
      {
        unguarded = command
      } else if isDeclared, !guards.warn(of: block.section) {
        unguarded = block.value.attribute("effect").map(PageChange.Place.init)
      } else if isStatement, !guards.warn(of: block.section) {
        unguarded = change.strongest
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

  /// What takes a service away for a while, and can be undone.
  private static func checkStops(
    _ context: PageContext, _ guards: inout SectionGuards, _ diagnostics: inout [Diagnostic]
  ) {
    var told: Set<Int?> = []
    for command in context.stepCommands where command.command.effect != .destructive {
      guard let invocation = command.command.invocation, invocation.effect == .write,
        stops(invocation), !told.contains(command.block?.index), !guards.warn(of: command)
      else { continue }
      told.insert(command.block?.index)
      let place = command.decisivePlace(in: context.file)
      diagnostics.append(
        context.finding(
          rule, at: place.range, "`\(place.title)` stops a service, and nothing warns of it",
          explanation: "Say in this section who is without it, and for how long.", severity: .info))
    }
  }

  private static func stops(_ invocation: Invocation) -> Bool {
    let words = invocation.verbs.dropFirst().map(\.text)
    switch invocation.program.name {
    case "systemctl":
      return words.first == "stop"
        || words.first == "disable" && invocation.options.contains { $0.name.text == "--now" }
    case "service", "rc-service": return invocation.operands.contains { $0.literal == "stop" }
    case "docker", "podman": return words.last == "stop" || words.last == "kill"
    case "kubectl", "oc":
      return words.last == "scale"
        && invocation.options.contains {
          $0.option.names.contains("--replicas") && $0.value?.literal == "0"
        }
    default: return false
    }
  }

  /// The first command of PowerShell that destroys and of which nothing warns.
  private static func powerShell(
    in block: CommandBlock, _ context: PageContext, _ guards: inout SectionGuards
  ) -> PageChange.Place? {
    let made = Set(
      context.draft.blocks.prefix { $0.index <= block.index }.flatMap(\.powerShell)
        .flatMap(\.commands).flatMap(\.made))
    for command in block.powerShell.flatMap(\.commands)
    where command.effect == .destructive && !command.concernsTemporaryFiles
      && !command.has("confirm") && made.isDisjoint(with: command.removed)
    {
      let own = Set(command.arguments.map { $0.lowercased() })
      if !guards.warn(of: own, in: block) { return PageChange.Place(command) }
    }
    return nil
  }

  private static func isHarmless(_ command: BoundCommand, _ context: PageContext) -> Bool {
    if let handed = command.handed?.filter({ $0.effect == .destructive }), !handed.isEmpty {
      return handed.allSatisfy { isHarmless($0, context) }
    }
    // A command that cannot run is reported for that.
    if let invocation = command.invocation, DeleteUntyped.untyped(invocation) != nil { return true }
    return concernsTemporaryFiles(command) || restartsPod(command)
      || writesImage(command, context)
  }

  /// `dd of=disk.img`: a file, not a device.
  private static func writesImage(_ command: BoundCommand, _ context: PageContext) -> Bool {
    guard let invocation = command.invocation, invocation.program.name == "dd",
      let word = invocation.options.first(where: {
        $0.option.names.contains("of=") || $0.option.names.contains("of")
      })?.value, let target = word.literal ?? value(of: word, context)
    else { return false }
    return !target.hasPrefix("/dev/")
  }

  /// The text that the page gives the variable that a word consists of.
  private static func value(of word: ShellWord, _ context: PageContext) -> String? {
    guard word.pieces.count == 1, case .parameter(let expansion) = word.pieces[0].kind else {
      return nil
    }
    return context.facts.variables.literal(of: expansion.name)
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

/// The words of the commands of a block: what they have made, `rm` may remove.
private struct MadeWords {
  /// By block: where each word stands first, in another command than `rm`.
  private var places: [Int: [String: Int]] = [:]

  /// `rm x.img` after a command of the same block that is given `x.img`, too.
  mutating func isAllRemoved(by command: PageCommand) -> Bool {
    guard let block = command.block, command.command.name == "rm",
      let operands = command.command.invocation?.operands, !operands.isEmpty
    else { return false }
    let start = command.command.range.lowerBound
    let named = places[block.index] ?? Self.words(of: block)
    places[block.index] = named
    return operands.allSatisfy {
      $0.leadingText.first != "/" && named[$0.display].map { $0 < start } ?? false
    }
  }

  private static func words(of block: CommandBlock) -> [String: Int] {
    var places: [String: Int] = [:]
    for command in block.commands where command.name != "rm" {
      let words =
        command.words.dropFirst() + (command.invocation?.options.compactMap(\.value) ?? [])
        + command.redirections.map(\.target)
      for word in words where places[word.display] == nil {
        places[word.display] = command.range.lowerBound
      }
    }
    return places
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
    return warn(of: Set(command.command.words.compactMap { $0.literal?.lowercased() }), in: block)
  }

  /// Whether something warns of a command of the block. A word that the command itself has, such as
  /// the `drain` of `kubectl drain`, warns of nothing.
  ///
  /// - Parameter own: the words of the command, in lower case.
  mutating func warn(of own: Set<String>, in block: CommandBlock) -> Bool {
    let around = around(context.outline.codeBlocks[block.index].section)
    let inside = byBlock[block.index] ?? read(sections.ofComments(in: block), false)
    byBlock[block.index] = inside
    if around.isWarned || inside.isWarned { return true }
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
