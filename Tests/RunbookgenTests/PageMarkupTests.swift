import Foundation
import Testing

/// What a page of the wiki holds, from the files of a project to the bytes of its HTML.
@Suite struct PageMarkupTests {
  private static let config = """
    site: {title: Test wiki, edit_link: "https://git.example.com/{path}"}
    contexts:
      workstation: {title: Your workstation}
      control: {title: Control container, entered_by: {from: workstation, command: aws ssm start-session}}
      host: {title: The node, entered_by: {from: control, command: sheltie}}
    rules: {context-not-entered: off, rollback-missing: off, verification-missing: off}

    """

  private static let frontMatter = """
    kind: runbook
    owner: {team: Team, contact: "#team"}
    reviewed: 2026-11-01
    review_every: P6M

    """

  /// The pages of a project with a page `a.md` besides an index.
  private func build(
    _ page: String, config: String = config, more: [String: String] = [:]
  ) throws -> [String: String] {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    var files = more
    files["runbookgen.yml"] = config
    files["content/index.md"] = "---\ntitle: Home\n\(Self.frontMatter)---\n"
    files["content/a.md"] = page
    for (name, text) in files {
      let file = scratch.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let result = try Tool.run(["build", "--today", "2026-11-25"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return Tool.contents(of: scratch.appendingPathComponent("site")).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func page(_ front: String, _ body: String) throws -> String {
    try #require(try build("---\ntitle: A\n\(Self.frontMatter)\(front)---\n\n\(body)")["a.html"])
  }

  // MARK: Commands

  @Test func aBlockNamesItsPlaceWithTheWayToIt() throws {
    let html = try page(
      "", "## One\n\n```bash {step=look in=host expect=\"active & b\"}\nsystemctl status x\n```\n")
    #expect(html.contains("<figure class=\"code lane-2\" data-step=\"look\">"))
    #expect(
      html.contains(
        "<span class=\"way\">workstation\u{a0}→ control\u{a0}→ <b class=\"lane\">The node</b></span>"
      ))
    #expect(html.contains("<a class=\"step\" href=\"#step-look\">look</a>"))
    #expect(html.contains("Expect <samp>active &amp; b</samp>"))
  }

  @Test(arguments: [
    ("systemctl status x", "read"), ("systemctl restart x", "write"),
    ("kubectl delete namespace x", "destructive"), ("echo x > /etc/motd", "write"),
    ("ls / > /dev/null", "read"), ("sudo systemctl stop x | cat", "write"),
    ("kubectl get nodes\nrm -rf /var/lib/x", "destructive"),
  ])
  func aBlockSaysWhatItDoes(_ commands: String, _ effect: String) throws {
    let html = try page(
      "", "## One\n\n> [!WARNING]\n> x\n\n```bash {in=host}\n\(commands)\n```\n")
    // That a command only reads goes without saying.
    #expect(html.contains("<span class=\"fx ") == (effect != "read"))
    #expect(html.contains("<span class=\"fx \(effect)\">\(effect)</span>") == (effect != "read"))
    #expect(html.contains("data-guard") == (effect == "destructive"))
    #expect(html.contains("<p class=\"guard\">") == (effect == "destructive"))
  }

  /// The wiki and every payload say the same of a block, whatever it holds; but the wiki leaves out
  /// that a command only reads.
  @Test func everyPayloadSaysTheSame() throws {
    let blocks = [
      ("bash", "", "ls"), ("bash", "", "echo x > /etc/hosts"), ("bash", "", "bash setup.sh"),
      ("bash", "", "rm -rf /var/lib/x"), ("bash", "", "{ ls; } > /etc/x"),
      ("bash", "", "unheard-of"),
      ("bash", "effect=read", "unheard-of"), ("bash", "effect=destructive", "ls"),
      ("sql", "effect=destructive", "TRUNCATE orders;"), ("console", "", "$ ls >> /etc/hosts"),
    ]
    let body = blocks.enumerated().map {
      "## Part \($0.offset)\n\n> [!WARNING]\n> Gone.\n\n```\($0.element.0) {\($0.element.1)}\n"
        + $0.element.2 + "\n```\n"
    }.joined(separator: "\n")
    let site = try build("---\ntitle: A\n\(Self.frontMatter)---\n\n\(body)")
    func words(_ file: String, _ pattern: String) throws -> [[String]] {
      let text = try #require(site[file])
      let regex = try Regex(pattern)
      return text.components(separatedBy: "Part ").dropFirst().suffix(blocks.count).map { part in
        let found = part.matches(of: regex)
        return found.map { String(part[$0.range]).lowercased().filter(\.isLetter) }
      }
    }
    func said(_ file: String) throws -> [[String]] {
      try words(file, ">(READS|WRITES|DESTRUCTIVE)<|\"(READS|WRITES|DESTRUCTIVE)\"")
    }
    let wiki = try words("a.html", "<span class=\"fx [a-z]+\">").map {
      $0.map { ["spanclassfxwrite": "writes"][$0] ?? "destructive" }
    }
    #expect(
      wiki == [
        [], ["writes"], [], ["destructive"], ["writes"], [], [], ["destructive"],
        ["destructive"], ["writes"],
      ])
    for file in ["cloud.html", "adf.json", "storage.xml"] {
      let said = try said("confluence/a/" + file)
      #expect(said.first == ["reads"], "\(file)")
      #expect(said.map { $0.filter { $0 != "reads" } } == wiki, "\(file)")
    }
  }

  @Test func nothingIsSaidOfCommandsThatNobodyKnows() throws {
    let html = try page(
      "", "## One\n\n```bash {in=host}\nsystemctl status x\nunheard-of --of\n```\n")
    #expect(!html.contains("class=\"fx"))
  }

  @Test func outputIsNoCommand() throws {
    let html = try page("", "## One\n\n```text\nrm -rf / was refused\n```\n")
    #expect(html.contains("<figure class=\"code output\">"))
    #expect(!html.contains("data-guard"))
  }

  @Test func aQuickReferenceMarksCommandsPlacesAndDanger() throws {
    let html = try page(
      """
      tables:
        - {under: short, schema: quick-reference, context: Where}

      """,
      """
      > [!WARNING]
      > x

      ```bash {in=host}
      systemctl status x
      ```

      ```bash {in=workstation}
      kubectl delete namespace x
      ```

      ## Short

      | Task | Command | Where |
      | --- | --- | --- |
      | look | `systemctl status x` | host |
      | remove | `kubectl delete namespace x` | workstation |
      """)
    #expect(html.contains("<td data-cmd><code class=w>systemctl status x</code></td>"))
    #expect(html.contains("<b class=\"lane lane-2\">host</b>"))
    let start = "<tr data-guard data-act=\"Delete namespace x\">"
    let row = try #require(html.components(separatedBy: start).last)
    #expect(row.contains("<code><i class=w>kubectl delete namespace</i> x</code>"))
    #expect(row.contains("<span class=\"fx destructive\">destructive</span>"))
  }

  // MARK: The frame

  @Test func inputsCarryWhatTheFormNeeds() throws {
    let html = try page(
      """
      inputs:
        node: {type: k8s-name, pattern: "^n\\"[a-z]+$", description: The <node>}
        token: {type: string, secret: true, description: "Access to it."}
        mode: {type: enum, choices: [fast, "a&b"]}

      """,
      "```bash {in=host}\necho <node> <token> <mode>\n```\n")
    #expect(
      html.contains(
        "<div data-input=\"node\" data-pattern=\"^n&quot;[a-z]+$\" data-type-pattern=\""))
    #expect(html.contains("The &lt;node&gt;. "))
    #expect(html.contains("<div data-input=\"token\" data-secret>"))
    // A description may be a sentence already.
    #expect(html.contains("<dd>Access to it. "))
    #expect(html.contains("<code data-choice>a&amp;b</code>"))
  }

  @Test func thePlateTellsWhoWhenAndWhatFor() throws {
    let html = try page(
      """
      severity: sev2
      alerts: [NodeDown]
      escalation: [{after: PT30M, to: "The <boss>"}]
      environments: [prod]
      audience: [sre]
      applies_to: [{product: linux, versions: ">=5"}]
      permissions: [root]
      prerequisites: [A <b>terminal</b>]
      sources: ["https://example.com/a?b=c&d", "javascript:alert(1)"]

      """, "Text.\n")
    for part in [
      "<b class=\"flag\">sev2</b>", "<code>NodeDown</code>", "<b>30 min</b> The &lt;boss&gt;",
      "<dd>prod</dd>", "<dd><a href=\"by-audience/sre.html\">sre</a></dd>",
      "<span class=\"versions\">&gt;=5</span>",
      "<li>A &lt;b&gt;terminal&lt;/b&gt;</li>", "<code>root</code>",
      "<time datetime=\"2027-05-01\">2027-05-01</time>", "data-due=\"2027-05-01\" hidden",
      "href=\"https://git.example.com/a.md\">Edit this page</a>",
      "href=\"https://example.com/a?b=c&amp;d\"",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains("javascript:"))
  }

  /// But for the one that does not know where the files are; its policy names both by their hashes.
  @Test func noPageHasInlineScriptOrStyle() throws {
    for (path, html) in try build("---\ntitle: A\n\(Self.frontMatter)---\nText.\n")
    where path.hasSuffix(".html") && !path.hasPrefix("confluence/") {
      #expect(html.contains("default-src 'none'"), "\(path)")
      #expect(html.contains("<style") == (path == "404.html"), "\(path)")
      #expect(
        html.split(separator: "'sha256-").count == (path == "404.html" ? 3 : 1), "\(path)")
      #expect(!html.contains(" style="), "\(path)")
      #expect(!html.contains("<script>"), "\(path)")
      #expect(!html.contains(" onclick"), "\(path)")
    }
  }

  // MARK: A large site

  @Test func aPageStaysSmallHoweverLargeTheSiteIs() throws {
    var more: [String: String] = [:]
    for section in 0..<200 {
      more["content/section-\(section)/index.md"] =
        "---\ntitle: Section \(section)\n\(Self.frontMatter)---\n"
    }
    for number in 0..<100 {
      more["content/section-7/page-\(number).md"] =
        "---\ntitle: Page \(number)\norder: \(number)\n\(Self.frontMatter)---\nText.\n"
    }
    let files = try build("---\ntitle: A\n\(Self.frontMatter)---\nText.\n", more: more)
    let html = try #require(files["section-7/page-55.html"])
    #expect(html.utf8.count < 9_000, "\(html.utf8.count) bytes around one word")
    // Its own neighbours, the sections around its own, and the way to all others.
    #expect(html.contains("<a aria-current=\"page\" href=\"page-55.html\">Page 55</a>"))
    #expect(html.contains("href=\"page-56.html\""))
    #expect(!html.contains("href=\"page-3.html\""))
    #expect(html.contains(">All 100 pages</a>"))
    #expect(html.contains("href=\"../sections.html\""))
    let all = try #require(files["sections.html"])
    #expect(all.contains("href=\"section-199/index.html\""))
  }

  // MARK: A style sheet of the site's own

  @Test func aStyleSheetOfTheSiteIsLoadedLast() throws {
    let config = Self.config.replacingOccurrences(
      of: "{title: Test wiki,", with: "{title: Test wiki, stylesheet: branding/own.css,")
    let files = try build(
      "---\ntitle: A\n\(Self.frontMatter)---\nText.\n", config: config,
      more: ["branding/own.css": "h1 { color: red }"])
    let name = try #require(files.keys.first { $0.hasPrefix("assets/user.") })
    #expect(files[name] == "h1 { color: red }")
    let sheets = try #require(files["a.html"]).components(separatedBy: "rel=\"stylesheet\" href=\"")
    #expect(sheets.last?.hasPrefix(name) == true)
  }

  @Test(arguments: [
    ("nowhere.css", "there is no file `nowhere.css`"), ("../x.css", "../x.css"), ("a.txt", "a.txt"),
    ("content", "content"),
  ])
  func aStyleSheetThatIsNoneIsReported(_ path: String, _ message: String) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    try FileManager.default.createDirectory(
      at: scratch.appendingPathComponent("content"), withIntermediateDirectories: true)
    try "site: {stylesheet: \"\(path)\"}\n".write(
      to: scratch.appendingPathComponent("runbookgen.yml"), atomically: true, encoding: .utf8)
    let result = try Tool.run(["check"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("runbookgen.yml:1:20"), "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
