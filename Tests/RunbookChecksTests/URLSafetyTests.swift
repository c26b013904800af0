import RunbookModel
import Testing

@Suite struct URLSafetyTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:a", "\u{1}javascript:a",
    "java\tscript:a", "java\nscript:a", "java\rscript\t:a", "vbscript:a", "data:text/html,a",
    "data:image/svg+xml,a", "data:image/png+xml,a", "data:,a", "data:image/pngx;a", "file:///etc",
    "view-source:javascript:a", "jar:javascript:a!/", "feed:javascript:a", "blob:http://a/b",
    "filesystem:http://a/b", "about:blank", "intent:a", "ms-msdt:a", "livescript:a", "mhtml:a",
  ])
  func refused(_ address: String) {
    #expect(!URLSafety.isSafe(address))
    #expect(!URLSafety.isWebAddress(address))
  }

  @Test(arguments: [
    "", "a.md", "/a", "//host/a", "#a", "?a", "https://a.b/javascript:c", "a/javascript:b",
    "?q=javascript:a", "#javascript:a", "ssh://host", "slack://channel", "mailto:a@b", "tel:1",
    "data:image/png;base64,a", "data:image/gif,a", "DATA:image/WEBP;a", "javascript", "1.2:3",
    "./javascript:a",
  ])
  func allowed(_ address: String) { #expect(URLSafety.isSafe(address)) }

  @Test func rawHTMLHasAClosedList() {
    for address in ["https://a", "http://a", "mailto:a", "tel:1", "a.md", "#a", "//a"] {
      #expect(URLSafety.isWebAddress(address))
    }
    for address in ["ssh://a", "slack://a", "foo:bar", "data:image/png;a"] {
      #expect(!URLSafety.isWebAddress(address))
    }
  }
}
