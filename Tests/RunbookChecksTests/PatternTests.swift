import Foundation
import RunbookChecks
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "ip-192-0-2-17.internal", true),
    ("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "Node", false),
    ("^[a-z]{2}(-[a-z]+)+-[0-9]+$", "eu-central-1", true),
    ("^[a-z]{2}(-[a-z]+)+-[0-9]+$", "eu-1", false),
    ("^i-[0-9a-f]{8,17}$", "i-0a1b2c3", false),
    ("^i-[0-9a-f]{8,17}$", "i-0a1b2c3d", true),
    ("b+", "abc", true), ("^b+", "abc", false), ("", "abc", true), ("^$", "", true),
    ("^(?:pod|node)$", "node", true), ("^(pod|)$", "", true), ("^pod|node$", "podium", true),
    ("^a{2}$", "aa", true), ("^a{2,}$", "a", false), ("^a{0,1}b$", "aab", false),
    ("^a{b$", "a{b", true), ("^x{1,2}?$", "xx", true), ("^a+?b*?$", "aab", true),
    (#"^\d+\.\d$"#, "12.3", true), (#"^\d+\.\d$"#, "12x3", false), (#"^\w+\s\W$"#, "a_1 -", true),
    (#"\bcat\b"#, "a cat.", true), (#"\bcat\b"#, "concat", false), (#"\Bcat"#, "concat", true),
    ("^[^a-c]+$", "xyz", true), ("^[^a-c]+$", "xbz", false), (#"^[\w.-]+$"#, "a.b-c", true),
    ("^[a-]$", "-", true), (#"^[\]\\]$"#, "]", true), ("^.$", "é", true), ("^.$", "\n", false),
    ("^[А-я]+$", "Узел", true), (#"^[^\d]$"#, "5", false), (#"^[\D]$"#, "x", true),
  ]) func matches(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try Pattern(pattern).isFound(in: text) == expected)
  }

  /// The page that a reader fills in has to judge as we do: the browser tests run the same table.
  @Test func judgesAsTheBrowserDoes() throws {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Browser/pattern-verdicts.json")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: table)) as? [[Any]])
    #expect(rows.count > 30)
    for row in rows {
      let pattern = try #require(row[0] as? String)
      let text = try #require(row[1] as? String)
      #expect(try Pattern(pattern).isFound(in: text) == row[2] as? Bool, "\(pattern) in \(text)")
    }
  }

  @Test(arguments: ["(a", "a)", "[a", "*a", "a|*", "a**", "a{3,1}", "[z-a]", "a\\", "(?:a"])
  func invalidIsRefused(_ pattern: String) {
    let error = #expect(throws: Pattern.Problem.self) { try Pattern(pattern) }
    #expect(error != .unsupported)
  }

  @Test(arguments: [
    "(?=a)", "(?<n>a)", #"(a)\1"#, #"\p{L}"#, "[[:alpha:]]", "[]a]", "^*", "a++", "a{,3}",
    "((a{500}){500})", String(repeating: "(", count: 200) + String(repeating: ")", count: 200),
  ]) func otherDialectsAreLeftAlone(_ pattern: String) {
    #expect(throws: Pattern.Problem.unsupported) { try Pattern(pattern) }
  }

  /// A matcher that goes back and tries again would need longer than the sun will shine.
  @Test(arguments: ["^(a*)*b$", "^(a|a)+b$", "^(a+)+$", "^a{0,1000}a{0,1000}b$"])
  func noPatternExplodes(_ pattern: String) throws {
    let text = String(repeating: "a", count: 800) + "c"
    #expect(try !Pattern(pattern).isFound(in: text))
  }
}
