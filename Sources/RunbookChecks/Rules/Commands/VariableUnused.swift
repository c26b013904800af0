import RunbookCommands
import RunbookModel

enum VariableUnused {
  static let rule = Rule(
    "variable-unused", .info, "a step captures a value that no step uses",
    rationale: """
      A value is captured in a variable so that nobody has to type it. If nothing uses it, either
      the step is left over, or the value is typed again by hand further down: `INSTANCE_ID=…` and
      then `--target <instance-id>`. Write `"$INSTANCE_ID"` there, or drop the variable and say where
      to read the value.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        """
        ```bash
        NODE=$(first) ZONE=a command
        POD=$(second) COUNT=0 UNIT=kubelet LIMIT=3
        export UNIT AWS_PROFILE=x
        echo "${POD}" '$LIMIT'
        KUBECONFIG=~/other
        (( COUNT + 1 ))
        SHOWN=$(pwd); echo "$SHOWN"
        PIPED=$(pwd); echo "$PIPED" | sh; sh <piped>
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        ▸NODE=$(kubectl get node -o name | head -1)
        ```
        """),
      Rule.Example(
        """
        ```bash
        ▸INSTANCE_ID=$(kubectl get node -o name | cut -d/ -f5)
        echo "Instance: $INSTANCE_ID"
        aws ssm start-session --target <instance-id>
        ```
        """),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let blocks = context.shellBlocks
    let events = context.facts.variables
    let bytes = context.file.bytes
    let statements = events.assignments.filter {
      $0.isStatement && !EnvironmentVariables.contains($0.name)
        // The rest of an address that an `&` cuts off.
        && ($0.range.lowerBound == 0 || bytes[$0.range.lowerBound - 1] != UInt8(ascii: "&"))
    }
    guard !statements.isEmpty, events.unknown == nil else { return }
    let uses = VariableMentions.uses(context)
    let shown = shownCounts(blocks)
    let typed = Retyped.all(blocks)
    var seen = argumentNames(blocks)
    for assignment in statements {
      let name = assignment.name
      guard uses[name, default: 0] == shown[name, default: 0], seen.insert(name).inserted else {
        continue
      }
      // Elsewhere the variable does not exist, and the value has to be typed.
      let place = blocks[blocks.lastIndex(before: assignment.offset)].context?.value
      let same = (typed[ValueName.key(name)] ?? []).filter {
        $0.piece.range.lowerBound >= assignment.offset && $0.context == place
      }
      guard !same.isEmpty || shown[name] == nil else { continue }
      diagnostics.append(finding(assignment, same, context))
    }
  }

  /// How often `echo` and `printf` show a variable, which is to read its value and not to use it.
  private static func shownCounts(_ blocks: [CommandBlock]) -> [String: Int] {
    var counts: [String: Int] = [:]
    let pipelines = blocks.flatMap(\.scripts).flatMap(\.statements).flatMap(\.pipelines)
    for pipeline in pipelines where pipeline.commands.count == 1 {
      guard case .simple(let command) = pipeline.commands[0], command.redirections.isEmpty,
        ["echo", "printf"].contains(command.name?.literal)
      else { continue }
      for piece in command.arguments.flatMap(\.pieces) {
        guard case .parameter(let expansion) = piece.kind else { continue }
        counts[expansion.name, default: 0] += 1
      }
    }
    return counts
  }

  /// Conservative: any argument counts that is spelt like the name, as in `export NODE`.
  private static func argumentNames(_ blocks: [CommandBlock]) -> Set<String> {
    var names: Set<String> = []
    for command in blocks.flatMap(\.scripts).flatMap(\.allCommands) {
      switch command {
      case .simple(let simple): names.formUnion(simple.arguments.compactMap(\.literal))
      case .compound(let compound):
        for word in compound.words {
          let parts = word.leadingText.utf8.split { !VariableEvents.isNameByte($0) }
          names.formUnion(parts.map { String(decoding: Array($0), as: UTF8.self) })
        }
      }
    }
    return names
  }

  private static func finding(
    _ assignment: VariableEvents.Assignment, _ typed: [Retyped], _ context: PageContext
  ) -> Diagnostic {
    let name = assignment.name
    guard let first = typed.first else {
      return context.finding(
        rule, at: assignment.range, "`\(name)` is set and never used",
        explanation: "Use it where its value belongs, or remove the assignment.")
    }
    let edits = typed.filter(\.isScript).compactMap { edit($0, name) }
    return context.finding(
      rule, at: assignment.range,
      "`\(name)` is captured and not used: `<\(first.name)>` is typed again by hand",
      explanation: "Write `\"$\(name)\"` in its place, or drop the variable.",
      notes: [.init("the same value, typed by hand", at: context.range(first.piece.range))],
      fixes: edits.isEmpty ? [] : [.init("Write `\"$\(name)\"`", edits: edits)])
  }

  private static func edit(_ typed: Retyped, _ name: String) -> Diagnostic.Fix.Edit? {
    switch typed.piece.quoting {
    case .none: .init(typed.piece.range, with: "\"$\(name)\"")
    case .double: .init(typed.piece.range, with: "${\(name)}")
    case .backslash, .single, .ansi, .localized, .heredoc: nil
    }
  }
}

/// A placeholder of a page's commands.
private struct Retyped {
  let name: String
  let piece: WordPiece
  let context: String?
  let isScript: Bool

  /// By what the name says, in the order of the page.
  static func all(_ blocks: [CommandBlock]) -> [String: [Retyped]] {
    var found: [String: [Retyped]] = [:]
    for block in blocks {
      let pieces = block.scripts.flatMap(\.allWords).flatMap(\.placeholders)
      for piece in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        guard case .placeholder(let name) = piece.kind else { continue }
        found[ValueName.key(name), default: []].append(
          Retyped(
            name: name, piece: piece, context: block.context?.value,
            isScript: block.kind == .script))
      }
    }
    return found
  }
}

extension [CommandBlock] {
  /// The last block that starts before an offset; the blocks stand in the order of the page.
  fileprivate func lastIndex(before offset: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
