import RunbookModel
import RunbookParsing
import TestSupport
import Testing

/// YAML that is a file of its own.
@Suite struct ConfigurationYAMLTests {
  @Test func aByteOrderMarkIsNoPartOfTheFirstKey() throws {
    let file = SourceFile(path: "a.yml", bytes: [0xEF, 0xBB, 0xBF] + Array("a: b\n".utf8))
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    #expect(problems.isEmpty)
    guard case .mapping(let pairs) = try #require(root).kind else {
      Issue.record("not a mapping")
      return
    }
    #expect(pairs.map(\.key.scalar) == ["a"])
    #expect(pairs.map(\.key.range) == [3..<4])
    #expect(pairs.map(\.value.range) == [6..<7])
  }

  @Test func rulesAreNamedByTheGivenPrefix() {
    let file = SourceFile(path: "a.yml", text: "a: [\n")
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    #expect(root == nil)
    #expect(problems.map(\.id) == ["config-syntax"])
  }

  /// What the library would compare with all of its kind, or what stands for very much.
  @Test(
    .endsWhenHanging,
    arguments: [
      (
        (0..<40_000).map { "%TAG !a\($0)! b\n" }.joined() + "---\na: b\n",
        "more than 100 directives"
      ),
      (
        "a: b\n...\n" + (0..<40_000).map { "%TAG !a\($0)! b\n" }.joined(),
        "more than 100 directives"
      ),
      ("a: b\n---\nc: d\n", "but found another document"),
      ("a: *b\nc: &b d\n", "found undefined alias"),
      ("a: &a [b, *a]\n", "found undefined alias"),
      ("a: \u{7}\n", "control characters are not allowed"),
    ])
  func refusals(_ text: String, _ words: String) {
    let file = SourceFile(path: "a.yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    #expect(root == nil)
    #expect(problems.map(\.id) == ["config-syntax"])
    #expect(problems.first?.summary.contains(words) == true, "\(problems.map(\.summary))")
  }

  /// Nine levels of nine aliases each are 9^9 values.
  @Test func whatAliasesStandForIsCounted() {
    var text = "a0: &a0 x\n"
    for level in 1..<10 {
      text +=
        "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    let file = SourceFile(path: "a.yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    #expect(root == nil)
    #expect(problems.map(\.id) == ["limit-exceeded"])
    #expect(problems.first?.explanation.contains("{yaml_values: …}") == true)
  }

  /// Each with its own place: keys that are lists or aliases too.
  @Test func keysMayBeAnything() throws {
    let file = SourceFile(path: "a.yml", text: "? [a, b]\n: c\n&k d: e\n*k : f\n? |\n  g\n: 'h'\n")
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    #expect(problems.map(\.id) == ["config-duplicate-key"])
    guard case .mapping(let pairs) = try #require(root).kind else {
      Issue.record("not a mapping")
      return
    }
    #expect(pairs.map { file.text($0.key.range) } == ["[a, b]", "d", "|\n  g"])
    #expect(pairs.map { file.text($0.value.range) } == ["c", "e", "'h'"])
  }

  @Test func anEmptyFileHasNoTree() {
    let file = SourceFile(path: "a.yml", text: "")
    let (root, problems) = YAMLReader.read(0..<0, of: file, idPrefix: "config")
    #expect(root == nil)
    #expect(problems.isEmpty)
  }
}
