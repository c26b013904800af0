import Testing

@testable import RunbookCommands

/// Programs that nobody has, with help in the manner of each library.
@Suite struct LearningTests {
  /// What is learnt, as a synopsis. The help of each verb is found by its words.
  private func learn(_ name: String, _ pages: [String: String]) throws -> (
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

  @Test func argparse() throws {
    let learnt = try learn(
      "ship",
      [
        "": """
        usage: ship [-h] [--region REGION] [-v] {deploy,undo} ...

        Ships what is built.

        positional arguments:
          {deploy,undo}
            deploy              ship a release
            undo                go back to the release before

        options:
          -h, --help            show this help message and exit
          --region REGION       where, such as
                                --region north
          -v, --verbose
        """,
        "deploy": """
        usage: ship deploy [-h] --to {test,live} [--tag KEY VALUE] [--only HOST [HOST ...]]
                           release [notes ...]

        positional arguments:
          release
          notes

        options:
          -h, --help            show this help message and exit
          --to {test,live}
          --tag KEY VALUE
          --only HOST [HOST ...]
        """,
        "undo": """
        usage: ship undo [-h] [--list] [--format {json,text}]

        options:
          -h, --help            show this help message and exit
          --list                list the releases and exit
          --format {json,text}  how
        """,
      ])
    #expect(learnt.manner == "argparse")
    #expect(learnt.doubts == [])
    #expect(
      learnt.text == """
        ship {alone}
          -h --help {alone}
          --region=VALUE...
          -v --verbose
          deploy RELEASE [NOTES...]
            --to=VALUE(test|live)... {required}
            --tag=VALUE... {two}
            --only=VALUE... {many}
          undo
            --list {alone}
            --format=VALUE(json|text)...

        """)
  }

  @Test func click() throws {
    let learnt = try learn(
      "ledger",
      [
        "": """
        Usage: ledger [OPTIONS] COMMAND [ARGS]...

          Keeps the books.

        Options:
          --book PATH           Which book.  [required]
          --colour / --no-colour
          --help                Show this message and exit.

        Commands:
          post  Write an entry.
          run   Run a program with the book open.
        """,
        "post": """
        Usage: ledger post [OPTIONS] ACCOUNT [AMOUNT]...

        Options:
          -n, --count INTEGER RANGE  How often.  [1<=x<=9]
          --kind [debit|credit]
          --help                     Show this message and exit.
        """,
        "run": """
        Usage: ledger run [OPTIONS] PROGRAM [ARGS]...

        Options:
          --help  Show this message and exit.
        """,
      ])
    #expect(learnt.manner == "click")
    #expect(
      learnt.text == """
        ledger {alone}
          --book=VALUE:path... {required}
          --colour {negatable}
          --help {alone}
          post ACCOUNT [AMOUNT...]
            -n --count=VALUE:integer...
            --kind=VALUE...
          run [ARG...] {leading}

        """)
  }

  @Test func cobra() throws {
    let learnt = try learn(
      "fleet",
      [
        "": """
        Fleet looks after machines.

        Usage:
          fleet [command]

        Available Commands:
          help        Help about any command
          node        Work with nodes

        Flags:
          -c, --config string      file to read
          -h, --help               help for fleet
              --retries int        how often (default 3)
              --trace string[="cpu"]   what to trace

        Use "fleet [command] --help" for more information about a command.
        """,
        "node": """
        Work with nodes

        Usage:
          fleet node [command]

        Aliases:
          node, nodes

        Available Commands:
          drain       Move the work away
          exec        Run a command on a node

        Global Flags:
          -c, --config string      file to read

        Use "fleet node [command] --help" for more information about a command.
        """,
        "node drain": """
        Usage:
          fleet node drain NODE [flags]

        Flags:
          -v, --loud n        be loud, may be given many times
              --wait duration   how long
        """,
        "node exec": """
        Usage:
          fleet node exec NODE [COMMAND] [ARG...] [flags]

        Flags:
          -t, --tty   with a terminal
        """,
      ])
    #expect(learnt.manner == "cobra")
    #expect(
      learnt.doubts == ["not all could be read, or is listed elsewhere: `fleet node drain --help`"])
    #expect(
      learnt.text == """
        fleet {alone}
          -c --config=VALUE...
          -h --help {alone}
          --retries=VALUE:integer...
          --trace[=VALUE]...
          help [ARG...] {open}
          node|nodes {alone}
            drain [ARG...] {open}
              -v --loud[=VALUE]... {next}
              --wait=VALUE:duration...
            exec [ARG...] {leading}
              -t --tty

        """)
  }

  @Test func clap() throws {
    let learnt = try learn(
      "probe",
      [
        "": """
        Looks at machines

        Usage: probe [OPTIONS] <COMMAND>

        Commands:
          scan  Look at one machine [aliases: s]
          help  Print this message or the help of the given subcommand(s)

        Options:
          -q, --quiet...     Say less
              --depth <N>    How deep
          -h, --help         Print help
        """,
        "scan": """
        Usage: probe scan [OPTIONS] --level <LEVEL> <HOST> [PORTS]...

        Arguments:
          <HOST>      Which
          [PORTS]...  Where

        Options:
              --level <LEVEL>    How [possible values: low, high]
              --save[=<FILE>]    Keep it
              --depth <N>        How deep
          -h, --help             Print help
        """,
      ])
    #expect(learnt.manner == "clap")
    #expect(
      learnt.text == """
        probe
          -q --quiet
          --depth=VALUE...
          -h --help {alone}
          scan|s HOST [PORTS...]
            --level=VALUE(low|high)... {required}
            --save[=VALUE]...
          help [ARG...] {open}

        """)
  }

  @Test func urfave() throws {
    let learnt = try learn(
      "cellar",
      [
        "": """
        NAME:
           cellar - keeps bottles

        USAGE:
           cellar [global options] command [command options] [arguments...]

        COMMANDS:
           list, ls  shows the bottles
           help, h   Shows a list of commands or help for one command

           DANGER:
             drain  empties a shelf

        GLOBAL OPTIONS:
           --rack value, -r value  which rack (default: "north")
           --help, -h              show help
        """,
        "list": """
        NAME:
           cellar list - shows the bottles

        USAGE:
           cellar list [command options] [arguments...]

        OPTIONS:
           --year value [ --year value ]  which years
           --long, -l                     with everything
           --help, -h                     show help
        """,
      ])
    #expect(learnt.manner == "urfave/cli")
    #expect(learnt.doubts == ["was not read: `cellar drain --help`"])
    #expect(
      learnt.text == """
        cellar {alone} {plugins}
          -r --rack=VALUE...
          -h --help {alone}
          list|ls [ARG...]
            --year=VALUE...
            -l --long
          help|h [ARG...] {open}
          drain [ARG...] {open}

        """)
  }

  @Test func goFlag() throws {
    let learnt = try learn(
      "ticker",
      [
        "": """
        Usage of ticker:
          -every duration
            \thow often (default 1s)
          -loud
            \tsay more
          -max int
            \thow many
        """
      ])
    #expect(
      learnt.text == """
        ticker [ARG...]
          -every=VALUE:duration...
          -loud
          -max=VALUE:integer...

        """)
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
