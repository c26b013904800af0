import RunbookCommands
import RunbookModel
import TestSupport
import Testing

@Suite("Unification")
struct UnificationTests {
  /// A row, a step, and the text of the step that the row stands for; nil if there is none.
  static let cases: [(row: String, step: String, match: String?)] = [
    ("kubectl get pods", "kubectl get pods", "kubectl get pods"),
    ("kubectl get pods", "kubectl   get 'pods'", "kubectl   get 'pods'"),
    ("kubectl get pods", "kubectl get pod", nil),
    ("kubectl get pods", "kubectl get pods -A", nil),
    ("kubectl get pods", "sudo kubectl get pods", nil),
    ("a <n>", "a b", "a b"), ("a b", "a <n>", "a <n>"), ("a <n>", "a $X", "a $X"),
    ("a <n>", "a \"$(b c)\"", "a \"$(b c)\""), ("a <n>", "a ''", nil),
    ("a node/<n>", "a node/ip-10-0-0-1", "a node/ip-10-0-0-1"), ("a node/<n>", "a node/", nil),
    ("a node/<n>", "a pod/x", nil), ("a <x>/<y>", "a b/c", "a b/c"), ("a <x>/<y>", "a /c", nil),
    ("a <x>/<y>", "a b", nil), ("a x<n>", "a <m>y", "a <m>y"), ("a x<n>", "a y<m>", nil),
    ("a <n>x", "a <m>y", nil), ("a x<n>", "a xy<m>", "a xy<m>"), ("a <x>ab<y>", "a abab", nil),
    ("a <x>ab<y>", "a aabb", "a aabb"), ("a <x>a<y>a", "a aaa", nil),
    ("a <x>a<y>a", "a aaaaa", "a aaaaa"),
    ("a | b", "a | b", "a | b"), ("a | b", "a |& b", nil), ("a", "a | b", nil),
    ("a > f", "a >f", "a >f"), ("a > f", "a 1> f", "a 1> f"), ("a > f", "a >> f", nil),
    ("a 2>&1", "a", nil), ("a > <f>", "a > out.txt", "a > out.txt"),
    ("a && b", "x\na\nb\ny", "a\nb"), ("a; b", "a && b && c", "a && b"), ("a || b", "a && b", nil),
    ("a && b", "a || b", nil), ("a && b", "a; c; b", nil), ("a || b", "x; a || b", "a || b"),
    ("b", "a || b", "b"), ("a &", "a", nil), ("! a", "a", nil), ("a &", "a & b", "a"),
    ("X=1 a", "X=1 a", "X=1 a"), ("X=1 a", "a", nil), ("X=1 a", "X=2 a", nil),
    ("X=<v> a", "X=2 a", "X=2 a"), ("a b", "x=$(a b)", "a b"),
    ("a <n>", "if c; then a b; fi", "a b"), ("(a)", "(a)", "(a)"), ("(a)", "{ a; }", nil),
    ("if a; then b; fi", "if a; then b; fi", "if a; then b; fi"),
    ("if a; then b; fi", "if a; then c; fi", nil),
    ("cat <<E\n<v>\nE", "cat <<F\n1\n2\nF", "cat <<F"), ("cat <<E\n1\nE", "cat <<E\n2\nE", nil),
    ("<cmd> x", "a x", "a x"), ("", "a", nil), ("a", "", nil), ("a é<n>", "a éü", "a éü"),
  ]

  @Test(arguments: cases)
  func row(_ row: String, _ step: String, _ match: String?) {
    let range = CommandPattern(parse(row), nested: false)
      .occurrence(in: CommandPattern(parse(step), nested: true))
    let bytes = Array(step.utf8)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == match)
  }

  @Test("Two words unify in either direction alike")
  func symmetry() {
    let words = ["a", "ab", "<x>", "a<x>", "<x>b", "a<x>b", "<x>a<y>", "<x><y>", "''", "aba"]
    let patterns = words.map { WordPattern(parse("x \($0)").simpleCommands[0].words[1]) }
    for left in patterns {
      for right in patterns { #expect(left.unifies(with: right) == right.unifies(with: left)) }
    }
  }

  @Test("Unification of two words agrees with a search through all short values")
  func exhaustive() {
    var random = Random(seed: 7)
    let values = Self.values(upTo: 6)
    for _ in 0..<300 {
      let pair = (0..<2).map { _ in
        (0..<random.below(4)).map { _ in ["a", "b", "<x>"][random.below(3)] }.joined()
      }
      let patterns = pair.map { WordPattern(parse("x \"\($0)\"").simpleCommands[0].words[1]) }
      let common = values.contains { value in
        patterns.allSatisfy { $0.unifies(with: WordPattern(literal: value)) }
      }
      #expect(patterns[0].unifies(with: patterns[1]) == common, "\(pair)")
    }
  }

  private static func values(upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { [$0 + "a", $0 + "b"] }
      all += last
    }
    return all
  }

  @Test("Long words with many gaps stay cheap")
  func cost() {
    let isLinear = Growth.isLinear(upTo: 20_000) { size in
      let gaps = "x " + String(repeating: "<a>b", count: size)
      let text = "x " + String(repeating: "ab", count: size * 10)
      return [gaps, text].map { WordPattern(parse($0).simpleCommands[0].words[1]) }
    } work: { patterns in
      _ = patterns[0].unifies(with: patterns[1])
    }
    #expect(isLinear)
  }

  @Test("Did you mean")
  func nearest() {
    let steps = [
      "kubectl get pods -n a", "kubectl get nodes", "helm list", "kubectl get pod <p> -n b",
    ]
    let candidates = steps.map {
      (run: CommandPattern(parse($0), nested: true).runs[0], start: 0)
    }
    func closest(_ row: String) -> [Int]? {
      NearestCommand.closest(to: CommandPattern(parse(row), nested: false), among: candidates)
        .map { [$0.candidate, $0.distance] }
    }
    #expect(closest("kubectl get node") == [1, 1])
    #expect(closest("kubectl get pod x --namespace b") == [3, 1])
    #expect(closest("kubectl apply -f x.yaml --dry-run") == nil)
    #expect(closest("docker ps") == nil)
    #expect(closest("$X list") == nil)
    #expect(closest("helm ls") == [2, 1])
  }
}
