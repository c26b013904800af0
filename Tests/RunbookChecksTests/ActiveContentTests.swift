import RunbookChecks
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
    "<foreignObject><body/></foreignObject>", "<iframe/>", "<handler>a</handler>",
    "<!-- --><script>a()</script><!-- -->", "<![CDATA[<script>]]>", "<x <script>",
    "<rect a='>' onload=\"b\"/>",
  ])
  func inAnSVG(_ content: String) {
    #expect(ActiveContent.find(in: Array((Self.svg + content + "</svg>").utf8), at: "a.svg") != nil)
  }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<?xml-stylesheet href=\"a.xsl\"?><svg/>",
    "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>", "<svg>\0</svg>",
  ])
  func aroundAnSVG(_ text: String) {
    #expect(ActiveContent.find(in: Array(text.utf8), at: "a.svg") != nil)
    #expect(ActiveContent.find(in: Array(text.utf8), at: "a.XML") != nil)
  }

  @Test func inAnotherEncoding() {
    let text = "<svg><script/></svg>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(ActiveContent.find(in: [0xFF, 0xFE] + text, at: "a.svg") != nil)
    #expect(ActiveContent.find(in: [0xFF, 0xFE] + text, at: "a") != nil)
    #expect(ActiveContent.find(in: [0x3C, 0xFF, 0x3E], at: "a.svg") != nil)
  }

  @Test(arguments: [
    "<title>on a script</title><desc>onload=x javascript</desc>",
    "<g id=\"online\" class=\"one on\" transform=\"rotate(1)\"><path d=\"M0 0h1\"/></g>",
    "<a href=\"https://example.com/?javascript\"><text>b</text></a>",
    "<image href=\"data:image/png;base64,aaaa\"/>", "<style>rect { fill: url(#a) }</style>",
    "<use href=\"#a\"/><sodipodi:namedview inkscape:zoom=\"1\"/>",
  ])
  func harmless(_ content: String) {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n"
    let bytes = Array((text + Self.svg + content + "</svg>").utf8)
    let found = ActiveContent.find(in: bytes, at: "a.svg")
    #expect(found == nil, "\(String(describing: found))")
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
