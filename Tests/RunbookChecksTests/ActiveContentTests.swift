import RunbookChecks
import RunbookModel
import Testing

@Suite struct ActiveContentTests {
  static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">"

  @Test(arguments: [
    "<script>a()</script>", "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">a()</svg:script>",
    "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">a()</h:script>", "<SCRIPT/>",
    "<rect onclick=\"a()\"/>", "<rect onload='a()'/>", "<rect\nonmouseover\n=\n\"a()\"/>",
    "<rect a=\"b\"onfocus=\"c\"/>", "<rect/onload=a()>", "<g><animate onbegin=\"a()\"/></g>",
    "<a href=\"javascript:a()\"><text>b</text></a>",
    "<a xlink:href=\"&#106;ava&#x09;script:a()\"><text>b</text></a>",
    "<a href=\"java\nscript:a()\"><text>b</text></a>",
    "<a><set attributeName=\"href\" to=\"javascript:a()\"/></a>",
    "<a><animate attributeName=\"href\" values=\"#;javascript:a()\"/></a>",
    "<use href=\"data:image/svg+xml,a#b\"/>", "<image href=\"data:text/html,a\"/>",
    "<iframe/>", "<handler>a</handler>", "<a b='<script>'/>", "<!-- <script> -->",
    "<a href=\"&#0000000000000000000000106;avascript:a()\"/>",
    "<a href=\"&#x6A;avascript&colon;b\"/>",
    "<a href=\"&#106avascript:a()\"/>", "<a href=\"&#x0000000000006a;avascript:a()\"/>",
    "<a href=\" j\ta\nv\ra s c r i p t :a()\"/>", "<a href='VBScript:a'/>",
    "<a href=\"https:&#47;&#47;a.b\" title='x' xlink:href='javascript:a()'/>",
    "<animate attributeName='href' values='#a;data:text/html,b'/>", "<use href=' DATA: ,a'/>",
    "<image href='data:image/s&#118;g+xml,a'/>", "<rect ONLOAD='a'/>", "<rect a:onload='b'/>",
    "<rect a=b onload=c>", "<rect a='b' onload", "<rect onload", "<rect a='\" onload=b",
    "<svg:iframe:/>", "<x><!DOCTYPE a [<!ELEMENT b ANY>]></x>", "<rect a=\"javascript:",
    "<!-- --><script>a()</script><!-- -->", "<![CDATA[<script>]]>", "<x <script>",
    "<rect a='>' onload=\"b\"/>",
  ])
  func inAnSVG(_ content: String) {
    #expect(ActiveContent.find(in: Array((Self.svg + content + "</svg>").utf8), at: "a.svg") != nil)
  }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<?xml-stylesheet href=\"a.xsl\"?><svg/>",
    "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>", "<svg>\0</svg>",
    "<!DOCTYPE svg PUBLIC \"a>b\" [<!ATTLIST svg onload CDATA \"a()\">]><svg/>",
    "<?xml version=\"1.0\" encoding='ISO-2022-JP'?><svg/>", "<?xml version=\"1.0\"",
    "<?xml version=\"1.0\"\(String(repeating: " ", count: 500))encoding=\"ISO-2022-JP\"?><svg/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8-x\"?><svg/>",
  ])
  func aroundAnSVG(_ text: String) {
    #expect(ActiveContent.find(in: Array(text.utf8), at: "a.svg") != nil)
    #expect(ActiveContent.find(in: Array(text.utf8), at: "a.XML") != nil)
  }

  /// Every tag looks for its end; none goes through the rest of the file. Each byte is a megabyte's
  /// part of a second or of hours.
  @Test(arguments: [
    "<!doctype ", "<", "<a b=\"", "<a b='\"", "<a b=\"'\"'", "<!DOCTYPE a><", "<a ", "<a:", "&#1",
    "<a b='&amp;", "<a b=':", "<a b='data:", "<!-- ", "<![CDATA[",
  ])
  func manyTimes(_ unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(ActiveContent.find(in: Array(text.utf8), at: "a.svg") == nil)
  }

  @Test func aDocumentTypeMayComeFirst() {
    for start in ["<!DOCTYPE svg PUBLIC \"a\" \"b\">", "<!doctype svg>\n", "<!-- a -->"] {
      #expect(ActiveContent.find(in: Array((start + "<svg/>").utf8), at: "a.svg") == nil)
    }
  }

  @Test func inAnotherEncoding() {
    let text = "<svg><script/></svg>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(ActiveContent.find(in: [0xFF, 0xFE] + text, at: "a.svg") != nil)
    #expect(ActiveContent.find(in: [0xFF, 0xFE] + text, at: "a") != nil)
    #expect(ActiveContent.find(in: [0x3C, 0xFF, 0x3E], at: "a.svg") != nil)
  }

  /// What is nearly always there in drawings of draw.io and Mermaid is text; what would run is not.
  @Test(arguments: [
    "<script>a()</script>", "<img src='a' onerror='b()'/>", "<iframe src='a'/>",
    "<a href='javascript:a()'>b</a>", "<form action='https://example.com'><input/></form>",
    "<meta http-equiv='refresh' content='0'/>", "<object data='a.html'/>", "<embed src='a'/>",
    "<button formaction='java&#115;cript:a()'/>", "<iframe srcdoc='&lt;b/&gt;'/>",
    "<link rel='stylesheet' href='a'/>", "<base href='https://example.com'/>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>", "<details ontoggle='a()'/>",
    "<portal src='a'/>", "<frameset/>",
  ])
  func inForeignContent(_ content: String) {
    func drawing(_ inner: String) -> [UInt8] {
      let frame =
        "<switch><foreignObject width=\"100%\" height=\"1\" requiredFeatures=\"a\"><div "
        + "xmlns=\"http://www.w3.org/1999/xhtml\" style=\"display: flex; font: 1px b\">"
        + "<p>a &amp; b<br/>c</p>\(inner)</div></foreignObject></switch>"
      return Array((Self.svg + frame + "</svg>").utf8)
    }
    #expect(ActiveContent.find(in: drawing("<b>d</b>"), at: "a.svg") == nil)
    #expect(ActiveContent.find(in: drawing(content), at: "a.svg") != nil)
  }

  @Test(arguments: [
    "<title>on a script</title><desc>onload=x javascript</desc>",
    "<g id=\"online\" class=\"one on\" transform=\"rotate(1)\"><path d=\"M0 0h1\"/></g>",
    "<a href=\"https://example.com/?javascript\"><text>b</text></a>",
    "<image href=\"data:image/png;base64,aaaa\"/>", "<style>rect { fill: url(#a) }</style>",
    "<use href=\"#a\"/><sodipodi:namedview inkscape:zoom=\"1\"/>",
    "<g style=\"description: a; metadata:none;data-x:text\" once:a=\"b\" content=\"on\"/>",
    "<a href=\"https://example.com/data:text/a\" title=\"a &lt; b &#x26; c: d\"/>",
    "<foreignObject><body>a</body></foreignObject>", "<linked/><formula/><scripts/>",
  ])
  func harmless(_ content: String) {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n"
    let bytes = Array((text + Self.svg + content + "</svg>").utf8)
    let found = ActiveContent.find(in: bytes, at: "a.svg")
    #expect(found == nil, "\(String(describing: found))")
  }

  /// A file that is refused is there: who refers to it is not told that it is missing, as long as
  /// the refusal is an error. Otherwise the page would be published without it.
  @Test(arguments: [("error", [1, 0]), ("warning", [1, 2]), ("off", [0, 2])])
  func refusedFilesAreNotMissing(_ severity: String, _ expected: [Int]) {
    let site = ExampleSite([
      ("content/page.md", "![a](d.svg) [b](d.svg)"),
      ("content/d.svg", Self.svg + "<script/></svg>"),
      ("runbookgen.yml", "rules: {asset-active: \(severity)}\n"),
    ])
    let found = site.diagnostics()
    let dangling = found.filter { ["image-missing", "link-broken"].contains($0.id) }
    #expect([found.count { $0.id == "asset-active" }, dangling.count] == expected)
    #expect(dangling.allSatisfy { $0.summary.contains("is not published") })
  }

  @Test func otherFiles() {
    let html = Array("<!doctype html><script>a()</script>".utf8)
    for name in [
      "a.html", "a.HTM", "a.xhtml", "a.svgz", "a.mht", "a.xsl", "b/a", "a.unknown", "a.",
    ] {
      #expect(ActiveContent.find(in: html, at: name) != nil, "\(name)")
    }
    for name in ["a.png", "a.txt", "a.PDF", "a.yml", "b/a.json"] {
      #expect(ActiveContent.isPassive(name))
      #expect(ActiveContent.find(in: html, at: name) == nil, "\(name)")
    }
    #expect(ActiveContent.find(in: Array("plain".utf8), at: "LICENSE") == nil)
    #expect(ActiveContent.find(in: [], at: "empty") == nil)
  }
}
