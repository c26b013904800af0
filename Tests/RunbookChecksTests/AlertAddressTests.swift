import RunbookModel
import Testing

@testable import RunbookChecks

/// Where links of alerts lead, by the addresses that a site is published at.
@Suite struct AlertAddressTests {
  private func site() -> SiteIndex {
    let pages = ["page.md", "nodes/Down.md", "nodes/index.md", "disks/full.md"].map { path in
      var metadata = RunbookMetadata()
      if path == "nodes/Down.md" {
        metadata.aliases = [Field("old/node", at: SourceRange(file: path, bytes: 0..<1))]
      }
      return PageSummary(path: PagePath(path), sourcePath: "content/" + path, metadata: metadata)
    }
    return SiteIndex(pages, assets: [])
  }

  private func target(_ url: String, base: String? = "https://Ops.example.com/wiki") -> String {
    let addresses = AlertAddresses(site(), base: base, generated: ["by-alert", "search.html"])
    switch addresses.target(of: url) {
    case .elsewhere: return "elsewhere"
    case .page(let path, let anchor): return path.text + (anchor.map { "#" + $0 } ?? "")
    case .near(let path, let anchor, let address):
      return "near \(path.text)" + (anchor.map { "#" + $0 } ?? "") + " by \(address)"
    case .other: return "other"
    case .alert: return "alert"
    case .missing(let path): return "missing \(path)"
    }
  }

  @Test(arguments: [
    ("https://ops.example.com/wiki/nodes/Down.html", "nodes/Down.md"),
    ("http://OPS.example.com/wiki/nodes/Down.html?x=1#a%20b", "nodes/Down.md#a b"),
    ("https://ops.example.com/wiki/nodes/Down", "nodes/Down.md"),
    ("https://ops.example.com/wiki/nodes/", "nodes/index.md"),
    ("https://ops.example.com/wiki/nodes", "nodes/index.md"),
    ("https://ops.example.com/wiki/old/node", "nodes/Down.md"),
    ("https://ops.example.com/wiki/old/node/", "nodes/Down.md"),
    ("https://ops.example.com/wiki/nodes/down/#x", "near nodes/Down.md#x by nodes/down/"),
    ("https://ops.example.com/wiki/nodes/dwn", "missing nodes/dwn"),
    ("https://ops.example.com/wiki/disks/", "other"),
    ("https://ops.example.com/wiki/by-alert/x.html", "other"),
    ("https://ops.example.com/wiki/search.html?q=x", "other"),
    ("https://ops.example.com/wikis/nodes/Down.html", "elsewhere"),
    ("https://other.example.com/wiki/nodes/Down.html", "elsewhere"),
    ("https://ops.example.com/wiki/runbooks/NodeDown", "alert"),
    ("https://ops.example.com/wiki/{{ $value }}", "elsewhere"),
    ("/wiki/nodes/Down.html", "elsewhere"), ("", "elsewhere"), ("https://", "elsewhere"),
    ("https://ops.example.com/wiki/../../etc", "missing ../../etc"),
  ])
  func leads(_ url: String, _ wanted: String) {
    #expect(target(url) == wanted)
  }

  @Test func withoutABaseNothingIsKnown() {
    #expect(target("https://ops.example.com/wiki/nodes/Down.html", base: nil) == "elsewhere")
  }
}
