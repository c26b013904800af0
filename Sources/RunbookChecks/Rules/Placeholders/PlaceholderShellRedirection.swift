import RunbookCommands
import RunbookModel

enum PlaceholderShellRedirection {
  static let rule = Rule(
    "placeholder-shell-redirection", .info,
    "pasted as it is, a placeholder makes the shell read and write files",
    rationale: """
      To a shell `kubectl delete pod <name> -n prod` means: read the file `name`, write to the file
      `-n`, and delete the pod `prod`. An input that the page declares is filled in by the wiki, in
      quotes, and never reaches a shell like this. Each name is reported once.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        """
        ---
        inputs: {node: {type: k8s-name}}
        ---
        ```bash
        kubectl drain <node>
        kubectl get pods "<pod>" && kubectl get svc | grep <none>
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        kubectl delete pod ▸<name> -n prod
        kubectl logs <name> ▸<a b> | sort
        ```
        ```console
        $ ls ▸<folder>/x
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    for found in context.facts.undeclaredPlaceholders
    where found.piece.quoting == .none && seen.insert(found.name).inserted {
      diagnostics.append(
        context.finding(
          rule, at: found.piece.range,
          "a shell takes `<\(found.name)>` for redirections: " + effect(found, context.file),
          explanation: "Declare `\(found.name)` under `inputs`: the wiki then asks for the value "
            + "and puts it here."))
    }
  }

  /// What a shell does with it: `<` reads the first word of the name, `>` writes to what follows.
  private static func effect(_ found: ShellPlaceholders.Found, _ file: SourceFile) -> String {
    let source = found.name.prefix { $0 != " " && $0 != "|" }
    let reads = "it reads the file `\(source)` and "
    guard let target = target(behind: found.piece.range.upperBound, file) else {
      return reads + "stops at the `>`"
    }
    return reads + "writes to the file `\(target)`"
  }

  /// The word behind the `>`, on the same line.
  private static func target(behind offset: Int, _ file: SourceFile) -> String? {
    let rest = file.bytes[min(offset, file.bytes.count)...]
      .drop { $0 == UInt8(ascii: " ") || $0 == 9 }
    let word = rest.prefix { !$0.isOne(of: " \t\r\n|&;()<>\\") }.prefix(60)
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}
