import RunbookCommands
import TestSupport
import Testing

/// Compares our reading with that of the shell on this machine.
@Suite("Compared with bash", .needs("bash", Machine.has("bash")))
struct BashTests {
  @Test("Quote removal gives what bash passes to the program")
  func quoteRemoval() throws {
    var random = Random(seed: 20_240_229)
    let words = (0..<4000).map { _ in Self.word(&random) }
    let script = "set -f +B\n" + words.map { "printf '%s\\0' x\($0)\n" }.joined()
    let answers = try Shell.run("source /dev/stdin", input: Array(script.utf8))
      .split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(answers.count == words.count + 1)
    for (word, answer) in zip(words, answers) {
      let script = parse("printf x\(word)\n")
      #expect(script.errors.isEmpty && script.statements.count == 1, "\(word)")
      #expect(script.simpleCommands.first?.arguments.first?.literal == answer, "\(word)")
    }
  }

  @Test("Syntax errors are where bash -n finds them", arguments: SyntaxCases.errors)
  func errors(_ test: SyntaxCase) throws {
    let answer = try Shell.check([Array(test.source.utf8)])
    #expect(answer.first.flatMap { $0 } != nil || Self.toleratedByBash.contains(test.source))
  }

  @Test("What parses is accepted by bash -n")
  func acceptance() throws {
    let cases = [
      SyntaxCases.words, SyntaxCases.expansions, SyntaxCases.redirections, SyntaxCases.assignments,
      SyntaxCases.lists, SyntaxCases.compound, SyntaxCases.heredocs,
    ].flatMap { $0 }.filter { !Self.refusedByBash.contains($0.source) }
    let answers = try Shell.check(cases.map { replacingPlaceholders(in: Array($0.source.utf8)) })
    for (test, answer) in zip(cases, answers) {
      #expect(answer == nil, "\(test.source): \(answer ?? "")")
    }
  }

  /// Sources that we refuse and bash takes.
  private static let toleratedByBash: Set<String> = [
    // `!` without a command is a pipeline of its own in bash.
    "! ",
    // bash looks at the name when it runs the loop.
    "for 1-a in b; do c; done",
  ]

  /// Sources that we take and bash refuses.
  private static let refusedByBash: Set<String> = [
    // Extended globs are off when bash reads a script; a reader's shell may have them on.
    "ls !(foo) @(a|b)c"
  ]

  // MARK: Words without expansions

  private static func word(_ random: inout Random) -> String {
    (0..<random.below(6)).map { _ in
      switch random.below(5) {
      case 0: text(&random, "abcXYZ019._/=:,+@%-é{}[]^!#")
      case 1: "\\" + text(&random, " \"'\\$`#&|;()<>*?~=aé", count: 1)
      case 2: "'" + text(&random, "ab \"\\$`#&|;()>*?~é\n") + "'"
      case 3: "\"" + (0..<random.below(6)).map { _ in doubleQuoted(&random) }.joined() + "\""
      default: "$'" + (0..<random.below(6)).map { _ in ansi(&random) }.joined() + "'"
      }
    }.joined()
  }

  private static func doubleQuoted(_ random: inout Random) -> String {
    random.below(3) == 0
      ? "\\" + text(&random, "\"\\$`a'\n ", count: 1) : text(&random, "ab '#&|;()>*?~é\n")
  }

  private static func ansi(_ random: inout Random) -> String {
    switch random.below(6) {
    case 0: "\\" + text(&random, "abefnrtv\\'\"?Ez#", count: 1)
    case 1: "\\x" + ["41", "7", "1f", "5G"][random.below(4)]
    case 2: "\\" + ["101", "7", "60", "1018"][random.below(4)]
    case 3: ["\\u00e9", "\\u20ac", "\\U0001F600", "\\u41g", "\\xc3\\xa9"][random.below(5)]
    case 4: "\\c" + text(&random, "abz", count: 1)
    default: text(&random, "ab \"$`#&|;()>*?~é\n")
    }
  }

  private static func text(_ random: inout Random, _ letters: String, count: Int? = nil) -> String {
    let letters = Array(letters)
    return String(
      (0..<(count ?? random.below(5))).map { _ in letters[random.below(letters.count)] })
  }
}

/// Texts thrown together from what scripts are made of, whole and broken.
@Suite("Token soup compared with bash", .needs("bash", Machine.has("bash")))
struct TokenSoupTests {
  /// Left out, because we differ from bash 5.2 on purpose or in what no one writes: a bare `!` (bash
  /// takes it for a pipeline), an unclosed `for ((` before `;` (taken), a line end inside `[[ a ]]`
  /// (refused), and what stands in backticks (`bash -n` does not look).
  private static let fragments = [
    "a", "b c", "x=1", ";", "&&", "||", "|", "&", "(", ")", "{", "}", "if a", "then", "else",
    "elif b", "fi", "\n", "; ", "> f", "2>&1", "'", "\"", "$(", "case x in", "esac", "y)", ";;",
    "do", "done", "while a", "for i in a b", "for j", "time", "]]", "((", "))", "$((1", "${z",
    "f()", "function g", "# c", "\\", "<<E\nq\nE\n", "<(", "A=(", "$x", "\"$y\"", "'q'", "|&",
    "-n", "==", "until", "&>", "<<<", "$'",
  ]

  private static let commands = [
    "a b", "a | b", "if a; then b; fi", "( a )", "{ a; }", "a && b", "while a; do b; done", "$(a)",
    "f() { a; }", "case x in y) a;; esac", "[[ a ]]", "((1))", "for i in a; do b; done", "! a",
    "\"a $(b)\"", "`a`", "A=(1 2)",
  ]

  @Test("Both take the same texts and refuse the same")
  func agreement() throws {
    var random = Random(seed: 99)
    let texts = (0..<2000).map { _ in
      let separator = [" ", "\n", "; ", " "][random.below(4)]
      return (0...random.below(6)).map { _ in
        let list = random.below(2) == 0 ? Self.fragments : Self.commands
        return list[random.below(list.count)]
      }.joined(separator: separator)
    }
    let answers = try Shell.check(texts.map { Array($0.utf8) })
    var accepted = 0
    for (text, answer) in zip(texts, answers) {
      let errors = parse(text).errors
      if errors.isEmpty { accepted += 1 }
      let verdict = "\(text.debugDescription): \(errors.map(\.message)), bash: \(answer ?? "ok")"
      #expect(errors.isEmpty == (answer == nil), "\(verdict)")
    }
    // Both outcomes have to be common, or the test shows nothing.
    #expect((400...1600).contains(accepted))
  }
}

/// A linear congruential generator (Knuth's MMIX constants): the same numbers in every run.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

/// Text with an `X` for each placeholder, as a shell can read it.
func replacingPlaceholders(in bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if let end = PlaceholderToken.end(in: bytes, at: index, limit: bytes.count) {
      result.append(UInt8(ascii: "X"))
      index = end
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}
