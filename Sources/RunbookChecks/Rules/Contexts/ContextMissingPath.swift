import RunbookCommands
import RunbookModel

enum ContextMissingPath {
  private static let config = (
    path: "runbookgen.yml",
    text: """
    contexts:
      host:
        absent_paths:
          /var/lib/kubelet/config.yaml: /etc/kubernetes/kubelet/config
          /etc/app: /opt/app
          /srv: There is no such volume; ask for one
      admin: {title: Admin}
    """
  )

  static let rule = Rule(
    "context-missing-path", .error, "a command names a path that is not there",
    rationale: """
      A path from another system looks right and is not there. A context lists under `absent_paths`
      such paths and what takes their place, for the path itself and all below it.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ```bash {in=host}
          cat /etc/kubernetes/kubelet/config /etc/apply /etc/app<suffix> x/etc/app
          echo /etc/app is gone
          scp node:/etc/app/settings .
          ```

          ```bash {in=admin}
          cat /var/lib/kubelet/config.yaml
          ```
          """
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          tables: [{under: quick, schema: quick-reference, context: Where}]
          ---
          ```bash {in=host}
          cat ▸/var/lib/kubelet/config.yaml "▸/etc/app/<name>/x"
          tool --config=▸/etc/app/a.yaml -d @▸/etc/app > ▸/srv/out
          ```

          # Quick

          | Task | Command | Where |
          |------|---------|-------|
          | Look | `ls ▸/etc/app/` | host |
          """
        ), config,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard context.config.contexts.contains(where: { !$0.absentPaths.isEmpty }) else { return }
    let rows = context.quickReferenceRows.flatMap(context.placedCommands)
    for command in context.draft.blocks.flatMap(\.commands) + rows {
      guard let place = command.context.flatMap(context.config.context),
        !place.absentPaths.isEmpty, command.name != "echo", command.name != "printf"
      else { continue }
      var seen: Set<Int> = []
      for word in words(of: command) {
        for found in AbsentPath.find(in: word, place.absentPaths, context.file)
        where seen.insert(found.range.lowerBound).inserted {
          diagnostics.append(finding(found, place, context))
        }
      }
    }
  }

  /// Arguments and the files of redirections, without what belongs to a command inside the command.
  private static func words(of command: BoundCommand) -> [ShellWord] {
    var arguments = command.words.dropFirst()
    if let nested = command.invocation?.nested, nested.words.startIndex > arguments.startIndex {
      arguments = arguments[..<min(nested.words.startIndex, arguments.endIndex)]
    }
    let files = command.redirections.filter { redirection in
      switch redirection.operator {
      case .read, .write, .append, .overwrite, .readWrite, .writeAll, .appendAll: true
      case .heredoc, .indentedHeredoc, .hereString, .duplicateInput, .duplicateOutput: false
      }
    }
    let values = command.invocation?.options.compactMap(\.value) ?? []
    return arguments + files.map(\.target) + values
  }

  private static func finding(
    _ found: AbsentPath, _ place: ContextDeclaration, _ context: PageContext
  ) -> Diagnostic {
    let summary = "there is no `\(found.path)` in the context `\(place.id.value)`"
    guard let right = found.rightPath else {
      return context.finding(rule, at: found.range, summary, explanation: found.advice)
    }
    let fix = Diagnostic.Fix(
      "Write `\(right)`", edits: found.edit.map { [.init($0, with: found.advice)] } ?? [])
    return context.finding(
      rule, at: found.range, summary, explanation: "Here it is `\(right)`.", fixes: [fix])
  }
}

/// A path of a word that a context says is not there.
struct AbsentPath {
  /// As far as its text is fixed.
  let path: String
  let range: ByteRange
  /// The declared part of it, where that stands in the page as it is.
  let edit: ByteRange?
  /// What the context says of it: another path, or a sentence.
  let advice: String
  /// The path to write, if there is one.
  let rightPath: String?

  static func find(in word: ShellWord, _ absent: [String: String], _ file: SourceFile)
    -> [AbsentPath]
  {
    let text = Array(word.leadingText.utf8)
    let isWhole = word.literal != nil
    let longest = absent.keys.map(\.utf8.count).max() ?? 0
    var found: [AbsentPath] = []
    for start in text.indices where text[start] == UInt8(ascii: "/") {
      guard start == 0 || text[start - 1].isOne(of: "=@,"),
        let key = key(of: text[start...].prefix(longest + 1), longest, absent, isWhole: isWhole),
        let advice = absent[key]
      else { continue }
      let path = text[start...].prefix { !isEnd($0) }
      found.append(AbsentPath(path, key, advice, in: word, file))
    }
    return found
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }

  /// The longest declared path that this one equals or lies below.
  ///
  /// - Parameter start: the start of the path, and one byte more than any declared path has.
  private static func key(
    of start: ArraySlice<UInt8>, _ longest: Int, _ absent: [String: String], isWhole: Bool
  ) -> String? {
    var path = start.prefix { !isEnd($0) }
    let isCut = path.count > longest
    // Of a name that is cut off, or filled in later, nobody knows how it goes on.
    if isCut && path.last != UInt8(ascii: "/") || !isWhole && path.endIndex == start.endIndex {
      path = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
    }
    while !path.isEmpty {
      let candidate = String(decoding: path, as: UTF8.self)
      if absent[candidate] != nil { return candidate }
      path = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
    }
    return nil
  }

  private init(
    _ path: ArraySlice<UInt8>, _ key: String, _ advice: String, in word: ShellWord,
    _ file: SourceFile
  ) {
    self.path = String(decoding: path, as: UTF8.self)
    self.advice = advice
    let source = file.bytes[word.range.clamped(to: 0..<file.bytes.count)]
    var place: Int?
    for start in source.indices where source[start] == UInt8(ascii: "/") {
      if source[start...].starts(with: path) {
        place = start
        break
      }
    }
    range = place.map { $0..<$0 + path.count } ?? word.range
    edit = place.map { $0..<$0 + key.utf8.count }
    rightPath =
      advice.hasPrefix("/") && !advice.contains(" ")
      ? advice + String(decoding: path.dropFirst(key.utf8.count), as: UTF8.self) : nil
  }
}
