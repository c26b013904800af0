import RunbookCommands
import RunbookModel

enum PlaceholderUnmarked {
  static let rule = Rule(
    "placeholder-unmarked", .info, "a value to fill in is not written as a placeholder",
    rationale: """
      `[namespace]` is a pattern to a shell, `{namespace}`, `%NAMESPACE%` and `__NAMESPACE__` are names like
      any other: a reader who copies the command works on something that is not there, and the form of
      the page does not ask for a value. Write `<namespace>`.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        """
        ```bash
        ls [a-f]* [abcd] file[hosts] && pip install uvicorn[standard] x [options]
        web [--dry-run] [max_wait] [fa183064-0953-4c93-880a-78b049a8846f]
        git diff HEAD@{upstream} && find . -exec rm {} + && echo a{one,two} ${name} "{name}"
        date +%H%M%S && openstack volume type show __DEFAULT__ && curl -w %{http_code}
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        kubectl get pods -n ▸[namespace] -l app=[service-name]
        kubectl logs -n ▸{namespace} deploy/web
        kubectl get pods -n ▸%NAMESPACE% --context=▸__CLUSTER__
        docker build -t web:▸[NEW VERSION TAG] .
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [Kind: [ByteRange]] = [:]
    for script in context.shellBlocks.flatMap(\.scripts) {
      for command in script.simpleCommands where command.name?.literal != "git" {
        let split = SplitPlaceholder.find(in: command.words[...])
        if !split.isEmpty { places[.split, default: []] += split }
        for (before, word) in zip(command.words, command.words.dropFirst()) {
          if let text = word.literal, !text.utf8.contains(where: marks.contains) { continue }
          for piece in word.pieces {
            guard case .text(let text) = piece.kind, piece.quoting == .none,
              text.utf8.contains(where: marks.contains)
            else { continue }
            let bytes = Array(text.utf8)
            for kind in Kind.allCases where bytes.contains(kind.mark) {
              guard let inner = kind.place(in: bytes),
                // What a synopsis has in brackets may be left out.
                kind != .bracket || inner.lowerBound > 0
                  || before.literal?.hasPrefix("-") == true
              else { continue }
              let start = piece.range.lowerBound + inner.lowerBound
              places[kind, default: []].append(start..<start + inner.count)
            }
          }
        }
      }
    }
    for kind in Kind.allCases {
      guard let found = places[kind]?.sorted(by: { $0.lowerBound < $1.lowerBound }),
        let first = found.first
      else { continue }
      let finding = context.finding(
        rule, atEach: found,
        "`\(context.file.text(first))` is a value to fill in, but no placeholder",
        explanation: kind.meaning + " Write `<name>`.")
      if let finding { diagnostics.append(finding) }
    }
  }

  private static let marks = ASCIISet("[{%_")

  private enum Kind: CaseIterable {
    case bracket, brace, percent, underscores, split

    /// What it begins with.
    var mark: UInt8 {
      switch self {
      case .bracket: UInt8(ascii: "[")
      case .brace: UInt8(ascii: "{")
      case .percent: UInt8(ascii: "%")
      case .underscores: UInt8(ascii: "_")
      case .split: 0
      }
    }

    var meaning: String {
      switch self {
      case .bracket: "A shell takes it for a pattern that matches one letter."
      case .split: "A shell makes several words of it."
      case .brace, .percent, .underscores: "A shell hands it on as it stands."
      }
    }

    private var marks: (open: String, close: String) {
      switch self {
      case .bracket: ("[", "]")
      case .brace: ("{", "}")
      case .percent: ("%", "%")
      case .underscores: ("__", "__")
      case .split: ("", "")
      }
    }

    /// The first one in a piece of a word that begins the piece, or what follows `=`, `:`, `/` or `,`, and
    /// that ends with it or before one of these.
    func place(in bytes: [UInt8]) -> Range<Int>? {
      let (open, close) = (Array(marks.open.utf8), Array(marks.close.utf8))
      let joints = Array("=:/,".utf8)
      for start in bytes.indices
      where (start == 0 || joints.contains(bytes[start - 1])) && bytes[start...].starts(with: open)
      {
        let first = start + open.count
        let name = bytes[first...].prefix { isPart($0) }
        // Two underscores end a name that underscores are a part of.
        let end = self == .underscores ? name.endIndex - 2 : name.endIndex
        guard end > first + 2, bytes[end...].starts(with: close), isName(bytes[first..<end]) else {
          continue
        }
        let after = end + close.count
        guard after == bytes.count || joints.contains(bytes[after]) else { continue }
        return start..<after
      }
      return nil
    }

    private func isPart(_ byte: UInt8) -> Bool {
      byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private func isName(_ name: ArraySlice<UInt8>) -> Bool {
      let text = String(decoding: name, as: UTF8.self)
      let letters = name.filter { $0.isAlphanumeric && $0 > UInt8(ascii: "9") }
      switch self {
      case .percent, .underscores:
        return letters.allSatisfy { $0 < UInt8(ascii: "a") } && letters.count > 2
          && !["DEFAULT", "ALL", "NONE", "INIT", "MAIN", "FILE", "LINE"].contains(text)
      case .split: return false
      case .bracket, .brace:
        let parts = text.split { $0 == "-" || $0 == "_" }
        guard letters.allSatisfy({ $0 >= UInt8(ascii: "a") }), letters.count > 3,
          letters.count + parts.count - 1 == name.count,
          parts.allSatisfy({ $0.utf8.count > 1 })
        else { return false }
        // A set of letters names none twice; a synopsis has its own words for what may be left out.
        return self == .brace
          || (parts.count > 1 || Set(letters).count < letters.count)
            && !["option", "options", "command", "commands", "args", "arguments", "flags"].contains(
              text)
      }
    }
  }
}
