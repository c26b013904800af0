import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization
import Testing

@testable import RunbookBuild

/// What an edited page does not reach is taken over, and not made again.
@Suite struct StoreListTests {
  @Test func listsThatNoPageHasChangedAreTakenOver() async throws {
    let site = try RestlessSite(pageCount: 9, seed: 3)
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    site.folder.shell("printf '\\nAnother sentence.\\n' >> project/content/index.md")
    let output = CountedOutput(try OutputComparison(site.folder.path + "/warm"))
    let check = try await SiteCheck(Project(bench.warm), bench.warm)
    _ = try await Pipeline.render(check, to: output)
    let (added, held) = output.paths
    for path in [
      "indexes.html", "review.json", "sitemap.xml", "tags/index.html", "by-program/kubectl.html",
      "search/d0.js", "search/d4.js", "search/index.js",
    ] {
      #expect(held.contains(path))
      #expect(!added.contains(path))
    }
    #expect(added.isSuperset(of: ["index.html", "search/d3.js", "search/p0.js"]))
  }

  /// A page that is renamed shows in the lists of its tag and its owner, and in none of another tag; navigation has a
  /// title of its own.
  @Test func listsThatDoNotShowARenamedPageAreTakenOver() async throws {
    let site = try RestlessSite(pageCount: 9, seed: 3)
    let bench = try StoreBench(site)
    try site.write("content/a/one.md", Self.page("The first", tag: "apples"))
    try site.write("content/a/two.md", Self.page("The second", tag: "pears"))
    try await bench.compare(["first"], isChecked: false)
    try site.write("content/a/two.md", Self.page("The renamed", tag: "pears"))
    let output = CountedOutput(try OutputComparison(site.folder.path + "/warm"))
    let check = try await SiteCheck(Project(bench.warm), bench.warm)
    _ = try await Pipeline.render(check, to: output)
    let (added, held) = output.paths
    #expect(held.contains("tags/apples.html"))
    #expect(added.isSuperset(of: ["tags/pears.html", "tags/index.html", "a/two.html"]))
    #expect(added.isDisjoint(with: held))
    try await bench.compare(["renamed"], isChecked: true)
  }

  /// A list so long that it has parts is made anew where it shows something else, and only there.
  @Test func partsOfAListThatShowTheSameAreTakenOver() async throws {
    let site = try RestlessSite(pageCount: 9, seed: 3)
    let bench = try StoreBench(site)
    let summary = String(repeating: "Long words. ", count: 900)
    for number in 10..<30 {
      try site.write(
        "content/a/\(number).md", Self.page("Page \(number)", tag: "apples", summary: summary))
    }
    try await bench.compare(["first"], isChecked: false)
    try site.write(
      "content/a/29.md", Self.page("Page 29, renamed", tag: "apples", summary: summary))
    let output = CountedOutput(try OutputComparison(site.folder.path + "/warm"))
    let check = try await SiteCheck(Project(bench.warm), bench.warm)
    _ = try await Pipeline.render(check, to: output)
    let (added, held) = output.paths
    #expect(held.isSuperset(of: ["tags/apples.html", "tags/apples~2.html"]))
    #expect(added.filter { $0.hasPrefix("tags/apples") }.count == 1)
    #expect(added.isDisjoint(with: held))
    try await bench.compare(["renamed"], isChecked: true)
    // Its neighbours move into other parts.
    site.folder.shell("rm project/content/a/15.md")
    try await bench.compare(["removed"], isChecked: true)
  }

  private static func page(_ title: String, tag: String, summary: String = "Words.") -> String {
    "---\nkind: reference\ntitle: \(title)\nnav_title: Of \(tag)\nowner: Platform\nreviewed: 2026-10-30\n"
      + "review_every: P6M\ntags: [\(tag)]\nsummary: \(summary)\n---\n\nWords.\n"
  }

  /// Findings that had to wait for other pages are kept as well.
  @Test func settledPagesAreTakenOver() async throws {
    let site = try RestlessSite(pageCount: 9, seed: 3)
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    var check = try await SiteCheck(Project(bench.warm), bench.warm)
    _ = try await check.checkPages(recall: { _, _ in () }) { _, _ in }
    // Nobody had to read the bodies.
    #expect(check.index.contents == nil)
  }
}

/// Says of each file whether it was made, or taken over.
private final class CountedOutput: OutputReceiver {
  private let output: OutputComparison
  private let files = Mutex((added: Set<String>(), held: Set<String>()))

  init(_ output: OutputComparison) { self.output = output }

  var paths: (added: Set<String>, held: Set<String>) { files.withLock { $0 } }
  var hasFailed: Bool { output.hasFailed }
  var refusals: [OutputPathSet.Refusal] { output.refusals }

  func add(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    files.withLock { _ = $0.added.insert(path) }
    output.add(path, bytes)
  }

  func holds(_ file: FileDigest, _ trust: OutputTrust) -> Bool { output.holds(file, trust) }

  func addHeld(_ file: FileDigest) {
    files.withLock { _ = $0.held.insert(file.path) }
    output.addHeld(file)
  }
}
