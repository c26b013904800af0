import RunbookChecks
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", "a.md", true), ("*", "a/b.md", false), ("**", "a/b.md", true), ("**", "", true),
    ("legacy/**", "legacy/a/b.md", true), ("legacy/**", "legacy.md", false),
    ("**/a.md", "a.md", true), ("**/a.md", "x/y/a.md", true), ("**/a.md", "xa.md", false),
    ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true), ("a?.md", "ab.md", true),
    ("a?.md", "a/.md", false), ("a*b*c.md", "aXbYc.md", true), ("a*b*c.md", "a/bc.md", false),
    ("", "a", false), ("é*.md", "élan.md", true),
  ])
  func matches(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(Glob(pattern).matches(path) == isMatch)
  }

  /// A backtracking matcher would not come back from this one.
  @Test func manyStarsAreNoTrap() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 400)))
  }
}
