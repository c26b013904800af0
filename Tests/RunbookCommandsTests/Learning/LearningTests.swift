import Testing

@testable import RunbookCommands

/// Programs that nobody has, with help in the manner of each library.
@Suite struct LearningTests {
  /// What is learnt, as a synopsis. The help of each verb is found by its words.
  func learn(_ name: String, _ pages: [String: String]) throws -> (
    text: String, manner: String, doubts: [String]
  ) {
    var learner = ProgramLearner(name) { words in
      pages[words.joined(separator: " ")].map { HelpText($0) }
    }
    let result = learner.learn()
    let learnt = try #require(result)
    let text = Synopsis.text(learnt.program)
    // What is written down is what a description may hold.
    _ = try Synopsis.read(text, dialect: learnt.program.dialect, source: "")
    return (text, learnt.manner, learnt.doubts)
  }

  @Test func handWritten() throws {
    let learnt = try learn(
      "backup.sh",
      [
        "": """
        Usage: backup.sh [-n] [--to DIR] COMMAND

        Commands:
          start NAME    start a backup
          list          list backups

        Options:
          -n            change nothing
          -1 ("one")    only one
          --to=DIR      where
          --sign[=KEY]  sign it
        """
      ])
    #expect(learnt.manner == "hand-written help")
    #expect(
      learnt.text == """
        backup.sh [ARG...] {alone} {open}
          -n
          -1
          --to=VALUE...
          --sign[=VALUE]...
          start [ARG...] {open}
          list [ARG...] {open}

        """)
  }

  @Test func pageOfTheManual() throws {
    let learnt = try learn(
      "rotate",
      [
        "": """
        ROTATE(1)                General Commands                ROTATE(1)

        NAME
               rotate - turn logs over

        SYNOPSIS
               rotate [-f] [-s FILE] FILE

        OPTIONS
               -f, --force
                      Turn them over now. See -s below.

               -s FILE, --state=FILE
                      What was done.

        EXAMPLES
               -x is none of them

        1.0                        2026                        ROTATE(1)
        """
      ])
    #expect(learnt.manner == "manual page")
    #expect(
      learnt.text == """
        rotate [ARG...] {open}
          -f --force
          -s --state=VALUE...

        """)
  }

  @Test func specifications() throws {
    let usage = """
      // A comment
      name "Kiln"
      bin "kiln"
      flag "-v --verbose" help="say more" global=#true
      flag "--temp <degrees>" required=#true { choices "900" "1200" }
      cmd "fire" {
        alias "f"
        arg "<batch>"
        arg "[note]" var=true
        flag "--[no-]glaze"
      }
      /- cmd "gone"
      """
    #expect(
      Synopsis.text(try UsageSpecification.read(Array(usage.utf8), named: "kiln").program) == """
        kiln {alone}
          -v --verbose
          --temp=VALUE(900|1200)... {required}
          fire|f BATCH [NOTE...]
            --glaze {negatable}

        """)
    for broken in [
      "cmd \"a", "cmd {", "}", "/* x", "(", "(a", "cmd \\ x", "", "\"\"\"", "r#\"a", "cmd a=", "/-",
    ] {
      #expect(throws: KDLProblem.self, "\(broken)") {
        try UsageSpecification.read(Array(broken.utf8), named: "kiln")
      }
    }
  }

  // MARK: Text by strangers

  @Test func terminalCodesAreTakenOut() throws {
    let learnt = try learn(
      "neon",
      [
        "":
          "\u{1B}]0;title\u{07}\u{1B}[1mOptions:\u{1B}[0m\n  \u{1B}[32m--glow\u{1B}[0m  shine\n  -_\u{08}x  old\n"
      ])
    #expect(learnt.text == "neon [ARG...] {open}\n  --glow\n  -x\n")
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(HelpText([0x2D, 0x2D, 0x61, 0x00]) == nil)
    #expect(HelpText((0..<200).map { UInt8(0x80 + $0 % 0x40) }) == nil)
    #expect(HelpText([0x20, 0x2D, 0x61, 0xFF] + Array(repeating: 0x61, count: 40)) != nil)
  }

  /// Names, values and operands that a synopsis has another meaning for.
  @Test(arguments: [
    "  --a{write}  x", "  --a=B{c}  x", "  --#  x", "  --x(y|z)=[=]]  x", "  -=  x",
    "  --a|b=C|D  x",
    "  --\u{202E}evil  x", "  --a #b  x", "  --x={a b,c|d}  x", "  --x [A [B] ...  x", "  - -  x",
    "  --name=`id`  x", "  -a,,,-b;;--c  x", "  --x:integer  x", "  --x...=y...  x",
  ])
  func namesThatMeanSomethingElse(_ line: String) throws {
    for frame in ["Options:\n\(line)\n  --sound  x\n", "Commands:\n\(line)\n  a{b} x\n\n-s\n"] {
      for mark in [
        "", "-h, --help  show this help message and exit\n",
        "  --help  Show this message and exit.\n",
      ] {
        _ = try? learn("tool", ["": "usage: tool [-h] {a,b{c}} <x|y> [[z] ...\n" + frame + mark])
      }
    }
    let learnt = try learn("tool", ["": "Options:\n\(line)\n  --sound  x\n"])
    #expect(learnt.text.contains("--sound"))
  }

  @Test func verbsThatNameThemselvesEnd() throws {
    var asked = 0
    let help = """
      Usage: loop [OPTIONS] COMMAND [ARGS]...

      Options:
        --help  Show this message and exit.

      Commands:
        again  Once more.
        more   Once more.
      """
    var learner = ProgramLearner("loop") { words in
      asked += 1
      return HelpText(help + "\n  v\(words.count)  another\n")
    }
    let result = learner.learn()
    let learnt = try #require(result)
    #expect(asked <= 400)
    #expect(learnt.pages.count <= 400)
  }
}
