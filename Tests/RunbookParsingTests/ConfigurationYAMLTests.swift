import RunbookModel
import RunbookParsing
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

  @Test func anEmptyFileHasNoTree() {
    let file = SourceFile(path: "a.yml", text: "")
    let (root, problems) = YAMLReader.read(0..<0, of: file, idPrefix: "config")
    #expect(root == nil)
    #expect(problems.isEmpty)
  }
}
