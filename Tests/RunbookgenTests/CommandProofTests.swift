import Foundation
import Testing

/// `fix`, `coverage`, `programs` and `explain`, as a user runs them.
@Suite struct CommandProofTests {
  private static let sites = Tool.root.appendingPathComponent("Tests/RunbookgenTests/Sites")

  @Test func fixShowsADiffAndWritesNothing() throws {
    try Tool.withCopy(of: Self.sites.appendingPathComponent("every-mistake")) { site in
      let before = Tool.contents(of: site)
      let result = try Tool.run(["fix"], in: site)
      #expect(result.status == 0)
      #expect(result.output.contains("--- content/prose.md\n+++ content/prose.md\n"))
      #expect(result.output.contains("\n-Restart <node-name>. TBD: how long it takes.\n"))
      #expect(result.output.contains("\n+Restart `<node-name>`. TBD: how long it takes.\n"))
      #expect(Tool.contents(of: site) == before)
    }
  }

  @Test func fixWritesWhatIsCertain() throws {
    try Tool.withCopy(of: Self.sites.appendingPathComponent("source-document")) { site in
      let wrong = "/var/lib/kubelet/config.yaml"
      let check = ["check", "--today", "2026-11-23"]
      #expect(try Tool.run(check, in: site).errors.contains("there is no `\(wrong)`"))
      #expect(try Tool.run(["fix", "--write"], in: site).status == 0)
      let after = try Tool.run(check, in: site).errors
      #expect(!after.contains("there is no `\(wrong)`"))
      let page = site.appendingPathComponent("content/working-with-nodes.md")
      #expect(
        try String(contentsOf: page, encoding: .utf8).contains("/etc/kubernetes/kubelet/config"))
    }
  }

  /// The corrected content is clean, and every command in it was held against a schema.
  @Test func theContentIsProvedCompletely() throws {
    let check = try Tool.run(["check", "--strict", "--today", "2026-11-23"], in: Tool.root)
    #expect(check.errors == "no findings in 7 pages\n")
    let coverage = try Tool.run(["coverage", "--minimum", "100"], in: Tool.root)
    #expect(coverage.status == 0, "\(coverage.output)")
  }

  @Test func coverageBelowTheMinimumFails() throws {
    try Tool.withCopy(of: Self.sites.appendingPathComponent("every-mistake")) { site in
      let page = site.appendingPathComponent("content/links.md")
      try "```bash\nno-such-program --x\ndate\n```\n".write(
        to: page, atomically: true, encoding: .utf8)
      #expect(try Tool.run(["coverage", "--minimum", "100"], in: site).status == 1)
      let json = try Tool.run(["coverage", "--format", "json"], in: site).output
      let report = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let total = try #require(report?["total"] as? [String: Int])
      let (found, known) = (try #require(total["found"]), try #require(total["known"]))
      #expect(found > known)
    }
  }

  @Test func programsPrintsWhatAYamlFileMayHold() throws {
    let names = try Tool.run(["programs"], in: Tool.root).output
    for name in ["aws", "kubectl", "openssl", "sheltie", "tcpdump"] {
      #expect(names.contains("\n\(name)\n"), "\(name)")
    }
    let synopsis = try Tool.run(["programs", "journalctl"], in: Tool.root).output
    #expect(synopsis.contains("\n  -f --follow {endless}\n"))
    #expect(try Tool.run(["programs", "jornalctl"], in: Tool.root).status == 64)
  }

  /// A program in YAML counts without a rebuild.
  @Test func aSiteBringsItsOwnProgram() throws {
    let site = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: site) }
    for folder in ["content", "programs"] {
      try FileManager.default.createDirectory(
        at: site.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    let files = [
      "runbookgen.yml": "directories: {programs: programs}\n",
      "programs/deployctl.yml":
        "dialect: pflag\nsynopsis: |\n  deployctl\n    rollout SERVICE {write}\n      --wait[=TIME:duration]\n",
      "content/index.md": """
      ---
      kind: concept
      title: T
      owner: x
      reviewed: 2026-11-01
      review_every: P6M
      ---

      ```bash
      deployctl rollout web --wait=5m
      deployctl rollout web --wiat=5m
      ```
      """,
    ]
    for (name, text) in files {
      try text.write(to: site.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let result = try Tool.run(["check", "--today", "2026-11-23"], in: site)
    #expect(result.status == 1)
    #expect(result.errors.contains("content/index.md:11:23"))
    #expect(result.errors.contains("did you mean `--wait`?"), "\(result.errors)")
  }

  @Test func everyRuleExplainsItself() throws {
    let rules = try Tool.run(["rules"], in: Tool.root).output.split(separator: "\n")
    #expect(rules.count > 80)
    for id in rules.compactMap({ $0.split(separator: " ").first }).prefix(12) {
      let page = try Tool.run(["explain", String(id)], in: Tool.root)
      #expect(page.status == 0 && page.output.contains(id), "\(id)")
    }
  }
}
