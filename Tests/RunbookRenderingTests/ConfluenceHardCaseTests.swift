import Foundation
import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

/// The cases of `Tests/Paste`, and the repository's own pages, in storage format for both products.
@Suite("Storage format: hard cases and pages")
struct ConfluenceHardCaseTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let files: [String] = ["Tests/Paste/cases", "content"].flatMap { folder -> [String] in
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  private func document(_ path: String) throws -> Document {
    let bytes = try Data(contentsOf: Self.root.appending(path: path))
    let file = SourceFile(path: path, bytes: Array(bytes))
    return RunbookParser.parse(file, at: PagePath(path)).0.document
  }

  @Test func thereAreCases() {
    #expect(Self.files.count >= 25)
  }

  @Test(arguments: files, ConfluenceTarget.allCases)
  func everyPageIsOnTheAllowList(_ path: String, _ target: ConfluenceTarget) throws {
    let document = try document(path)
    let linked = Set(PageOutline(document).sections.map(\.heading.id))
    let output = StorageExport(target: target, resolver: StorageRendering.resolver).render(
      document, page: ConfluencePage(title: "A"), linkedHeadings: linked)
    #expect(StorageAllowList.faults(of: String(decoding: output.bytes, as: UTF8.self)) == [])
  }

  /// Trees of one page share blocks; each has to be what it would be alone.
  @Test(arguments: files, [RawHTMLPolicy.escape, .safe])
  func treesThatShareAreTheSame(_ path: String, _ html: RawHTMLPolicy) throws {
    let document = HTMLTree.resolve(try document(path), html).document
    let linked = Set(PageOutline(document).sections.map(\.heading.id))
    let settings = ConfluenceSettings(
      target: .cloud, resolver: StorageRendering.resolver, linkedHeadings: linked)
    for targets in [ConfluenceTarget.allCases, ConfluenceTarget.allCases.reversed()] {
      let page = ConfluencePage(title: "A")
      let shared = ConfluenceTree.trees(document, page: page, settings: settings, for: targets)
      for (target, tree) in zip(targets, shared) {
        var own = settings
        own.target = target
        let alone = ConfluenceTree(document, page: page, settings: own)
        #expect(tree.losses == alone.losses)
        for payload in PayloadCatalog.all {
          let (left, right) = (payload.render(tree), payload.render(alone))
          #expect(left == right, "\(payload.fileName) for \(target)")
        }
      }
    }
  }
}
