import RunbookCommands
import RunbookModel
import Testing

@Suite("Transcripts")
struct TranscriptTests {
  /// `prompt>command>output lines`, with `⏎` for a line end.
  private func dump(_ text: String, _ prompts: [String] = []) -> [String] {
    let bytes = Array(text.utf8)
    func slice(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func visible(_ text: String) -> String {
      String(text.map { $0.isNewline ? "⏎" : $0 })
    }
    let transcript = Transcript.split(ShellSource(inline: text, at: 0), prompts: prompts)
    let preamble = transcript.preamble.map { "… " + slice($0) }
    return preamble
      + transcript.entries.map { entry in
        #expect(slice(entry.prompt) == entry.promptText)
        let output = entry.output.map { " → " + slice($0) }.joined()
        return "\(entry.promptText) | \(visible(entry.command.text))\(output)"
      }
  }

  static let cases: [(String, [String])] = [
    ("$ a\nout\n$ b", ["$ | a⏎ → out", "$ | b"]),
    ("before\n$ a", ["… before", "$ | a"]),
    ("$ a \\\n  --b\nout", ["$ | a \\⏎  --b⏎ → out"]),
    ("$ a \\\n> --b\nout\n", ["$ | a \\⏎--b⏎ → out"]),
    ("$ a 'b\n> c'\nout", ["$ | a 'b⏎c'⏎ → out"]),
    ("$ a \"b\nc\"\nout", ["$ | a \"b⏎c\"⏎ → out"]),
    ("$ cat <<E\n> x\n> E\nx", ["$ | cat <<E⏎x⏎E⏎ → x"]),
    ("$ cat <<E\nx\nE\nx", ["$ | cat <<E⏎x⏎E⏎ → x"]),
    ("$ for i in a; do\n>   b\n> done\nx", ["$ | for i in a; do⏎  b⏎done⏎ → x"]),
    ("$ a |\n> b\nx", ["$ | a |⏎b⏎ → x"]),
    ("$ curl -v x\n> GET /\n< 200\n", ["$ | curl -v x⏎ → > GET / → < 200"]),
    ("$ a 'b\nout\nmore\n$ c", ["$ | a 'b⏎ → out → more", "$ | c"]),
    ("$ cat <<E\nout\n$ c", ["$ | cat <<E⏎ → out", "$ | c"]),
    ("$ a # b\nx", ["$ | a # b⏎ → x"]),
    ("$ a; b\nx", ["$ | a; b⏎ → x"]),
    ("PS C:\\> a 'C:\\'\nit's", ["PS C:\\> | a 'C:\\'⏎ → it's"]),
    ("PS> a {\n>>   b\n>> }\nx", ["PS> | a {⏎  b⏎}⏎ → x"]),
    (
      "PS C:\\> a \"C:\\d\\\"\nx\nPS> b `\n>> -c\ny",
      [
        "PS C:\\> | a \"C:\\d\\\"⏎ → x", "PS> | b `⏎-c⏎ → y",
      ]
    ),
    ("[host-1]: PS C:\\a> b\nx", ["[host-1]: PS C:\\a> | b⏎ → x"]),
    ("$\n$ a", ["$ | ⏎", "$ | a"]),
    ("$", ["$ | "]),
    ("$HOME is set\n$a\n$(x)", ["… $HOME is set", "… $a", "… $(x)"]),
    ("# comment\n# other", ["… # comment", "… # other"]),
    ("% a\nx\n% b", ["% | a⏎ → x", "% | b"]), ("$ a\n  % Total", ["$ | a⏎ →   % Total"]),
    ("user@host:~# a\nx", ["user@host:~# | a⏎ → x"]),
    ("core@ip-10-0-0-1:/var/log$ a", ["core@ip-10-0-0-1:/var/log$ | a"]),
    ("[user@host dir]$ a", ["[user@host dir]$ | a"]),
    ("[ssm-user@control]$ a", ["[ssm-user@control]$ | a"]),
    ("[root@admin]# a\n", ["[root@admin]# | a⏎"]),
    ("[ -f x ] && y\n[0]# ", ["… [ -f x ] && y", "[0]# | "]),
    ("sh-4.4# a", ["sh-4.4# | a"]),
    ("bash-5.2$ a", ["bash-5.2$ | a"]),
    ("/ # a\n~ $ b", ["/ # | a⏎", "~ $ | b"]),
    ("(venv) $ a", ["(venv) $ | a"]),
    ("(a) b", ["… (a) b"]),
    ("PS C:\\Users> a", ["PS C:\\Users> | a"]),
    ("  $ a\n  x", ["$ | a⏎ →   x"]),
    ("$ a\r\nx\r\n$ b\r\n", ["$ | a⏎ → x\r", "$ | b⏎"]),
  ]

  @Test(arguments: cases)
  func splits(_ text: String, _ expected: [String]) { #expect(dump(text) == expected) }

  @Test("Declared prompts are known, with or without their last blank")
  func declared() {
    #expect(dump("# a\nx", ["# "]) == ["# | a⏎ → x"])
    #expect(dump("% a\nmysql> b", ["%", "mysql> "]) == ["% | a⏎", "mysql> | b"])
    #expect(dump("bash-5.2# a", ["bash-5.2#"]) == ["bash-5.2# | a"])
    #expect(dump("#a", ["# "]) == ["… #a"])
  }

  @Test("An error in a command lies in the command, at its place in the page")
  func errorPlace() throws {
    let transcript = Transcript.split(
      ShellSource("$ a\n$ b \\\n> \"c\nout\n", lineOffsets: [10, 20, 30, 40]))
    let entry = try #require(transcript.entries.last)
    #expect(entry.script.errors.map(\.range) == [32..<33])
    #expect(entry.continuationPrompts == [30..<32])
    #expect(entry.output == [40..<43])
    #expect(transcript.entries.allSatisfy { !$0.isForeign })
  }

  static let prompts: [(String, String)] = [
    ("u@h ~ $ a", "u@h ~ $"), ("u@h ~/x/y $ a", "u@h ~/x/y $"), ("u@h dir $ a", "u@h dir $"),
    ("u@h $ a", "u@h $"), ("root@h ~ # a", "root@h ~ #"), ("root@h /etc # a", "root@h /etc #"),
    ("u@mac dir % a", "u@mac dir %"), ("u@mac ~ % a", "u@mac ~ %"),
    ("u@h:~/x (main)$ a", "u@h:~/x (main)$"), ("u@h:~/x (main) $ a", "u@h:~/x (main) $"),
    ("u@h ~/x (fix/a-1) # a", "u@h ~/x (fix/a-1) #"), ("~/x$ a", "~/x$"), ("/srv/x$ a", "/srv/x$"),
    ("repo/bin$ ./a", "repo/bin$"), ("client$ a", "client$"), ("db-01.gstg $ a", "db-01.gstg $"),
    ("node-1        $ a", "node-1        $"), ("host ~ ➜ a", "host ~ ➜"),
    ("host ~/x ✖ a", "host ~/x ✖"), ("❯ a", "❯"), ("➜ a", "➜"), ("λ a", "λ"),
    ("➜  ~ a", "➜  ~"), ("➜  infra git:(main) a", "➜  infra git:(main)"),
    ("➜  infra git:(fix/x) ✗ a", "➜  infra git:(fix/x) ✗"),
  ]

  @Test("Prompts of hosts, directories and themes", arguments: prompts)
  func prompt(_ line: String, _ expected: String) {
    #expect(dump(line) == ["\(expected) | \(line.hasSuffix("./a") ? "./a" : "a")"])
  }

  static let noPrompts = [
    "US$ 5", "a.log$", "a.log$ ", "cost-1: $ 5", "price $ 5", "u@h # owner", "u@h owner # x",
    "u@h,v@h $ x", "➜", "  ➜  Local: http://localhost", "➜  Local: http://x", "➜x", "echo-x $ a",
    "➜  infra git:(main", "❯", "u@h ~ % ", "reboot # now", "node-1 # a", "u@h 100 %",
  ]

  @Test("What is no prompt", arguments: noPrompts)
  func noPrompt(_ line: String) {
    #expect(dump(line) == ["… \(line)"])
  }

  static let kinds: [(String, String, BlockKind)] = [
    ("bash", "a", .script), ("sh", "$ a\nx", .transcript), ("SHELL", "a", .script),
    ("zsh", "% a", .transcript), ("bash", "a\n% b", .script), ("", "% a", .other),
    ("ksh", "# a", .script), ("console", "$ a", .transcript),
    ("console", "a", .unprompted), ("shell-session", "sh-4.4# a", .transcript),
    ("terminal", "", .unprompted), ("", "a", .other), ("", "$ a", .transcript),
    ("", "x\n  $ a", .transcript), ("yaml", "$ a", .other), ("text", "$ a", .other),
    ("bash", "# comment\na", .script), ("", "$a", .other),
  ]

  @Test("Kinds of blocks", arguments: kinds)
  func kind(_ language: String, _ text: String, _ expected: BlockKind) {
    #expect(BlockKind.of(language: language, text: text) == expected)
  }

  @Test("A declared prompt makes a transcript")
  func declaredKind() {
    #expect(BlockKind.of(language: "bash", text: "# a", prompts: ["# "]) == .transcript)
  }

  static let copies: [(String, String)] = [
    ("# why\na # b\n\nc \\\n  d\n", "a\nc \\\n  d\n"),
    ("cat <<E\n# data\n\nE\n# end", "cat <<E\n# data\n\nE\n"),
    ("a 'x\n# y\n\nz'", "a 'x\n# y\n\nz'\n"),
    ("a 'open # b\nc", "a 'open # b\nc"),
    ("a b   \n", "a b   \n"),
  ]

  @Test("What is copied from a script", arguments: copies)
  func copyable(_ text: String, _ expected: String) {
    #expect(CommandText.copyable(ShellSource(inline: text, at: 7)) == expected)
  }

  @Test("What is copied from a transcript")
  func copyableTranscript() {
    let text = "$ a # b\nout\n$ # c\n$ d \\\n> e\nout\n"
    let transcript = Transcript.split(ShellSource(inline: text, at: 3))
    #expect(CommandText.copyable(transcript) == "a\nd \\\ne\n")
  }
}
