import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

@Suite struct RelativeURLTests {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"), ("index.html", "a/b.html", "a/b.html"),
    ("a/b.html", "index.html", "../index.html"), ("a/b.html", "a/c.html", "c.html"),
    ("a/b/c.html", "a/d/e.html", "../d/e.html"), ("a/b.html", "a/b/c.html", "b/c.html"),
    ("a.html", "x y/ü.html", "x%20y/%C3%BC.html"), ("a.html", "b:c.html", "b%3Ac.html"),
    ("a.html", "100%.html", "100%25.html"),
  ])
  func leadsFromPageToPage(_ source: String, _ target: String, _ url: String) {
    #expect(RelativeURL.from(source, to: target) == url)
  }

  @Test func rootIsAsFarAsThePageIsDeep() {
    #expect(["a.html", "a/b.html", "a/b/c.html"].map(RelativeURL.root) == ["", "../", "../../"])
  }
}

@Suite struct SiteTests {
  private func site(_ pages: [(path: String, text: String)]) -> Site {
    let config = SiteConfig()
    let summaries = pages.map { path, text in
      let file = SourceFile(path: "content/" + path, text: text)
      let frontMatter = RunbookParser.frontMatter(of: file).0
      return Checker.survey(frontMatter, of: file, at: PagePath(path), config) { nil }.0
    }
    return Site.assemble(SiteIndex(summaries, assets: []), config)
  }

  @Test func aPageThatNamesItsOwnFileLinksWithinItself() throws {
    let index = site([("a/p.md", "---\ntitle: P\n---\n"), ("b.md", "---\ntitle: B\n---\n")]).index
    let page = PagePath("a/p.md")
    for link in ["p.md#x", "./p.md#x", "../a/p.md#x", "/a/p.md#x", "#x"] {
      #expect(index.resolve(link, from: page) == .samePage(anchor: "x"))
    }
    #expect(index.resolve("p.md", from: page) == .page(page, anchor: nil))
    #expect(index.resolve("../b.md#x", from: page) == .page(PagePath("b.md"), anchor: "x"))
  }

  @Test func readingOrderFollowsOrderThenTitle() {
    let site = site([
      ("z/index.md", "---\ntitle: Z\norder: 1\n---\n"), ("z/b.md", "---\ntitle: Bee\n---\n"),
      ("z/a.md", "---\ntitle: zed\n---\n"), ("z/last.md", "---\ntitle: A\norder: 5\n---\n"),
      ("a/index.md", "---\ntitle: A\norder: 2\n---\n"), ("m/page.md", "---\ntitle: M\n---\n"),
      ("index.md", "---\ntitle: Home\n---\n"),
    ])
    #expect(
      site.readingOrder.map(\.text) == [
        "index.md", "z/index.md", "z/last.md", "z/b.md", "z/a.md", "a/index.md", "m/page.md",
      ])
    #expect(site.sections.map(\.title) == ["Home", "Z", "A", "M"])
  }

  @Test func aFolderIsFollowedByThoseInItAndCountsTheirPages() {
    let site = site([
      ("index.md", "---\ntitle: Home\n---\n"), ("net/lb/drain.md", "---\ntitle: D\n---\n"),
      ("net/lb/pool/add.md", "---\ntitle: A\n---\n"), ("net/ping.md", "---\ntitle: P\n---\n"),
      ("db/index.md", "---\ntitle: Zebra\norder: 3\n---\n"), ("netz/a.md", "---\ntitle: N\n---\n"),
    ])
    #expect(site.sections.map(\.folder) == ["", "db", "net", "net/lb", "net/lb/pool", "netz"])
    #expect(site.sections.map(\.pageCount) == [6, 1, 3, 2, 1, 1])
    #expect(site.section("net")?.folders == ["net/lb"])
    #expect(site.section("db")?.isLeaf == true)
    #expect(site.section("net")?.isLeaf == false)
  }

  @Test(arguments: [
    ("dns_and-vms", "DNS and VMs"), ("rook-ceph", "Rook ceph"), ("etcd-backups", "etcd backups"),
    ("old_notes", "Old notes"), ("iscsi", "iSCSI"), ("k8s-on-s3", "K8s on S3"),
    ("IPv6-notes", "IPv6 notes"),
    ("it", "It"), ("stop", "Stop"), ("Do_Not_Use", "Do Not Use"), ("___", "___"),
    ("_drafts", "Drafts"),
  ])
  func aFolderIsSpelledAsTitlesSpell(_ folder: String, _ title: String) {
    let titles = [
      "CoreDNSErrorsHigh", "Restart the VMs", "VMsNotMigrating", "etcdMembersDown", "etcdNoLeader",
      "Etcd", "Mount an iSCSI target", "K8s upgrades", "Logs in S3", "If it fails", "IT contacts",
      "What it does", "STOP AND CALL", "Rook", "Rebuild a Ceph pool", "ceph", "CEPH tuning",
    ]
    let pages = titles.enumerated().map { number, title in
      ("\(folder)/page-\(number).md", "---\ntitle: \(title)\n---\n")
    }
    #expect(site(pages).section(folder)?.title == title)
  }
}
