import RunbookCommands
import RunbookModel

/// A code block that does more than read, and the words that show it, for the rules.
struct PageChange: Sendable {
  /// Index into the outline's code blocks.
  let block: Int
  let effect: Effect
  /// What shows first that something changes which lasts; nil where only files of the reader's own
  /// are written, such as a report in `/tmp`.
  let lasting: Place?
  /// What shows the whole of it.
  let strongest: Place

  /// One for each block that changes something, in the order of the page.
  static func all(_ draft: PageDraft, _ commands: [PageCommand]) -> [PageChange] {
    let blocks = Dictionary(draft.blocks.map { ($0.index, $0) }, uniquingKeysWith: { $1 })
    let changing = Dictionary(grouping: commands.filter { $0.command.effect ?? .read > .read }) {
      $0.block?.index
    }
    let file = draft.page.file
    return draft.page.outline.codeBlocks.enumerated().compactMap { index, entry in
      let effect = blocks[index]?.effect ?? entry.value.effectWithoutShell
      guard let effect, effect > .read else { return nil }
      let commands = changing[index, default: []]
      let writes = blocks[index]?.scripts.flatMap(\.looseWrites) ?? []
      let statements = statementPlace(in: entry.value, file)
      let cmdlets = (blocks[index]?.powerShell ?? []).flatMap(\.changes)
      let places =
        commands.map { $0.decisivePlace(in: file) } + writes.map { Place($0, in: file) }
        + [statements].compactMap(\.self) + cmdlets.map(\.place)
      let declared = entry.value.attribute("effect").map(Place.init)
      let first = places.min { $0.range.lowerBound < $1.range.lowerBound } ?? declared
      guard let first else { return nil }
      let strongest =
        commands.first { $0.command.effect == effect }?.decisivePlace(in: file)
        ?? cmdlets.first { $0.effect == effect }?.place
      let lasting =
        commands.filter { !$0.command.writesOwnFiles }.map { $0.decisivePlace(in: file) }
        + writes.filter { !$0.isToOwnFile }.map { Place($0, in: file) }
        + [statements].compactMap(\.self)
        + cmdlets.filter { !$0.isToOwnFile }.map(\.place)
      let isDeclared = entry.value.declaredEffect ?? .read > .read
      return PageChange(
        block: index, effect: effect,
        lasting: lasting.min { $0.range.lowerBound < $1.range.lowerBound }
          ?? (isDeclared ? declared : nil), strongest: strongest ?? first)
    }
  }

  /// The first words of the statement that does most, in a block for a database.
  private static func statementPlace(in block: CodeBlock, _ file: SourceFile) -> Place? {
    guard block.declaredEffect == nil, let language = block.statementLanguage,
      case let effect = language.effect(of: block.text),
      effect > .read
    else { return nil }
    for (line, offset) in zip(
      block.text.split(separator: "\n", omittingEmptySubsequences: false), block.lineOffsets)
    where language.effect(of: String(line)) == effect {
      let words = line.utf8.split(separator: UInt8(ascii: " "))
      guard let first = words.first else { continue }
      let last = words.prefix(2).last ?? first
      let start = line.utf8.distance(from: line.startIndex, to: first.startIndex)
      let end = line.utf8.distance(from: line.startIndex, to: last.endIndex)
      return Place(
        offset + start..<offset + end, title: String(line[first.startIndex..<last.endIndex]))
    }
    return nil
  }

  /// A word of a command, a redirection, or the `effect=` of the fence.
  struct Place {
    let range: ByteRange
    /// What stands there, as a message names it.
    let title: String

    init(_ range: ByteRange, title: String) {
      self.range = range
      self.title = title
    }

    init(_ redirection: Redirection, in file: SourceFile) {
      self.init(redirection.range, title: file.text(redirection.range))
    }

    init(_ command: PowerShellCommand) {
      self.init(command.nameRange, title: command.name ?? "")
    }

    init(_ attribute: FenceAttribute) {
      self.init(
        attribute.name.range.lowerBound..<attribute.value.range.upperBound,
        title: "effect=" + attribute.value.text)
    }
  }
}

extension PageCommand {
  /// What shows that the command changes something.
  func decisivePlace(in file: SourceFile) -> PageChange.Place {
    // A redirection only writes; who destroys does it otherwise.
    if command.effect == .write, command.invocation?.effect ?? .read == .read,
      command.handed?.isEmpty ?? true,
      let redirection = command.redirections.first(where: \.writesFile)
    {
      return PageChange.Place(redirection, in: file)
    }
    return PageChange.Place(decisiveRange, title: title)
  }
}

extension PowerShellScript {
  /// What changes something: commands, and redirections into files.
  fileprivate var changes: [(effect: Effect, place: PageChange.Place, isToOwnFile: Bool)] {
    commands.compactMap { command in
      guard let effect = command.effect, effect > .read else { return nil }
      return (effect, PageChange.Place(command), command.concernsTemporaryFiles)
    } + writes.map { (.write, PageChange.Place($0, title: ">"), true) }
  }
}

extension PowerShellCommand {
  /// Whether all that it works on lies in a folder for temporary files.
  var concernsTemporaryFiles: Bool {
    let paths = arguments.filter { $0.contains("\\") || $0.contains("/") || $0.contains("$") }
    return !paths.isEmpty
      && paths.allSatisfy { path in
        let path = path.lowercased()
        return Self.temporary.contains(where: path.hasPrefix) && !path.contains("..")
      }
  }

  /// The last one is a variable whose name says so.
  private static let temporary = [
    "$env:temp\\", "c:\\temp\\", "c:\\windows\\temp\\", "/tmp/", "$temp", "$tmp",
  ]

  /// What says how something is done, and not to what: values of `-ErrorAction` and of switches.
  private static let manners: Set = [
    "continue", "ignore", "inquire", "silentlycontinue", "stop", "$true", "$false", "$null",
  ]

  /// What it makes, with the noun of its name: `vm a` of `New-VM -Name 'a'`.
  var made: [String] { ["new", "add"].contains(parts?.verb.lowercased()) ? things : [] }

  /// What it removes, in the same form.
  var removed: [String] { parts?.verb.lowercased() == "remove" ? things : [] }

  private var things: [String] {
    guard let noun = parts?.noun.lowercased() else { return [] }
    return arguments.map { $0.lowercased() }.filter { !$0.isEmpty && !Self.manners.contains($0) }
      .map { "\(noun) \($0)" }
  }
}

extension BoundCommand {
  /// Whether all that the command changes are files that its reader has made, or makes, for a while.
  var writesOwnFiles: Bool {
    let writes = redirections.filter(\.writesFile)
    guard writes.allSatisfy(\.isToOwnFile), handed == nil else { return false }
    guard let invocation, invocation.effect > .read else { return !writes.isEmpty }
    guard !invocation.operands.isEmpty else { return false }
    return invocation.operands.allSatisfy { word in
      word.isTemporaryPath || name == "tee" && word.isRelativePath
    }
  }
}

extension Redirection {
  /// `> /tmp/report`, or a file in the folder where the reader works.
  fileprivate var isToOwnFile: Bool { target.isTemporaryPath || target.isRelativePath }
}

extension ShellWord {
  /// A path below `/tmp` or `/var/tmp`.
  var isTemporaryPath: Bool {
    let path = leadingText
    return (path.hasPrefix("/tmp/") || path.hasPrefix("/var/tmp/")) && path != "/tmp/"
      && !path.contains("..")
  }

  fileprivate var isRelativePath: Bool {
    literal.map { !$0.hasPrefix("/") && !$0.hasPrefix("~") && !$0.contains("..") } ?? false
  }
}
