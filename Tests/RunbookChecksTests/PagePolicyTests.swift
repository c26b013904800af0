import RunbookModel
import RunbookParsing
import Testing

@testable import RunbookChecks

@Suite struct PagePolicyTests {
  private func config(_ text: String) -> (SiteConfig, [Diagnostic]) {
    let file = SourceFile(path: "runbookgen.yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    let (config, found) = SiteConfigSchema.read(root, in: file)
    return (config, problems + found)
  }

  @Test(arguments: [
    "img.example.com", "IMG.example.com", "localhost", "10.0.0.1", "grafana:3000", "*.example.com",
    "*.cdn.example.co.uk", "*.example.com:8443", "xn--bcher-kva.example",
  ])
  func aHostIsTaken(_ host: String) {
    let (config, found) = config("image_hosts: ['\(host)']")
    #expect(found.map(\.summary) == [])
    #expect(PagePolicy(config).text().contains(" https://\(host.lowercased());"))
  }

  @Test(arguments: [
    "*", "*.", "*.com", "*.co.uk", "*example.com", "a.*.com", "https://a.example", "a.example/b",
    "a.example:", "a.example:0", "a.example:99999", "a.example:1:2", "a..example", ".example",
    "-a.b",
    "a_b.example", "bücher.example", "a.example; script-src *", "'self'", "data:", "", "a b",
  ])
  func whatIsNoHostIsReported(_ host: String) {
    let (config, found) = config("image_hosts: [\"\(host)\"]")
    #expect(found.map(\.id) == ["config-type"])
    #expect(found.first?.range.bytes.lowerBound == 14)
    #expect(config.imageHosts.isEmpty)
  }

  @Test func theHostOfAnAddressIsSuggested() {
    let (_, found) = config("image_hosts: ['http://IMG.example.com/a.png']")
    #expect(found.first?.summary.hasSuffix("the name of a host: `img.example.com`") == true)
  }

  @Test(arguments: [
    ("https://a.example/x.png", false), ("HTTPS://A.example/x.png", false),
    ("https://a.example:443/x.png", false), ("https://a.example:8443/x.png", true),
    ("http://a.example/x.png", true), ("https://b.a.example/x.png", true),
    ("https://a.example.evil.example/x.png", true), ("https://a.example@evil.example/x.png", true),
    ("https://evil.example/?https://a.example/", true), ("https://evil.example#a.example", true),
    ("https://b.c.example/x.png", false), ("https://d.b.c.example/x.png", false),
    ("https://c.example/x.png", true), ("https://xc.example/x.png", true),
    ("https:a.example/x.png", false), ("ftp://a.example/x.png", true),
    ("https://wiki.example/x.png", false), ("//wiki.example/x.png", false),
    ("x.png", false), ("../x.png?https://evil.example", false), ("data:image/png,", false),
  ])
  func aPictureIsJudgedByItsHost(_ address: String, _ isBlocked: Bool) {
    let (config, _) = config(
      "image_hosts: [a.example, '*.c.example']\nsite: {base_url: 'https://wiki.example/run/'}")
    #expect(PagePolicy(config).blocks(address, as: .picture) == isBlocked)
  }

  @Test func onlyPicturesHaveHosts() {
    let policy = PagePolicy(config("image_hosts: [a.example]").0)
    #expect(policy.blocks("https://a.example/a.woff2", as: .font))
    #expect(policy.blocks("https://a.example/a.css", as: .styleSheet))
    #expect(policy.blocks("data:text/css,", as: .styleSheet))
    #expect(!policy.blocks("data:font/woff2,", as: .font))
  }

  @Test func aPageThatHoldsAllNamesNoFiles() {
    #expect(
      PagePolicy(SiteConfig()).text(files: "", scripts: nil, styles: "'sha256-a'")
        == "default-src 'none'; script-src 'none'; style-src 'sha256-a'; font-src data:; "
        + "img-src data:; media-src 'none'; base-uri 'none'; form-action 'none'")
  }
}
