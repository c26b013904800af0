import RunbookCommands
import RunbookModel

/// A command of a page, wherever it stands. Every rule about commands goes through all of them.
final class PageCommand: Sendable {
  let command: BoundCommand
  /// The block that runs it; nil for a command of a quick reference.
  let block: CommandBlock?
  /// Index of the heading that it stands under.
  let section: Int?
  /// The programs that run it, the outermost first: `sudo`, `timeout`.
  let outer: [String]

  fileprivate init(
    _ command: BoundCommand, _ block: CommandBlock?, _ section: Int?, outer: [String]
  ) {
    self.command = command
    self.block = block
    self.section = section
    self.outer = outer
  }

  /// The program and its verbs as a message names them: `aws s3`.
  var title: String {
    // A script in one word is named by the command in it that does most.
    if command.invocation == nil, let handed = command.handed {
      return (handed.first { $0.effect == command.effect } ?? handed.first)?.name ?? ""
    }
    let verbs = command.invocation?.verbs.map(\.text) ?? []
    return verbs.isEmpty ? command.name ?? "" : verbs.joined(separator: " ")
  }

  /// The word that decides what the command does: the option that raises its effect, else its verb.
  var decisiveRange: ByteRange {
    guard let invocation = command.invocation else { return command.range }
    let raising = invocation.options.first { $0.option.raises == invocation.effect }
    return raising?.name.range ?? invocation.verbs.last?.range ?? command.range
  }
}

extension PageCommand {
  /// - Parameter commands: as a walk finds them, each followed by the one that it runs.
  fileprivate static func list(
    _ commands: [BoundCommand], _ block: CommandBlock?, _ section: Int?
  ) -> [PageCommand] {
    var outer: [String] = []
    return commands.map { command in
      if !command.isNested { outer = [] }
      defer { outer.append(command.name ?? "") }
      return PageCommand(command, block, section, outer: outer)
    }
  }
}

/// The commands of a page and what their programs would say, put together once for all rules.
struct PageCommands {
  /// Every command that the page's blocks run, in the order of the page.
  let steps: [PageCommand]
  /// Every command of the page: those of its blocks, then those of its quick references.
  let all: [PageCommand]
  /// What the programs of the page's commands would refuse or advise against.
  let findings: [(finding: Invocation.Finding, command: PageCommand)]
  /// Words that not every version of their programs has.
  let dated: [(word: DatedWord, command: PageCommand)]

  /// - Parameter mentions: the commands in code spans.
  init(_ draft: PageDraft, mentions: [BoundCommand]) {
    let outline = draft.page.outline
    steps = draft.blocks.flatMap { block in
      PageCommand.list(block.commands, block, outline.codeBlocks[block.index].section)
    }
    let references = draft.tables.flatMap { table -> [PageCommand] in
      guard case .quickReference(let reference) = table.content else { return [] }
      let section = outline.tables.first { $0.range == table.range }?.section
      return reference.rows.flatMap { row in
        row.commands.flatMap { PageCommand.list($0.bound, nil, section) }
      }
    }
    all = steps + references
    var output = OutputLines(draft.page.file)
    let cuts = Set(draft.blocks.flatMap(\.scripts).flatMap(\.cuts).map(\.end))
    var findings: [(Invocation.Finding, PageCommand)] = []
    var dated: [(DatedWord, PageCommand)] = []
    for command in all where Self.mayHaveFindings(command.command) {
      let judged = Self.withHanded(command)
      let own = judged.flatMap { Self.findings(of: $0, cuts: cuts) }
      let words = judged.flatMap { command in
        (command.command.invocation?.dated ?? []).map { ($0, command) }
      }
      guard !own.isEmpty || !words.isEmpty, !output.holds(command),
        SplitPlaceholder.find(in: command.command.words).isEmpty
      else { continue }
      findings += own
      dated += words
    }
    self.findings = findings + Self.findings(in: mentions)
    self.dated = dated
  }

  /// Whether its program, or one in a script that it hands on, would refuse a word or is not always the same.
  private static func mayHaveFindings(_ command: BoundCommand) -> Bool {
    if command.isHandedPlaced { return true }
    guard let invocation = command.invocation else { return false }
    return !invocation.findings.isEmpty || !invocation.dated.isEmpty
  }

  /// A command, and those of the script that it hands to a shell in one word.
  private static func withHanded(_ command: PageCommand) -> [PageCommand] {
    guard command.command.isHandedPlaced, let handed = command.command.handed else {
      return [command]
    }
    return [command]
      + PageCommand.list(handed, command.block, command.section).flatMap(withHanded)
  }

  /// - Parameter cuts: where comments cut commands off; what these lack may stand in the next line.
  private static func findings(
    of command: PageCommand, cuts: Set<Int>
  ) -> [(Invocation.Finding, PageCommand)] {
    (command.command.invocation?.findings ?? []).filter {
      !($0.kind.isOfAbsence && cuts.contains(command.command.range.upperBound))
    }.map { ($0, command) }
  }

  /// What prose mentions is often part of a command: only words that are wrong in any command count.
  private static func findings(in mentions: [BoundCommand]) -> [(Invocation.Finding, PageCommand)] {
    mentions.flatMap { command -> [(Invocation.Finding, PageCommand)] in
      let findings = (command.invocation?.findings ?? []).filter {
        switch $0.kind {
        case .unknownVerb, .unknownOption, .earlyOption: true
        default: false
        }
      }
      guard !findings.isEmpty else { return [] }
      let mention = PageCommand(command, nil, nil, outer: [])
      return findings.map { ($0, mention) }
    }
  }
}

extension PageContext {
  var stepCommands: [PageCommand] { pageCommands.steps }
  var commands: [PageCommand] { pageCommands.all }
  var commandFindings: [(finding: Invocation.Finding, command: PageCommand)] {
    pageCommands.findings
  }
  var datedWords: [(word: DatedWord, command: PageCommand)] { pageCommands.dated }

  /// Where the page's title stands, or its first bytes when the page does not say it.
  var titleRange: SourceRange {
    let range = draft.metadata.title.range
    return range.file == file.path ? range : self.range(0..<0)
  }
}

/// Tells lines that a shell would run from what is, more likely, something that a program printed.
struct OutputLines {
  private let file: SourceFile
  private var line: (number: Int, isOutput: Bool) = (-1, false)

  init(_ file: SourceFile) { self.file = file }

  mutating func holds(_ command: PageCommand) -> Bool {
    guard let block = command.block, block.kind != .transcript, block.kind != .inferred else {
      return false
    }
    if block.foreign != nil { return true }
    let start = command.command.range.lowerBound
    let number = file.lines.line(at: start)
    if number != line.number {
      line = (number, ForeignText.ofLine(at: start, in: file) != nil)
    }
    return line.isOutput
  }
}
