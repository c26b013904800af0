import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// What Cloud's editor makes links of by itself; which words, was compared with linkify-it on thousands of
/// made-up ones.
@Suite("Confluence: words that become links")
struct ConfluenceFuzzyLinkTests {
  private func words(_ content: Inline...) -> [String] {
    let block = PageTree.block(.paragraph(content))
    return StorageRendering().output(.cloud, [block]).losses.losses.map(\.what)
  }

  @Test(arguments: [
    ("run deploy.sh now", "deploy.sh"), ("README.md", "README.md"), ("(node.name)", "node.name"),
    ("machineconfiguration.openshift.io/state", "machineconfiguration.openshift.io"),
    ("see a.b-c.com.", "a.b-c.com"), ("at db.example.org:5432", "db.example.org:5432"),
    ("mail ops@example.com", "ops@example.com"), ("root@10.0.0.1", "root@10.0.0.1"),
    ("key=host.io", "key=host.io"), ("=host.io", "host.io"), ("X.COM", "X.COM"),
  ])
  func isTaken(_ text: String, _ word: String) {
    #expect(words(PageTree.text(text)) == ["\"\(word)\" as plain text"])
    #expect(words(PageTree.code(text)) == ["\"\(word)\" as plain text"])
  }

  @Test(arguments: [
    "v1.2.3", "values.yaml", "10.0.0.1", "./deploy.sh", "scripts/deploy.sh", "a.io-x", "a.io_x",
    "a.io.x", "-a.io", "a-.io", ".io", "deploy .sh", "C:\\run\\deploy.sh", "https://a.io",
    "a.io:x.",
    "node.kubernetes", "e.g.", "a.io:99999",
  ])
  func isLeft(_ text: String) {
    // `a.io:x.` is the host alone.
    #expect(words(PageTree.text(text)) == (text == "a.io:x." ? ["\"a.io\" as plain text"] : []))
  }

  @Test func textOfOneLookIsOneText() {
    #expect(words(PageTree.text("deploy"), PageTree.text(".sh")) == ["\"deploy.sh\" as plain text"])
    #expect(words(PageTree.text("deploy"), PageTree.strong(PageTree.text(".sh"))) == [])
    #expect(words(PageTree.link("https://a.b", PageTree.text("deploy.sh"))) == [])
    let block = PageTree.fence("bash", "deploy.sh\n")
    #expect(StorageRendering().output(.cloud, [block]).losses.losses.map(\.what) == [])
    #expect(
      StorageRendering().output(.dataCenter, [PageTree.paragraph("a.sh")]).losses.losses == [])
  }
}
