import RunbookModel
import Testing

@testable import RunbookChecks

@Suite struct StyleReaderTests {
  /// What a style sheet names, each with its use and what stands in the file there.
  @Test(arguments: [
    ("", []),
    ("a { b: url(c.png) }", ["picture c.png"]),
    ("a { b: URL( 'c d.png' ) , uRl(\"e'f.png\") }", ["picture c d.png", "picture e'f.png"]),
    ("a{b:url(c.png)url(d.png)}", ["picture c.png", "picture d.png"]),
    ("@font-face{font-family:\"F\";src:local('F'),url(f.woff2)format('woff2')}", ["font f.woff2"]),
    ("@media print { @font-face { src: url(f.eot?#iefix) } }", ["font f.eot?#iefix"]),
    ("@font-face { src: url(f.otf) } a { b: url(c.png) }", ["font f.otf", "picture c.png"]),
    (
      "@import 'a.css'; @import url(b.css) print; @IMPORT \"c.css\" layer(x) supports(a: url(d));",
      ["sheet a.css", "sheet b.css", "sheet c.css"]
    ),
    (
      "@charset \"utf-8\"; @namespace s url(http://www.w3.org/2000/svg); a { b: url(c.png) }",
      ["picture c.png"]
    ),
    ("@supports (mask: url(a.png)) { b { mask: url(c.png) } }", ["picture c.png"]),
    (
      "a { b: image-set('c.png' type('image/png') 1x, url(d.png) 2x) \"e.png\" }",
      ["picture c.png", "picture d.png"]
    ),
    (
      "a { --logo: url(c.svg#mark); content: 'url(d.png)'; e: curl(f.png) }", ["picture c.svg#mark"]
    ),
    ("/* url(a.png) */ b/**/{c:url(/*.png)}/* @import 'd.css'", ["picture /*.png"]),
    (
      "a { b: \\75 rl(c\\ d.png), u\\72l('\\63 .png'), url(e\\29.png) }",
      ["picture c d.png", "picture c.png", "picture e).png"]
    ),
    ("a { b: url('c\\\nd.png') }", ["picture cd.png"]),
    ("a { b: url(c d.png), url(e\"f.png), url(g.png) }", ["picture g.png"]),
    ("a { b: url('c.png\n); d: url(e.png) }", ["picture e.png"]),
    ("a { b: url(", []), ("a { b: url(c", ["picture c"]), ("@import 'a", ["sheet a"]),
    ("a { b: url()", ["picture "]), ("a { b: url(c\\", ["picture c\\"]), ("\\", []), ("@", []),
    (
      "}}}} ) @font-face { src: url(f.ttf) } } a { b: url(c.png) }",
      ["font f.ttf", "picture c.png"]
    ),
    ("#url(a.png) 1url(b.png)", []), ("é { ü: url(ö.png) }", ["picture ö.png"]),
  ])
  func namesAreFound(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = StyleReader.references(in: bytes)
    let names: [StyleReference.Use: String] = [
      .font: "font", .picture: "picture", .styleSheet: "sheet",
    ]
    #expect(found.map { "\(names[$0.use] ?? "") \($0.address)" } == expected)
    for reference in found where !text.contains("\\") {
      #expect(String(decoding: bytes[reference.range], as: UTF8.self) == reference.address)
    }
  }

  /// Every start of a style sheet is one too.
  @Test func anyBytesAreRead() {
    let bytes = Array(
      "@import url('a'); @font-face{src:url( b\\29 )}/*c*/ d{e:image-set('f' 1x)url(\"g\\\n\")}"
        .utf8)
    for end in bytes.indices {
      for byte: UInt8 in [0, 10, 34, 40, 41, 92, 123, 125, 255] {
        _ = StyleReader.references(in: bytes[..<end] + [byte])
      }
    }
  }
}
