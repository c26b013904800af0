import Foundation
import RunbookBuild
import TestSupport
import Testing

@Suite struct BuiltinTopicTests {
  /// A page that is added to the folder has to be added to the program.
  @Test func theProgramHoldsTheWholeReference() throws {
    let folder = TestPages.root.appending(path: "manual/reference")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(BuiltinTopic.all.map { $0.name + ".md" } == names)
    for topic in BuiltinTopic.all {
      let file = folder.appending(path: topic.name + ".md")
      #expect(try String(contentsOf: file, encoding: .utf8) == topic.source, "\(topic.name)")
    }
  }

  @Test func aPageIsShownWithItsTitleAndWithoutWhatTestsRead() {
    let topic = BuiltinTopic(
      name: "x",
      source: "---\nkind: reference\ntitle: Front matter\nsummary: every field\n---\n\n"
        + "Text.\n\n<!-- test: page -->\n```yaml\n---\na: 1\n---\n<!-- x -->\n```\n")
    #expect(topic.summary == "every field")
    #expect(topic.text == "# Front matter\n\nText.\n\n```yaml\n---\na: 1\n---\n<!-- x -->\n```\n")
  }
}
