import RunbookCommands
import RunbookModel
import Testing

/// Commands held against schemas. A case is a command and what the binder makes of it, in a line.
@Suite struct BinderTests {
  static let cases: [(command: String, result: String)] = [
    ("journalctl -u kubelet -f", "read endless -u=kubelet -f"),
    ("journalctl -fu kubelet", "read endless -f -u=kubelet"),
    ("journalctl -xeu kubelet --no-pager", "read -x -e -u=kubelet --no-pager"),
    ("journalctl -b -1 -n 50", "read -b=-1 -n=50"),
    ("journalctl -b", "read -b"), ("journalctl -n50", "read -n=50"),
    ("journalctl --unit=kubelet --lin 5", "read --unit=kubelet --lin=5"),
    ("journalctl -u", "read -u ! missing value of -u"),
    ("journalctl -u <unit> --since \"$X\"", "read -u=<unit> --since=$X"),
    ("journalctl --foo", "read ! unknown option --foo"),
    ("kubectl drain \\ ", "destructive drain"), ("uptime \\ ", "read"),
    ("kubectl --contxt prod delete pod x", "destructive delete | pod x ! unknown option --contxt"),
    (
      "kubectl --contxt=prod delte pod", "read | pod ! unknown option --contxt ! unknown verb delte"
    ),
    ("kubeadm init --pod-cidr 1.2.3.0/24", "write init ! unknown option --pod-cidr"),
    ("journalctl -fz", "read endless -f ! unknown option -z"),
    ("journalctl --vacuum-time=2d", "destructive --vacuum-time=2d"),
    ("journalctl _PID=1 -f", "read endless -f | _PID=1"),
    ("journalctl --follow=yes", "read endless --follow=yes ! --follow takes no value"),
    ("journalctl -- -f", "read | -f"),
    ("journalctl $OPTS -u", "read -u | $OPTS"),
  ]

  @Test(arguments: cases) func binds(_ command: String, _ result: String) throws {
    let script = ShellScript.parse(ShellSource(inline: command, at: 0))
    let words = try #require(script.simpleCommands.first?.words)[...]
    let program = try #require(ProgramLibrary().program(for: words))
    #expect(summary(Binder.bind(words, to: program)) == result)
  }

  /// A command counts as judged only if no word was passed over.
  @Test(arguments: [
    ("journalctl -u kubelet -f", true), ("kubectl get pods -n x", true),
    ("kubectl get --foo", true),
    ("kubectl <verb> pods", false), ("gcloud compute list", false),
    ("systemctl status <unit>", true),
  ])
  func knowsWhatWasPassedOver(_ command: String, _ isJudged: Bool) throws {
    let script = ShellScript.parse(ShellSource(inline: command, at: 0))
    let words = try #require(script.simpleCommands.first?.words)[...]
    let program = try #require(ProgramLibrary().program(for: words))
    #expect(Binder.bind(words, to: program).isJudged == isJudged)
  }

  @Test func everySynopsisIsWellFormed() throws {
    for entry in ProgramCatalog.all {
      let program = try #require(entry.load([]), "\(entry.names)")
      #expect(program.problem == nil, "\(entry.names)")
    }
  }
}

/// What the binder found, in one line.
func summary(_ invocation: Invocation) -> String {
  var parts = [invocation.effect.rawValue]
  parts += invocation.verbs.dropFirst().map(\.text)
  if invocation.isEndless { parts.append("endless") }
  if invocation.isInteractive { parts.append("interactive") }
  parts += invocation.options.map { option in
    option.name.text + (option.value.map { "=" + $0.display } ?? "")
  }
  if !invocation.operands.isEmpty { parts += ["|"] + invocation.operands.map(\.display) }
  if let nested = invocation.nested {
    let place =
      switch nested.place {
      case .same: "same"
      case .entered: "entered"
      case .elsewhere: "elsewhere"
      case .named: "in \(nested.placeName ?? "?")"
      }
    parts += ["->", place + ":"] + nested.words.map(\.display)
  }
  for finding in invocation.findings { parts += ["!", text(finding.kind)] }
  return parts.joined(separator: " ")
}

func text(_ kind: Invocation.Finding.Kind) -> String {
  switch kind {
  case .unknownVerb(let name, _): "unknown verb \(name)"
  case .missingVerb: "missing verb"
  case .unknownOption(let name, _): "unknown option \(name)"
  case .earlyOption(let name, let verb): "\(name) before \(verb)"
  case .missingValue(let option): "missing value of \(option)"
  case .unexpectedValue(let option): "\(option) takes no value"
  case .badValue(let value, let wanted): "\(value) is not \(wanted)"
  case .missingOperand(let name): "missing operand \(name)"
  case .surplusOperand(let name): "surplus operand \(name)"
  case .missingOption(let name): "missing option \(name)"
  case .conflict(let name, let other): "\(name) conflicts with \(other)"
  case .deprecated(let name, let replacement): "\(name) is now \(replacement)"
  case .repeated(let name, let value): "\(name) \(value) twice"
  }
}
