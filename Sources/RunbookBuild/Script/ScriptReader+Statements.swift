import RunbookChecks
import RunbookCommands
import RunbookModel

extension ScriptReader {
  /// Indents statements, and puts before them what ShellCheck and `set -e` have to know.
  func indent(
    _ script: ShellScript, _ commands: [BoundCommand], in source: inout ScriptSource
  ) {
    let status = ScriptStatus(script, commands)
    let indent = "    "
    for comment in script.comments {
      let index = source.index(of: comment.lowerBound)
      let isInside = script.statements.contains { $0.range.contains(comment.lowerBound) }
      if !isInside, let start = source.lineStart(before: index) { source.insert(indent, at: start) }
    }
    var current: ScriptStatus.Relief?
    for statement in script.statements {
      keepGlobal(statement, in: &source)
      let index = source.index(of: statement.range.lowerBound)
      let directive = shellCheck.directive(for: statement, in: script)
      guard let start = source.lineStart(before: index) else {
        // A directive is a line of its own; the body of a here-document must not come apart from its line.
        if let directive, script.heredocs.isEmpty {
          source.insert("\n" + indent + directive + "\n" + indent, at: index)
        }
        continue
      }
      // Statements of one line share what holds for any of them.
      let wanted = script.statements.filter { other in
        let place = source.index(of: other.range.lowerBound)
        return place >= index && !source.bytes[index..<place].contains(0x0A)
      }.compactMap(status.relief).first
      if wanted != current {
        if let current { source.insert(indent + current.on + "\n", at: start) }
        if let wanted {
          source.insert(indent + "# \(wanted.reason).\n" + indent + wanted.off + "\n", at: start)
        }
        current = wanted
      }
      if let directive { source.insert(indent + directive + "\n", at: start) }
      source.insert(indent, at: start)
    }
    if let current {
      let hasLineEnd = source.bytes.last == 0x0A
      source.insert((hasLineEnd ? "" : "\n") + indent + current.on + "\n", at: source.bytes.count)
    }
  }

  /// What `declare` declares in a terminal is there for all that follows; in a function it is not.
  private func keepGlobal(_ statement: Statement, in source: inout ScriptSource) {
    for case .simple(let simple) in statement.pipelines.flatMap(\.commands) {
      guard let word = simple.name, ["declare", "typeset"].contains(word.literal),
        simple.arguments.allSatisfy({
          $0.literal.map { !$0.hasPrefix("-") || !$0.contains("g") && !$0.contains("p") } ?? true
        })
      else { continue }
      source.insert(" -g", at: source.range(of: word.range).upperBound)
    }
  }
}
