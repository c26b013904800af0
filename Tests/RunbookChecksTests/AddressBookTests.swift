import RunbookChecks
import RunbookModel
import RunbookParsing
import Testing

/// `confluence-pages.yml`: what an address says, what is refused where, and what is written.
@Suite struct AddressBookTests {
  private func read(_ text: String, url: String? = nil) -> (
    AddressBookSchema.Reading, [String]
  ) {
    let file = SourceFile(path: AddressBook.fileName, bytes: Array(text.utf8))
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    var confluence = SiteConfig().confluence
    confluence.url = url
    let reading = AddressBookSchema.read(root, in: file, confluence)
    let found = (problems + reading.diagnostics).map { finding in
      let start = finding.range.bytes.lowerBound
      let line = file.lines.line(at: start)
      return "\(line + 1):\(start - file.lines.starts[line] + 1) \(finding.id) \(finding.summary)"
    }
    return (reading, found)
  }

  // MARK: - Addresses

  @Test(
    arguments: [
      ("123456", "123456", nil, nil),
      (
        "https://acme.atlassian.net/wiki/spaces/OPS/pages/123456/Restart+a+node#Verify", "123456",
        "https://acme.atlassian.net/wiki", "OPS"
      ),
      (
        "https://Acme.atlassian.net/wiki/spaces/OPS/pages/edit-v2/123456", "123456",
        "https://acme.atlassian.net/wiki", "OPS"
      ),
      (
        "https://wiki.example/pages/viewpage.action?pageId=77", "77", "https://wiki.example", nil
      ),
      ("https://wiki.example/c/display/~ann/Restart+it", nil, "https://wiki.example/c", "~ann"),
      (
        "http://wiki.example:8090/pages/viewpage.action?spaceKey=OPS&title=a%3F", nil,
        "http://wiki.example:8090", "OPS"
      ),
      // The number 84803642 is 3A 00 0E 05 with its lowest byte first.
      ("https://wiki.example/x/OgAOBQ", "84803642", "https://wiki.example", nil),
    ] as [(String, String?, String?, String?)])
  func addressOfAPage(text: String, id: String?, site: String?, space: String?) throws {
    let address = try #require(PageAddress(text))
    #expect(address.id == id)
    #expect(address.site == site)
    #expect(address.space == space)
  }

  @Test(arguments: [
    "", "0", "0123", "12 3", "-1", "123456789012345678901", "https://", "https:///display/A/B",
    "https://acme.atlassian.net/wiki", "https://acme.atlassian.net/wiki/spaces/OPS/overview",
    "https://acme.atlassian.net/wiki/spaces/OPS/blog/2026/123", "ftp://a.example/display/A/B",
    "javascript:alert(1)//display/A/B", "https://u:p@a.example/display/A/B",
    "https://a.example/display/A/B\" onclick=\"x", "https://a.example/x/!!", "/display/A/B",
    "https://a.example/pages/viewpage.action?pageId=1x",
  ])
  func noAddressOfAPage(text: String) {
    #expect(PageAddress(text) == nil)
  }

  @Test func addressesThatAreMade() throws {
    let cloud = ConfluenceSite(url: "https://acme.atlassian.net/wiki", target: .cloud)
    let center = ConfluenceSite(url: "https://wiki.example", target: .dataCenter)
    let seven = PageAddress(id: "7")
    #expect(
      cloud.view(seven, space: "OPS") == "https://acme.atlassian.net/wiki/spaces/OPS/pages/7")
    #expect(
      cloud.view(seven, space: nil)
        == "https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=7")
    #expect(
      center.view(seven, space: "OPS") == "https://wiki.example/pages/viewpage.action?pageId=7")
    #expect(
      cloud.edit(seven, space: "OPS")
        == "https://acme.atlassian.net/wiki/spaces/OPS/pages/edit-v2/7")
    #expect(
      center.edit(seven, space: "OPS") == "https://wiki.example/pages/editpage.action?pageId=7")
    #expect(
      center.create("Ä & B", below: seven, space: "OPS")
        == "https://wiki.example/pages/createpage.action?spaceKey=OPS&title=%C3%84%20%26%20B"
        + "&fromPageId=7")
    #expect(
      center.view(title: "Restart a node", space: "OPS")
        == "https://wiki.example/display/OPS/Restart+a+node")
    #expect(
      center.view(title: "Why?", space: "OPS")
        == "https://wiki.example/pages/viewpage.action?spaceKey=OPS&title=Why%3F")
    // What shows a page stays as it was given; the address of an editor does not.
    let given = "https://acme.atlassian.net/wiki/spaces/OPS/pages/7/Restart"
    #expect(cloud.view(try #require(PageAddress(given + "#x")), space: nil) == given)
    let editor = "https://acme.atlassian.net/wiki/spaces/OPS/pages/edit-v2/7?draftShareId=1"
    #expect(
      cloud.view(try #require(PageAddress(editor)), space: nil)
        == "https://acme.atlassian.net/wiki/spaces/OPS/pages/7")
  }

  // MARK: - The file

  @Test func everyBadEntryIsNamedAndLeftOut() {
    let (reading, found) = read(
      """
      content/a.md: 1
      content/b.md: restart
      content/c.md: https://other.example/display/OPS/C
      content/d.md:
      content/e.md: https://acme.atlassian.net/wiki/spaces/OPS/pages/1/E
      content/f.md: [2]
      content/a.md: 3
      content/g.md: 4
      """, url: "https://acme.atlassian.net/wiki")
    #expect(reading.book.sources == ["content/a.md", "content/g.md"])
    #expect(
      found == [
        "7:1 config-duplicate-key `content/a.md` is given twice",
        "2:15 config-type `content/b.md` is `restart`; it takes the number of a page in Confluence, "
          + "such as 123456, or its address",
        "3:15 config-type this page is in `https://other.example`, not in "
          + "`https://acme.atlassian.net/wiki`",
        "4:1 config-type `content/d.md` is nothing; it takes the number of a page in Confluence, "
          + "such as 123456, or its address",
        "5:1 config-type `content/e.md` and `content/a.md` are both the page 1",
        "6:15 config-type `content/f.md` is a list; it takes the number of a page in Confluence, "
          + "such as 123456, or its address",
      ])
  }

  @Test func pagesOfTwoSitesAreNoticedWithoutAConfiguration() {
    let (reading, found) = read(
      """
      a.md: https://one.example/display/A/A
      b.md: https://two.example/display/A/B
      """)
    #expect(reading.book.sources == ["a.md"])
    #expect(
      found == [
        "2:7 config-type this page is in `https://two.example`, not in `https://one.example`"
      ])
  }

  @Test(arguments: ["a.md", "- a.md: 1", "{", "\"a: 1"])
  func aFileThatIsNoMappingIsOneFinding(text: String) {
    let (reading, found) = read(text)
    #expect(reading.book.isEmpty)
    #expect(found.count == 1, "\(found)")
  }

  @Test func whatIsWrittenIsReadAndSorted() {
    var book = AddressBook()
    let names = [
      "content/z.md", "content/a b.md", "content/yes", "content/ü: #1.md", "content/\"x\".md",
      "no", "content/Z.md",
    ]
    for (number, name) in names.enumerated() { book[name] = PageAddress(id: String(number + 1)) }
    book["content/full.md"] = PageAddress("https://wiki.example/display/OPS/A:")
    let (reading, found) = read(book.text)
    #expect(found == [])
    #expect(reading.book == book)
    #expect(reading.book.text == book.text)
    let lines = book.text.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(reading.book.sources.first == "content/\"x\".md")
    book["content/z.md"] = nil
    #expect(read(book.text).0.book.sources.count == 7)
  }

  @Test func commentsAreReadAndNotKept() {
    let (reading, found) = read("# ours\nb.md: 2 # second\n\na.md: \"1\"\n")
    #expect(found == [])
    #expect(reading.book.text == "a.md: 1\nb.md: 2\n")
    #expect(read("").0.book.isEmpty)
    #expect(read("# nothing\n").1 == [])
  }

  @Test(
    arguments: [
      ("https://acme.atlassian.net", "https://acme.atlassian.net/wiki"),
      ("https://Acme.atlassian.net/wiki/", "https://acme.atlassian.net/wiki"),
      ("http://wiki.example:8090", "http://wiki.example:8090"),
      ("https://wiki.example/confluence", "https://wiki.example/confluence"),
      ("https://acme.atlassian.net/wiki/spaces/OPS", nil), ("acme.atlassian.net", nil),
      ("https://wiki.example/?a=1", nil), ("https://", nil), ("javascript://x", nil),
    ] as [(String, String?)])
  func addressOfConfluence(text: String, url: String?) {
    let file = SourceFile(
      path: "runbookgen.yml", bytes: Array("confluence: {url: \"\(text)\"}\n".utf8))
    let root = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config").0
    let (config, found) = SiteConfigSchema.read(root, in: file)
    #expect(config.confluence.url == url)
    #expect(found.map(\.id) == (url == nil ? ["config-type"] : []))
  }
}
