import Foundation
import RunbookBuild
import RunbookModel
import Testing

/// The folder with results of earlier builds: what is in it costs time at most.
@Suite struct StoreTests {
  @Test func twoBuildsAtOnceMakeTheSame() async throws {
    var site = try RestlessSite(pageCount: 12, seed: 7)
    let bench = try StoreBench(site)
    for _ in 0..<3 {
      for _ in 0..<3 { try site.edit() }
      try await bench.compareTwoAtOnce(site.story)
    }
  }

  @Test func everyFileMayBeDamagedAtOnce() async throws {
    let site = try RestlessSite(pageCount: 6, seed: 3)
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    for way in ["truncate -s -1", "truncate -s 40", "sed -i 's/runbook/rumbook/g'", "chmod 0"] {
      site.folder.shell("find cache -type f -exec \(way) {} +")
      try await bench.compare([way], isChecked: true)
    }
  }

  /// A build may be killed when it has written results, and not yet what they hold by.
  @Test func whatOtherResultsHeldByCountsForNothing() async throws {
    let site = try RestlessSite(pageCount: 6, seed: 3)
    let bench = try StoreBench(site)
    let rename =
      "sed -i 's/^title: .*/title: TITLE/' $(grep -l '^title: ' -r project/content | sort | head -n 1)"
    site.folder.shell(rename.replacing("TITLE", with: "One"))
    try await bench.compare(["first"], isChecked: true)
    site.folder.shell("mkdir seals && cp cache/store/*/*-seal seals")
    #expect(site.folder.shell("[ $(ls seals | wc -l) = 2 ]") == 0)
    site.folder.shell(rename.replacing("TITLE", with: "Two"))
    try await bench.compare(["renamed"], isChecked: true)
    site.folder.shell("cp seals/* cache/store/*/")
    site.folder.shell(rename.replacing("TITLE", with: "One"))
    try await bench.compare(["renamed back"], isChecked: true)
  }

  /// What is in an editor is not on the disk yet, and is no result to keep.
  @Test func unsavedTextsLeaveNothing() async throws {
    let site = try RestlessSite(pageCount: 4, seed: 3)
    let bench = try StoreBench(site)
    var options = bench.warm
    options.texts["content/index.md"] = Array("# Unsaved\n".utf8)
    _ = try await Pipeline.check(options)
    #expect(site.folder.shell("[ ! -e cache/store ]") == 0)
  }

  /// Results hold wherever a site is checked out: here files of the output are missing only.
  @Test func aMissingOutputIsMadeAgain() async throws {
    let site = try RestlessSite(pageCount: 4, seed: 5)
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    site.folder.shell(
      "rm warm/index.html; printf x >> warm/sitemap.xml; printf x >> $(find warm/confluence -name adf.json | head -n 1)"
    )
    try await bench.compare(["damaged output"], isChecked: true)
    // A file that is another one by its stamp only is read.
    site.folder.shell(
      "cp warm/sitemap.xml t && touch -r warm/sitemap.xml t && tr '<' '(' < t > u && touch -r t u && mv u warm/sitemap.xml"
    )
    try await bench.compare(["another file of the same size and time"], isChecked: true)
    site.folder.shell("rm -rf warm")
    try await bench.compare(["no output"], isChecked: true)
  }

  /// Days that are added are shown by one index, and no page is made again for them.
  @Test func whatPagesAreKeptByDoesNotCountDays() async throws {
    let site = try RestlessSite(pageCount: 6, seed: 5)
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    let kept = "cd cache/store/*/ && cat surveys-* findings-* pages-*"
    #expect(site.folder.shell("(\(kept)) > before && [ -s before ]") == 0)
    try site.write("trends.jsonl", RestlessSite.days(2))
    try await bench.compare(["a day"], isChecked: true)
    #expect(site.folder.shell("(\(kept)) | cmp - before") == 0)
    #expect(site.folder.shell("grep -q 2026-10-02 warm/trends.html") == 0)
  }

  /// Nothing of the page itself has changed, nor what its front matter says to others.
  @Test func anEditOfASharedTextReachesThePagesThatShowIt() async throws {
    let site = try RestlessSite(pageCount: 4, seed: 5)
    func write(_ name: String, _ body: String) throws {
      try site.write(
        "content/shared/\(name).md",
        "---\nkind: reference\ntitle: \(name)\nowner: Platform\nreviewed: 2026-10-30\n"
          + "review_every: P6M\n---\n\n\(body)\n")
    }
    let books = "content/shared/page.md: 1\ncontent/shared/link.md: 2\n"
    try site.write("confluence-pages.yml", books)
    try write("inner", "The inner text.\n\n## A heading")
    try write(
      "outer", "Before it.\n\n[Inner](inner.md \"include\")\n\nSee [nothing](inner.md#gone).")
    try write("page", "## Steps\n\n[Outer](outer.md \"include\")")
    try write("link", "To [a heading](page.md#a-heading).")
    let bench = try StoreBench(site)
    try await bench.compare(["first"], isChecked: false)
    try write("inner", "Other words.\n\n## A heading")
    try await bench.compare(["inner text"], isChecked: true)
    // What is found once all bodies are known stands elsewhere.
    try write(
      "outer", "More before it.\n\n[Inner](inner.md \"include\")\n\nSee [nothing](inner.md#gone).")
    try await bench.compare(["outer text"], isChecked: true)
    try write("inner", "Other words.\n\n## Another heading")
    try await bench.compare(["inner heading"], isChecked: false)
    try write("inner", "Other words.\n\nTODO: more\n\n## A heading")
    try await bench.compare(["inner finding"], isChecked: false)
  }
}
