import RunbookCommands
import RunbookModel

/// What several rules ask of a page, found once.
struct PageFacts: Sendable {
  /// The shell blocks without those that hold something else in truth.
  let shellBlocks: [CommandBlock]
  /// Every simple command of these.
  let simpleCommands: [SimpleCommand]
  /// Indices of the blocks that hold something else.
  let foreignBlocks: Set<Int>
  /// The rows of the quick references that are written by hand. Those that are made from the steps
  /// say nothing of their own.
  let quickReferenceRows: [QuickReferenceTable.Row]
  /// The commands of every quick reference.
  let quickReferenceCommands: [QuickReferenceTable.Command]
  /// What the shell blocks do with variables.
  let variables: VariableEvents
  let undeclaredPlaceholders: [ShellPlaceholders.Found]
  /// The runs of prose in which something is left that looks like markup.
  let plainText: [MaskedProse]

  init(_ draft: PageDraft) {
    let file = draft.page.file
    var blocks: [CommandBlock] = []
    var foreign: Set<Int> = []
    for block in draft.blocks {
      if block.foreign == nil {
        blocks.append(block)
      } else {
        foreign.insert(block.index)
      }
    }
    (shellBlocks, foreignBlocks) = (blocks, foreign)
    simpleCommands = blocks.flatMap(\.scripts).flatMap(\.simpleCommands)
    var rows: [QuickReferenceTable.Row] = []
    var commands: [QuickReferenceTable.Command] = []
    for table in draft.tables {
      guard case .quickReference(let reference) = table.content else { continue }
      if !table.declaration.isGenerated { rows += reference.rows }
      for row in reference.rows { commands += row.commands }
    }
    (quickReferenceRows, quickReferenceCommands) = (rows, commands)
    let scripts = blocks.lazy.filter { $0.kind != .powerShell }.flatMap(\.scripts)
    variables = VariableEvents(Array(scripts))
    undeclaredPlaceholders = ShellPlaceholders.undeclared(
      in: Array(scripts), declared: draft.metadata.inputs.map(\.name.value)
    ).filter { file.origins?.answers(for: $0.name, at: $0.piece.range.lowerBound) != true }
    plainText = draft.page.outline.prose.compactMap { MaskedProse($0, in: file) }
  }
}

extension PageContext {
  var shellBlocks: [CommandBlock] { facts.shellBlocks }
  /// The runs of prose in which something is left that looks like markup.
  var plainText: [MaskedProse] { facts.plainText }
  var quickReferenceRows: [QuickReferenceTable.Row] { facts.quickReferenceRows }
}
