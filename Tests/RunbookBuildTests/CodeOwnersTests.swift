import RunbookBuild
import Testing

@Suite struct CodeOwnersTests {
  @Test(arguments: [
    ("* @all", "a/b.md", "@all"), ("*.md @md", "a/b.md", "@md"), ("*.md @md", "a/b.sh", nil),
    ("/docs/ @d", "docs/x/y.md", "@d"), ("/docs/ @d", "a/docs/y.md", nil),
    ("docs/ @d", "a/docs/y.md", "@d"), ("docs/* @d", "docs/y.md", "@d"),
    ("docs/* @d", "docs/a/y.md", nil), ("docs/a @d", "docs/a/y.md", "@d"),
    ("**/logs @d", "x/logs/y.md", "@d"), ("a\\ b/ @d", "a b/y.md", "@d"),
    ("* @all\n/docs/", "docs/y.md", nil), ("# * @no\n* jo@example.com", "y.md", "jo@example.com"),
    ("[Docs] @team\ndocs/", "docs/y.md", "@team"), ("* @one # @two", "y.md", "@one"),
  ])
  func theLastPatternCounts(_ text: String, _ file: String, _ owner: String?) {
    #expect(CodeOwners(text).owner(of: file) == owner)
    let inProject = CodeOwners("* @all\nops/ @ops", prefix: "ops/")
    #expect(inProject.owner(of: file) == "@ops")
  }
}
