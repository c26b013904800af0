import RunbookCommands
import Testing

/// Which text in angle brackets is a value to fill in.
@Suite struct PlaceholderTokenTests {
  @Test(arguments: [
    ("<ocm-aro-*-namespace> get", "<ocm-aro-*-namespace>"),
    ("</path/to/file>\nls", "</path/to/file>"),
    ("</path/to-it.yml>", "</path/to-it.yml>"), ("<a b>", "<a b>"),
  ]) func isOne(_ text: String, _ placeholder: String) {
    let bytes = Array(text.utf8)
    #expect(
      PlaceholderToken.end(in: bytes, at: 0, limit: bytes.count) == placeholder.utf8.count)
  }

  @Test(arguments: [
    "</etc/hosts>out", "</etc/hosts >out", "</name>\n", "<a*b>", "<*-a>", "<a-*>", "</", "<a-*",
    "</a/>",
  ]) func isNone(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(PlaceholderToken.end(in: bytes, at: 0, limit: bytes.count) == nil)
  }
}
