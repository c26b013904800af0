import Testing

/// Help that libraries for command lines write.
extension LearningTests {
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
}
