import RunbookChecks
import RunbookCommands
import RunbookModel

/// Takes code blocks apart into what is typed one after the other.
enum BlockActs {
  typealias Act = PageProcedure.Act

  /// Blocks with these labels show what a program prints, or a picture.
  private static let shown: Set<String> = [
    "", "text", "txt", "output", "out", "log", "logs", "plain", "plaintext", "mermaid", "plantuml",
    "puml", "dot", "graphviz", "d2", "math", "promql", "diff",
  ]

  static func of(
    _ block: CommandBlock, in place: (block: Int, step: Int?), _ lines: LineTable
  ) -> [Act] {
    func act(
      _ kind: Act.Kind, _ text: String, _ commands: [BoundCommand], _ effect: Effect?,
      at offset: Int
    ) -> Act {
      Act(
        kind: kind, text: text, commands: commands.map(CommandWords.init),
        context: block.context?.value,
        effect: block.code.declaredEffect.map { max($0, effect ?? $0) } ?? effect,
        isDeclaredDestructive: block.code.declaredEffect == .destructive, block: place.block,
        step: place.step, line: lines.line(at: offset))
    }
    if !block.powerShell.isEmpty && block.scripts.isEmpty {
      return typedLines(block.code, comment: "#").map {
        act(.powerShell, $0.text, [], block.effect, at: $0.offset)
      }
    }
    guard block.scripts.allSatisfy({ $0.errors.isEmpty && $0.opaque.isEmpty }) else {
      // What cannot be read can still be held against what it was.
      return typedLines(block.code, comment: "#").map {
        act(.shell, $0.text, [], block.effect, at: $0.offset)
      }
    }
    return block.scripts.flatMap { script in
      let writer = canonical(script, block.commands)
      return script.statements.map { statement in
        let commands = block.commands.filter { statement.range.contains($0.range.lowerBound) }
        let effect = commands.compactMap(\.effect).max()
        return act(
          .shell, writer.text(statement), commands, effect, at: statement.range.lowerBound)
      }
    }
  }

  /// The text of a script in the way in which acts are written; nil for one that is not sound.
  static func text(_ script: ShellScript, _ commands: [BoundCommand]) -> String? {
    guard script.errors.isEmpty && script.opaque.isEmpty else { return nil }
    return canonical(script, commands).text(script.statements)
  }

  /// What is neither a command nor shown to be read: a manifest, a statement of a database.
  static func content(_ code: CodeBlock, in place: (block: Int, step: Int?), line: Int) -> Act? {
    guard !shown.contains(code.language) else { return nil }
    let comment = ["sql", "mysql", "postgresql", "psql"].contains(code.language) ? "--" : "#"
    let text = typedLines(code, comment: comment).map(\.text).joined(separator: "\n")
    guard !text.isEmpty else { return nil }
    return Act(
      kind: .content(code.language), text: text, commands: [],
      context: code.attribute("in")?.value.text, effect: code.declaredEffect,
      isDeclaredDestructive: code.declaredEffect == .destructive, block: place.block,
      step: place.step, line: line)
  }

  private static func canonical(_ script: ShellScript, _ commands: [BoundCommand]) -> CanonicalText
  {
    let bound = Dictionary(
      commands.map { ($0.range.lowerBound, CommandWords($0)) },
      uniquingKeysWith: { first, _ in first })
    return CanonicalText(script) { simple in
      simple.words.first.flatMap { spell(at: $0.range.lowerBound, bound) }
    }
  }

  /// The words of a command, and in their place those of the command that it runs.
  private static func spell(at offset: Int, _ bound: [Int: CommandWords]) -> [String]? {
    guard let command = bound[offset] else { return nil }
    return [command.program]
      + command.words.flatMap { word -> [String] in
        guard case .inner(let inner) = word else { return [word.text] }
        return inner > offset ? spell(at: inner, bound) ?? [] : []
      }
  }

  /// The lines of a block that say something, without the spaces at their ends.
  private static func typedLines(_ code: CodeBlock, comment: String) -> [(
    text: String, offset: Int
  )] {
    code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      let words = line.drop(while: \.isWhitespace)
      guard !words.isEmpty, !words.hasPrefix(comment) else { return nil }
      let offset =
        number < code.lineOffsets.count ? code.lineOffsets[number] : code.lineOffsets.last ?? 0
      return (String(line), offset)
    }
  }
}
