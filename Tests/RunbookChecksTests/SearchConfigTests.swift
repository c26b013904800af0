import RunbookModel
import RunbookParsing
import Testing

@testable import RunbookChecks

@Suite struct SearchConfigTests {
  private func read(_ text: String) -> (SiteConfig, [String]) {
    let file = SourceFile(path: "runbookgen.yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    let (config, found) = SiteConfigSchema.read(root, in: file)
    let lines = (problems + found).map { finding in
      let place = file.position(at: finding.range.bytes.lowerBound)
      return "\(place.line):\(place.column) \(finding.summary)"
    }
    return (config, lines)
  }

  @Test func synonymsAreRead() {
    let (config, found) = read(
      "search:\n  synonyms:\n    - [pg, placement   group]\n    - [a1, 二, x y z]\n")
    #expect(found == [])
    #expect(config.synonyms == [["pg", "placement group"], ["a1", "二", "x y z"]])
  }

  @Test(arguments: [
    ("pg", "1:9 `search` is `pg`; it takes a mapping such as {synonyms: [[pg,"),
    ("{synonym: []}", "1:10 `search.synonym` is not a known key; did you mean `synonyms`?"),
    ("{synonyms: [[pg]]}", "1:21 an item of `search.synonyms` is a list of fewer than two; it"),
    ("{synonyms: [pg]}", "1:21 an item of `search.synonyms` is `pg`; it takes a list of words"),
    ("{synonyms: {pg: x}}", "1:20 `search.synonyms` is a mapping; it takes a list, each item"),
    ("{synonyms: [[pg, '--']]}", "1:26 `--` is nothing that the search looks for"),
    ("{synonyms: [[pg, 'a=b']]}", "1:26 `a=b` is nothing that the search looks for"),
    ("{synonyms: [[pg, [x]]]}", "1:26 `a list` is nothing that the search looks for"),
    ("{synonyms: [[pg, a b c d e f g]]}", "1:26 `a b c d e f g` is nothing that"),
  ])
  func whatIsNoSynonymIsReported(_ text: String, _ expected: String) {
    let (config, found) = read("search: " + text)
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
    #expect(config.synonyms.isEmpty)
  }

  @Test func noMoreThanASearchCanLoad() {
    let groups = (0..<300).map { "[a\($0), b\($0)]" }.joined(separator: ", ")
    let (config, found) = read("search: {synonyms: [\(groups)]}")
    #expect(found == ["1:10 `search.synonyms` has 300 items; it takes at most 200"])
    #expect(config.synonyms.count == 200)
  }
}
