import RunbookCommands
import RunbookModel

/// Feeds the shell lexer, the transcript splitter, unification and the binder random and mutated text
/// and reports the slowest input. A crash ends the run; the seed and the number of the input find it
/// again.
///
///     swift run -c release fuzz [COUNT] [SEED]
@main struct Fuzz {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let count = Int(arguments.first ?? 1_000_000)
    let seed = arguments.dropFirst().first ?? 1
    var run = FuzzRun(seed: seed)
    let clock = ContinuousClock()
    let total = clock.measure {
      for number in 0..<count { run.step(number, clock) }
    }
    print("\(count) inputs with seed \(seed) in \(total), \(run.bytes) bytes")
    print("\(run.commands) commands, \(run.bound) bound, \(run.errors) syntax errors")
    print("slowest: input \(run.slowest.number), \(run.slowest.bytes) bytes in \(run.slowest.time)")
    let growth = Growth.worst(clock)
    print(
      "growth of time when the size doubles, worst of \(growth.shapes) shapes: \(growth.factor) (\(growth.shape))"
    )
    if growth.factor > 3.2 { print("superlinear") }
  }
}

struct FuzzRun {
  private var random: SplitMix
  private let seeds: [[UInt8]]
  private let library = ProgramLibrary()
  private(set) var bytes = 0
  private(set) var commands = 0
  private(set) var bound = 0
  private(set) var errors = 0
  private(set) var slowest = (number: 0, bytes: 0, time: Duration.zero)

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    seeds = Self.texts.map { Array($0.utf8) }
  }

  mutating func step(_ number: Int, _ clock: ContinuousClock) {
    let input = random.chance(4) ? noise() : mutated()
    bytes += input.count
    let text = String(decoding: input, as: UTF8.self)
    let time = clock.measure { check(text) }
    if time > slowest.time { slowest = (number, input.count, time) }
  }

  private mutating func check(_ text: String) {
    let source = ShellSource(inline: text, at: 0)
    let script = ShellScript.parse(source)
    errors += script.errors.count
    for command in script.simpleCommands {
      commands += 1
      let words = command.words[...]
      guard !words.isEmpty, let program = library.program(for: words) else { continue }
      let invocation = Binder.bind(words, to: program)
      bound += 1
      for finding in invocation.findings {
        precondition(finding.range.lowerBound <= finding.range.upperBound)
      }
    }
    _ = Transcript.split(source)
    let pattern = CommandPattern(script, nested: true)
    _ = CommandPattern(script, nested: false).occurrence(in: pattern)
    _ = BlockKind.of(language: "", text: text)
  }

  private mutating func noise() -> [UInt8] {
    let alphabet = Array("abc-=<>|&;(){}[]$`'\"\\ \n\t#!*?~%@:/.,0123é".utf8)
    return (0..<random.below(200)).map { _ in
      random.chance(10) ? UInt8(random.below(256)) : alphabet[random.below(alphabet.count)]
    }
  }

  private mutating func mutated() -> [UInt8] {
    var text = seeds[random.below(seeds.count)]
    for _ in 0..<(1 + random.below(8)) {
      let place = random.below(text.count + 1)
      switch random.below(5) {
      case 0: text.insert(UInt8(random.below(256)), at: place)
      case 1 where place < text.count: text.remove(at: place)
      case 2:
        let other = seeds[random.below(seeds.count)]
        text.insert(contentsOf: other.prefix(random.below(other.count + 1)), at: place)
      case 3 where place < text.count:
        let end = min(text.count, place + random.below(12))
        text.insert(contentsOf: Array(text[place..<end]), at: place)
      default:
        let marks = Array("\"'`$({[<|&;\\\n".utf8)
        text.insert(marks[random.below(marks.count)], at: place)
      }
    }
    return text
  }

  private static let texts = [
    "kubectl get pods -n <namespace> -o jsonpath='{.items[*].metadata.name}' | tr ' ' '\\n'",
    "aws ssm start-session --target <instance-id> --region \"$REGION\" && echo \"done: $?\"",
    "for n in $(kubectl get nodes -o name); do\n  kubectl drain \"$n\" --ignore-daemonsets || break\ndone",
    "cat <<EOF > file\n$USER <name>\nEOF\njournalctl -xeu kubelet -n 50 --no-pager 2>&1 | tail",
    "if [[ -f /etc/x && $a == b* ]]; then source /etc/x; else exit 1; fi",
    "$ sudo -u root sheltie journalctl -u kubelet\nJan 1 kubelet started\n$ exit",
    "case \"$1\" in a|b) echo ${X:-y};; *) (cd /tmp; ls -la) ;; esac",
    "f() { local x=$((1 + 2)); printf '%s\\n' \"${arr[@]}\" >&2; }; f <(sort a) < b",
    "tar xzf a.tgz -C /tmp; find / -name '*.log' -mtime +7 -exec rm {} \\; ; ps aux | grep -v grep",
    "openssl x509 -in $'/a\\tb' -noout -text | awk -F: '{print $1}' | sort -k2,2nr | head -5",
  ]
}

/// Inputs of one shape in two sizes.
enum Growth {
  static func worst(_ clock: ContinuousClock) -> (factor: Double, shape: String, shapes: Int) {
    let shapes = [
      "$(", "`", "\"", "'", "<a>", "<", "((", "{ ", "a|", "if x;", "<<E\n", "\\\n", "${", "a ",
      "'a' ",
    ]
    var worst = (factor: 0.0, shape: "")
    for shape in shapes {
      let factor =
        (0..<3).map { _ in
          time(shape, 40_000, clock) / max(time(shape, 20_000, clock), 1e-9)
        }.min() ?? 0
      if factor > worst.factor { worst = (factor, shape) }
    }
    return (worst.factor, String(reflecting: worst.shape), shapes.count)
  }

  private static func time(_ shape: String, _ count: Int, _ clock: ContinuousClock) -> Double {
    let source = ShellSource(inline: String(repeating: shape, count: count), at: 0)
    let time = clock.measure { _ = ShellScript.parse(source) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

/// Sebastiano Vigna's SplitMix64: small, and the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(next() % UInt64(limit)) }

  mutating func chance(_ one: Int) -> Bool { below(one) == 0 }
}
