import Foundation
import Testing

/// Which fixes are made, and what a run says that makes none.
@Suite struct FixCommandTests {
  private static let head =
    "---\nkind: concept\ntitle: A\nowner: T\nreviewed: 2026-11-01\nreview_every: P6M\ntgas: [x]\n---\n"

  private func withProject(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appendingPathComponent("content/deep")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    for name in ["a", "deep/b"] {
      let text = Self.head.replacingOccurrences(of: "title: A", with: "title: \(name)")
      let file = folder.appendingPathComponent("content/\(name).md")
      try (text + "```bash\n$ ls\n$ pwd\n```\n")
        .write(to: file, atomically: true, encoding: .utf8)
    }
    try body(folder)
  }

  private func changed(_ arguments: [String], _ folder: URL) throws -> [String] {
    let result = try Tool.run(["fix"] + arguments, in: folder)
    return result.output.split(separator: "\n")
      .filter { $0.hasPrefix("-") && !$0.hasPrefix("---") || $0.hasPrefix("+++") }
      .map(String.init)
  }

  @Test func pagesAndRulesAreChosen() throws {
    try withProject { folder in
      let all = try changed([], folder)
      #expect(all.filter { $0.hasPrefix("+++") } == ["+++ content/a.md", "+++ content/deep/b.md"])
      #expect(all.filter { $0 == "-tgas: [x]" }.count == 2 && all.contains("-```bash"))
      let page = try changed(["content/deep"], folder)
      #expect(page.filter { $0.hasPrefix("+++") } == ["+++ content/deep/b.md"])
      let rule = try changed(["--rule", "front-matter-unknown-key", "content/a.md"], folder)
      #expect(rule == ["+++ content/a.md", "-tgas: [x]"])
      #expect(try Tool.run(["fix", "--rule", "todo-lift"], in: folder).status == 64)
      #expect(try Tool.run(["fix", "gone.md"], in: folder).status == 64)
    }
  }

  @Test func aRunForContinuousIntegrationFailsWhereSomethingWouldChange() throws {
    try withProject { folder in
      let runs: [([String], Int32)] = [
        ([], 0), (["--check"], 1), (["--check", "--write"], 64), (["--write"], 0), (["--check"], 0),
      ]
      for (arguments, status) in runs {
        let result = try Tool.run(["fix"] + arguments, in: folder)
        #expect(result.status == status, "\(arguments)")
      }
    }
  }

  @Test func aPageThatIsGoneOrMisspeltIsNamed() throws {
    try withProject { folder in
      for command in ["check", "fix"] {
        let near = try Tool.run([command, "content/aa.md"], in: folder)
        #expect(near.status == 64)
        #expect(near.errors.contains("'content/aa.md'. Did you mean 'content/a.md'?"))
        let gone = try Tool.run([command, "content/something-else.md"], in: folder)
        #expect(gone.errors.contains("there is no page or folder 'content/something-else.md'"))
      }
    }
  }

  @Test func rulesAreDocuments() throws {
    func document(_ arguments: [String]) throws -> [String: Any] {
      let text = try Tool.run(arguments + ["--format", "json"], in: Tool.root).output
      return try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let rules = try #require(try document(["rules"])["rules"] as? [[String: Any]])
    #expect(rules.count > 100 && rules.allSatisfy { $0["severity"] is String })
    let rule = try document(["explain", "todo-left"])
    #expect(rule["id"] as? String == "todo-left")
    #expect((rule["failing"] as? [[[String: String]]])?.first?.first?["path"] == "content/page.md")
    let page = try Tool.run(
      ["explain", "code-fence-unclosed", "--format", "markdown"], in: Tool.root)
    #expect(page.output.hasPrefix("# code-fence-unclosed\n\nerror: "))
    let table = try Tool.run(["rules", "--format", "markdown"], in: Tool.root).output
    #expect(table.split(separator: "\n").count == rules.count + 2)
  }
}
