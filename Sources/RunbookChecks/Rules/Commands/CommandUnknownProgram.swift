import RunbookCommands
import RunbookModel

enum CommandUnknownProgram {
  private static let config = (
    path: "runbookgen.yml",
    text: "contexts:\n  host:\n    title: Host\n    programs: [host-ctl]\n"
  )

  static let rule = Rule(
    "command-unknown-program", .info, "a command runs a program that nothing describes",
    rationale: """
      Its verbs, options and values are not checked, and nobody knows whether it only reads. Describe
      it in a YAML file of the folder that `directories.programs` names, or list it among the
      `programs` of the context that has it. Each name is told once for a page.
      """,
    passing: [
      Rule.Example(
        "```bash\njournalctl -u kubelet\ncd /x && exit 1\n./deploy.sh\n$TOOL --fast\n<tool> --fast\n```"
      ),
      Rule.Example("```bash\ncount_files() {\n  journalctl\n}\ncount_files\n```"),
      Rule.Example(files: [("content/page.md", "```bash\nhost-ctl --fast\n```"), config]),
      Rule.Example("```bash\njournalctl\nName:   first\nEvents  <none>  x\n```"),
    ],
    failing: [
      Rule.Example("```bash\n▸aws sagemaker list-models\n```"),
      Rule.Example("```bash\n▸spinup --fast\nspinup\n```\n\n```console\n$ ▸wind_down\nspinup\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let unknown = context.commands.filter {
      $0.command.invocation == nil && !builtins.contains($0.command.name ?? "")
    }
    guard !unknown.isEmpty else { return }
    var seen = builtins.union(
      context.config.contexts.flatMap { $0.programs.union($0.inferred).union($0.absent.keys) })
    var output = OutputLines(context.file)
    let names = context.config.programs.names
    for command in unknown {
      guard let word = command.command.words.first, let program = command.command.name else {
        continue
      }
      guard !seen.contains(program), isProgram(program, as: word.literal ?? ""),
        let name = undescribed(program, command.command.words, names), !seen.contains(name),
        !output.holds(command)
      else { continue }
      seen.insert(name)
      let near = name == program ? nearest(to: name, names) : nil
      diagnostics.append(
        context.finding(
          rule, at: word.range,
          "no schema describes `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
          explanation: "Its commands are not checked. Describe it in the folder that "
            + "`directories.programs` names, or list it among a context's `programs`."))
    }
  }

  /// The program, or its service, if the program has a schema for each of them.
  private static func undescribed(
    _ program: String, _ words: ArraySlice<ShellWord>, _ names: [String]
  ) -> String? {
    guard names.contains(program) else { return program }
    return words.dropFirst().first?.literal.map { "\(program) \($0)" }
  }

  /// What a shell does by itself; programs of these names would have the same meaning.
  private static let builtins: Set = [
    ".", ":", "[", "alias", "bg", "bind", "break", "builtin", "caller", "cd", "command", "compgen",
    "complete", "compopt", "continue", "declare", "dirs", "disown", "echo", "enable", "eval",
    "exec",
    "exit", "export", "false", "fc", "fg", "getopts", "hash", "help", "history", "jobs", "kill",
    "let", "local", "logout", "mapfile", "popd", "printf", "pushd", "pwd", "read", "readarray",
    "readonly", "return", "set", "shift", "shopt", "source", "suspend", "test", "times", "trap",
    "true", "type", "typeset", "ulimit", "umask", "unalias", "unset", "wait",
  ]

  /// Whether a word may be the name of a program that is installed somewhere. A script beside the
  /// reader is none, nor is what output starts with.
  private static func isProgram(_ name: String, as written: String) -> Bool {
    guard let first = name.utf8.first, first.isAlphanumeric || first == UInt8(ascii: "_") else {
      return false
    }
    if written.contains("/") && !written.hasPrefix("/") { return false }
    return name.utf8.allSatisfy { $0.isAlphanumeric || $0.isOne(of: "_-.+@") }
      && name.utf8.contains { $0.isAlphanumeric && !(0x30...0x39).contains($0) }
  }

  private static func nearest(to name: String, _ known: [String]) -> String? {
    guard name.utf8.count > 3 else { return nil }
    return known.first {
      abs($0.utf8.count - name.utf8.count) <= 1
        && NearestName.distance(Array($0.utf8), Array(name.utf8)) == 1
    }
  }
}
