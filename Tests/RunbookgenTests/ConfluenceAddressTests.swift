import Foundation
import TestSupport
import Testing

/// Where links lead in what is pasted: to the page in Confluence where somebody said where that is, to
/// its title on Data Center, and to the wiki last.
@Suite struct ConfluenceAddressTests {
  private static let cloud = """
    site: {base_url: "https://wiki.example/"}
    confluence: {url: "https://acme.atlassian.net", space: OPS}
    """
  private static let dataCenter = """
    site: {base_url: "https://wiki.example/"}
    confluence: {url: "https://pages.example/c", space: OPS, target: data-center}
    """

  private static let pages = [
    "content/index.md": ReferencePage.text(
      "Ops",
      """
      [Page](a.md), [heading](a.md#it-works--is-100-safe), [second](a.md#look-1),
      [title](a.md#restart-a-node), [step](a.md#step-drain), [other](b.md#look).
      """),
    "content/a.md": ReferencePage.text(
      "Restart a node",
      """
      # Restart a node

      [Here](#look-1).

      ## Look

      ## Look

      ```bash {step=drain}
      kubectl drain node
      ```

      ## It works & is 100% *safe*
      """),
    "content/b.md": ReferencePage.text("B?", "## Look", "confluence: {space: DEV}\n"),
  ]

  private func withSite(
    _ config: String, book: String?, _ check: (_ site: URL, _ said: String) throws -> Void
  ) throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    var files = Self.pages
    files["runbookgen.yml"] = config
    files["confluence-pages.yml"] = book
    for (path, text) in files {
      let file = project.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let build = try Tool.run(["build", "--today", "2026-11-23"], in: project)
    #expect(build.status == 0, "\(build.errors)")
    try check(project.appendingPathComponent("site/confluence"), build.errors)
  }

  /// The addresses of a payload's links, in order.
  private func links(_ page: String, _ payload: String, in site: URL) throws -> [String] {
    let text = try String(
      contentsOf: site.appendingPathComponent("\(page)/\(payload)"), encoding: .utf8)
    let pattern = payload == "adf.json" ? "\"href\": ?\"([^\"]*)\"" : "<a[^>]* href=\"([^\"]*)\""
    return try NSRegularExpression(pattern: pattern)
      .matches(in: text, range: NSRange(text.startIndex..., in: text))
      .compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } }
      .map { $0.replacingOccurrences(of: "&amp;", with: "&") }
  }

  @Test func onCloudLinksLeadToThePageAndItsHeading() throws {
    let book = """
      content/index.md: 10
      content/a.md: 11
      content/b.md: https://acme.atlassian.net/wiki/spaces/DEV/pages/12/B
      """
    try withSite(Self.cloud, book: book) { site, said in
      let a = "https://acme.atlassian.net/wiki/spaces/OPS/pages/11"
      let wanted = [
        a, a + "#It-works-%26-is-100%25-safe", a + "#Look.1", a, a + "#Look.1",
        "https://acme.atlassian.net/wiki/spaces/DEV/pages/12/B#Look",
      ]
      for payload in ["cloud.html", "dc.html", "adf.json"] {
        let found = try links("index", payload, in: site)
        #expect(found == wanted, "\(payload)")
      }
      let own = try links("a", "cloud.html", in: site)
      #expect(own == [a + "#Look.1"])
      let storage = try String(
        contentsOf: site.appendingPathComponent("index/storage.xml"), encoding: .utf8)
      #expect(storage.components(separatedBy: "<ri:page ").count == 7)
      #expect(!said.contains("lead"), "\(said)")
    }
  }

  @Test func onDataCenterLinksLeadToTheNumberAndElseToTheTitle() throws {
    try withSite(Self.dataCenter, book: "content/a.md: 11\n") { site, said in
      let a = "https://pages.example/c/pages/viewpage.action?pageId=11"
      let wanted = [
        a, a + "#Restartanode-Itworks%26is100%25safe", a + "#Restartanode-Look.1", a,
        a + "#Restartanode-Look.1",
        "https://pages.example/c/pages/viewpage.action?spaceKey=DEV&title=B%3F#B%3F-Look",
      ]
      for payload in ["cloud.html", "dc.html", "adf.json"] {
        let found = try links("index", payload, in: site)
        #expect(found == wanted, "\(payload)")
      }
      // Data Center's own form within a page.
      let own = try links("a", "dc.html", in: site)
      #expect(own == ["#look-1"])
      #expect(!said.contains("lead"), "\(said)")
    }
  }

  @Test func theWikiIsTheLastResortAndTheBuildSaysSo() throws {
    try withSite(Self.cloud, book: "content/b.md: 12\n") { site, said in
      let wanted = [
        "https://wiki.example/a.html", "https://wiki.example/a.html#it-works--is-100-safe",
        "https://wiki.example/a.html#look-1", "https://wiki.example/a.html#restart-a-node",
        "https://wiki.example/a.html#step-drain",
        "https://acme.atlassian.net/wiki/spaces/DEV/pages/12#Look",
      ]
      let found = try links("index", "cloud.html", in: site)
      #expect(found == wanted)
      #expect(
        said.contains(
          "Confluence: 5 links to other pages lead to the wiki until confluence-pages.yml says where "
            + "those pages are in Confluence"), "\(said)")
    }
  }

  @Test func numbersNeedAConfluence() throws {
    let config = Self.cloud.replacingOccurrences(
      of: "url: \"https://acme.atlassian.net\", ", with: "")
    try withSite(config, book: "content/a.md: 11\n") { _, said in
      #expect(
        said.contains("6 links to other pages lead to the wiki until 'confluence: {url: …}' says"),
        "\(said)")
    }
  }

  @Test func aBadEntryIsFoundAtItsPlace() throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    try FileManager.default.createDirectory(
      at: project.appendingPathComponent("content"), withIntermediateDirectories: true)
    try ReferencePage.text("A", "Text.").write(
      to: project.appendingPathComponent("content/a.md"), atomically: true, encoding: .utf8)
    try "# ours\na.md: 5\ncontent/a.md: 6x\n".write(
      to: project.appendingPathComponent("confluence-pages.yml"), atomically: true, encoding: .utf8)
    let check = try Tool.run(["check", "--today", "2026-11-23"], in: project)
    #expect(check.status == 1)
    #expect(check.errors.contains("confluence-pages.yml:2:1"), "\(check.errors)")
    #expect(check.errors.contains("there is no page `a.md`"), "\(check.errors)")
    #expect(check.errors.contains("confluence-pages.yml:3:15"), "\(check.errors)")
  }

  /// The wiki of this project, with an address for every page.
  @Test func everyLinkOfOurOwnPagesStaysInConfluence() throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    let content = project.appendingPathComponent("content")
    try FileManager.default.copyItem(
      at: TestPages.root.appending(path: "content"), to: content)
    let config = try String(
      contentsOf: TestPages.root.appending(path: "runbookgen.yml"), encoding: .utf8)
    try
      (config.replacingOccurrences(
        of: "site:\n", with: "site:\n  base_url: \"https://wiki.example/\"\n")
      + "\nconfluence: {url: \"https://acme.atlassian.net/wiki\", space: OPS}\n").write(
        to: project.appendingPathComponent("runbookgen.yml"), atomically: true, encoding: .utf8)
    let sources = try #require(FileManager.default.enumerator(atPath: content.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
    let lines = sources.enumerated().map { "content/\($1): \($0 + 100)\n" }
    try lines.joined().write(
      to: project.appendingPathComponent("confluence-pages.yml"), atomically: true, encoding: .utf8)
    let build = try Tool.run(["build", "--today", "2026-11-23"], in: project)
    #expect(build.status == 0, "\(build.errors)")
    #expect(!build.errors.contains("lead to the wiki"), "\(build.errors)")
    let site = project.appendingPathComponent("site/confluence")
    let wiki = Set(sources.map { "https://wiki.example/" + $0.dropLast(3) + ".html" })
    var inside = 0
    for source in sources {
      let page = String(source.dropLast(3))
      let storage = try String(
        contentsOf: site.appendingPathComponent("\(page)/storage.xml"), encoding: .utf8)
      let named = storage.components(separatedBy: "<ri:page ").count - 1
      for payload in ["cloud.html", "dc.html", "adf.json"] {
        let links = try links(page, payload, in: site)
        let left = links.filter { link in wiki.contains { link == $0 || link.hasPrefix($0 + "#") } }
        #expect(left == [], "\(page) \(payload)")
        let kept = links.filter {
          $0.hasPrefix("https://acme.atlassian.net/wiki/spaces/PLAT/pages/")
        }
        #expect(kept.count >= named, "\(page) \(payload)")
        inside += kept.count
      }
    }
    #expect(inside > 20)
  }
}
