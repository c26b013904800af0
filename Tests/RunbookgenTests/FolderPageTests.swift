import Foundation
import Testing

/// The ways to a page that are made of where pages lie: the first page, pages of folders, the tree
/// beside every page.
@Suite struct FolderPageTests {
  private static func page(_ title: String, _ more: String = "", _ body: String = "Text.") -> String
  {
    "---\nkind: runbook\ntitle: \(title)\nowner: Team\nreviewed: 2026-01-01\nreview_every: P1Y\n"
      + "\(more)---\n\n\(body)\n"
  }

  private func build(_ files: [String: String]) throws -> [String: String] {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    var files = files
    files["runbookgen.yml"] =
      "site: {title: Ops}\nrules: {rollback-missing: off, verification-missing: off}\n"
    for (name, text) in files {
      let file = scratch.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let result = try Tool.run(["build", "--today", "2026-02-01"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return Tool.contents(of: scratch.appendingPathComponent("site")).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func part(_ html: String?, _ start: String, _ end: String) throws -> String {
    let html = try #require(html)
    let from = try #require(html.range(of: start)).upperBound
    let to = try #require(html.range(of: end, range: from..<html.endIndex)).lowerBound
    return String(html[from..<to])
  }

  private func main(_ html: String?) throws -> String { try part(html, "<article", "</article>") }

  private func tree(_ html: String?) throws -> String {
    try part(html, "<nav class=\"pages\"", "</nav>")
  }

  @Test func aFolderListsItsSectionsThenItsPages() throws {
    let files = try build([
      "content/net/lb/drain.md": Self.page("Drain a balancer"),
      "content/net/lb/pool/add.md": Self.page("Add to a pool"),
      "content/net/ping.md": Self.page("Ping", "severity: sev3\n"),
      "content/net/solo/index.md": Self.page("Solo"),
    ])
    let list = try main(files["net/index.html"])
    let places = try ["Lb</a> <small>2 pages", "Solo</a>", "Ping</a> <span class=\"flag\">sev3"].map
    {
      try #require(list.range(of: $0), "\($0)").lowerBound
    }
    #expect(places == places.sorted())
    #expect(list.contains("data-due=\"2027-01-01\" hidden"))
    #expect(!list.contains("1 page<"), "a folder with nothing but its page is a page")
    #expect(
      try part(files["net/lb/pool/index.html"], "Breadcrumbs", "</nav>").contains("\">Lb</a>"))
  }

  @Test func aPageOfAFolderIsFollowedByWhatItDoesNotName() throws {
    let files = try build([
      "content/index.md": Self.page("Start", "", "See [A](a.md), [the network](net/)."),
      "content/a.md": Self.page("A page"), "content/b.md": Self.page("B page"),
      "content/net/ping.md": Self.page("Ping"), "content/disk/full.md": Self.page("Full"),
    ])
    let rest = try part(files["index.html"], "Also in this section", "</article>")
    #expect(rest.contains(">B page</a>") && rest.contains(">Disk</a>"))
    #expect(!rest.contains(">A page</a>") && !rest.contains(">Net</a>"))
    #expect(try #require(files["index.html"]).contains("assets/lists."))
    #expect(!(try #require(files["a.html"])).contains("assets/lists."))
  }

  @Test func theFirstPageLeadsToAlertsAndWhatIsWorst() throws {
    let files = try build([
      "content/net/ping.md": Self.page("Ping", "severity: sev1\nalerts: [NetDown, SlowNet]\n"),
      "content/net/slow.md": Self.page("Slow", "severity: sev3\nalerts: [SlowNet]\n"),
    ])
    let home = try main(files["index.html"])
    #expect(home.contains("<form class=\"find\" action=\"search.html\" role=\"search\">"))
    #expect(home.contains("name=\"q\""))
    // An alert of one runbook leads to that, one of two to both.
    #expect(home.contains("<a href=\"net/ping.html\"><code>NetDown</code></a>"))
    #expect(home.contains("<a href=\"by-alert/slownet.html\"><code>SlowNet</code></a>"))
    #expect(home.contains(">sev1 runbooks</h2>") && !home.contains("sev3 runbooks"))
    #expect(home.contains("<section data-due=\"2027-01-01\" hidden>"))
    #expect(home.contains("Net</a> <small>2 pages"))
  }

  @Test func manyAlertsAreFoundByTheirLetter() throws {
    var pages: [String: String] = [:]
    for number in 0..<70 {
      let letter = ["Api", "disk", "9Lives"][number % 3]
      pages["content/x/p\(number).md"] = Self.page("P\(number)", "alerts: [\(letter)\(number)]\n")
    }
    let files = try build(pages)
    let home = try main(files["index.html"])
    for (letter, id) in [("0–9", "letter-0"), ("A", "letter-A"), ("D", "letter-D")] {
      #expect(home.contains("<a href=\"by-alert/index.html#\(id)\">\(letter)</a>"))
      #expect(try #require(files["by-alert/index.html"]).contains("<h2 id=\"\(id)\">\(letter)<"))
    }
    #expect(!home.contains("Api0"))
  }

  @Test func theTreeShowsTheWayAndWhatIsBesideIt() throws {
    var pages: [String: String] = [:]
    for top in 0..<4 {
      for folder in 0..<20 {
        pages["content/top-\(top)/folder-\(folder)/in/page.md"] = Self.page("P\(top)-\(folder)")
      }
    }
    let deep = "content/" + (0..<30).map { "d\($0)" }.joined(separator: "/") + "/end.md"
    pages[deep] = Self.page("End")
    let files = try build(pages)
    let html = try #require(files["top-1/folder-3/in/page.html"])
    let tree = try tree(html)
    #expect(tree.contains("<a aria-current=\"page\" href=\"page.html\">P1-3</a>"))
    #expect(tree.contains(">Top 2</a> <small>20</small>"))
    // Of the level between, nothing but the way.
    #expect(tree.contains(">Folder 3</a>") && !tree.contains(">Folder 4</a>"))
    #expect(tree.contains(">All 194 sections</a>"))
    #expect(tree.components(separatedBy: "<details open>").count == 4)
    // The level above is shown around the folder's own, and its end leads to the rest.
    let above = try self.tree(files["top-1/folder-3/index.html"])
    #expect(
      above.contains(">Folder 4</a> <small>1</small>") && above.contains(">All 20 sections</a>"))
    // However deep a page lies, the tree is short.
    let way = deep.dropFirst("content/".count).dropLast(".md".count)
    let deepest = try self.tree(files[way + ".html"])
    #expect(deepest.contains("P") && deepest.components(separatedBy: "<details").count < 9)
    #expect(
      deepest.contains(">D0</a>") && deepest.contains(">D29</a>") && !deepest.contains(">D12</a>"))
    let all = try main(files["sections.html"])
    #expect(all.components(separatedBy: "<li").count == 195)
  }

  @Test func aSmallSiteIsShownWhole() throws {
    let files = try build([
      "content/net/ping.md": Self.page("Ping"), "content/disk/full.md": Self.page("Full"),
    ])
    let tree = try tree(files["net/ping.html"])
    #expect(tree.contains("<details open><summary><span class=\"vh\">Net</span>"))
    #expect(tree.contains("<details><summary><span class=\"vh\">Disk</span>"))
    #expect(tree.contains("href=\"../disk/full.html\">Full</a>"))
    #expect(files["sections.html"] == nil)
  }

  @Test func reviewsAreListedForEachOwner() throws {
    let files = try build([
      "content/a.md": Self.page("A").replacingOccurrences(of: "owner: Team", with: "owner: Net"),
      "content/b.md": Self.page("B"), "content/c.md": Self.page("C"),
    ])
    let all = try main(files["review.html"])
    #expect(all.contains("<a href=\"owners/team~reviews.html\">Team</a> <small>2 pages</small>"))
    #expect(all.contains("data-overdue=\"2027-01-01:2\" hidden"))
    let net = try main(files["owners/net~reviews.html"])
    #expect(net.contains(">A</a>") && !net.contains(">B</a>") && net.contains("data-age hidden"))
    #expect(try main(files["owners/net.html"]).contains("href=\"net~reviews.html\""))
  }

  @Test func commandsSayWhatTheyDoAndAreCutBetweenWords() throws {
    let long =
      "kubectl drain node-1 "
      + (0..<9).map { "--pod-selector=app-\($0)=yes" }.joined(separator: " ")
    let files = try build([
      "content/a.md": Self.page(
        "A", "", "> [!CAUTION]\n> Evicts.\n\n```bash\n\(long)\nkubectl get pods\n```")
    ])
    let list = try main(files["by-program/kubectl.html"])
    let text = list.replacing(/<[^>]*>/, with: "")
    #expect(text.contains("--pod-selector=app-2=yes … destructive"))
    #expect(!text.contains("get pods read"))
  }
}
