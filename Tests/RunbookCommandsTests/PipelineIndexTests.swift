import RunbookCommands
import Testing

/// Finding pipelines through the index has to give what comparing all of them gives, and must not do
/// so by comparing all of them.
@Suite struct PipelineIndexTests {
  private func pipeline(_ text: String) -> PipelinePattern {
    CommandPattern(parse(text), nested: false).runs[0][0]
  }

  private func index(_ pipelines: [PipelinePattern]) -> PipelineIndex {
    var index = PipelineIndex()
    for pipeline in pipelines { index.append(pipeline) }
    return index
  }

  /// Short commands out of few words, so that many unify.
  private func commands(_ random: inout Random) -> [PipelinePattern] {
    let words = [
      "a", "b", "c", "-d", "<p>", "x<p>", "<p>y", "x<p>y", "\"<q> z\"", "$V", "xay", "> f",
      "| e", "2>&1",
    ]
    return (0..<100).map { _ in
      let rest = (0..<random.below(15)).map { _ in words[random.below(words.count)] }
      return pipeline(
        (["k", "k", "<k>", "A=1 k"][random.below(4)] + " ") + rest.joined(separator: " "))
    }
  }

  @Test(arguments: 0..<20)
  func findsAllThatUnify(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    let (steps, rows) = (commands(&random), commands(&random))
    let index = index(steps)
    for row in rows {
      let candidates = index.candidates(for: row)
      #expect(candidates == candidates.sorted() && Set(candidates).count == candidates.count)
      let expected = steps.indices.filter { row.termsUnify(with: steps[$0]) }
      #expect(candidates.filter { row.termsUnify(with: steps[$0]) } == expected)
    }
  }

  /// What is different in one word only, wherever a gap stands.
  @Test(arguments: [
    ("k get pod q#", "k get pod p#"), ("k get pod <p> -n q#", "k get pod <p> -n p#"),
    ("k get q# <p>", "k get p# <p>"), ("k q# <p> -n <n>", "k p# a -n b"),
    ("k get a | grep q#", "k get a | grep p#"), ("A=q# k a", "k p#"), ("q# <p>", "p# <p>"),
    ("k get pod q# <p> | sort", "k get pod <p> a | sort p#"), ("k <p> q# b", "k a p# <p>"),
  ])
  func looksAtFew(_ step: String, _ row: String) {
    func numbered(_ text: String, _ number: Int) -> PipelinePattern {
      pipeline(String(text.flatMap { $0 == "#" ? "\(number)" : String($0) }))
    }
    let count = 400
    let index = index((0..<count).map { numbered(step, $0) })
    let looked = (0..<count).reduce(0) { $0 + index.candidates(for: numbered(row, $1)).count }
    #expect(looked <= count)
    let similar = index.similar(to: numbered(row, 7), limit: 8) { _ in true }
    #expect(similar.count <= 8)
  }
}
