import Foundation
import TestSupport
import Testing

/// Projects that mean harm: what lies outside stays outside, nothing blocks, nothing is too large.
@Suite(.endsWhenHanging) struct HostileProjectTests {
  private static let head =
    "---\nkind: concept\ntitle: A\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n---\n"

  /// A folder with `project/content/index.md` and `outside/secret.md`, after some shell commands.
  private func withProject(
    _ commands: String, config: String = "", page: String = "Text.\n", _ body: (URL) throws -> Void
  ) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    for (path, text) in [
      ("project/content/index.md", Self.head + page), ("project/runbookgen.yml", config),
      ("outside/secret.md", Self.head + "SECRET\n"), ("outside/secret.png", "SECRET"),
    ] {
      let file = scratch.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-ec", commands]
    shell.currentDirectoryURL = scratch.appendingPathComponent("project")
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    try body(scratch.appendingPathComponent("project"))
  }

  private func build(_ project: URL, _ more: [String] = []) throws -> CommandResult {
    try Tool.run(["build", "--today", "2026-11-02", "--format", "json"] + more, in: project)
  }

  /// Whether any byte from outside got into the project's output.
  private func leaks(_ project: URL) -> [String] {
    let secrets = [Data("SECRET".utf8), Data("root:x:".utf8)]
    return Tool.contents(of: project.appendingPathComponent("site")).filter { file in
      secrets.contains { file.value.range(of: $0) != nil }
    }.map(\.key)
  }

  @Test func whatIsNoRegularFileIsPassedOver() throws {
    let commands = """
      ln -s ../../outside/secret.md content/link.md; ln -s ../../outside content/folder
      ln -s /etc/passwd content/passwd.txt; ln -s /dev/zero content/zero.png
      ln -s nowhere content/dangling.md; ln -s . content/loop
      mkfifo content/pipe.md content/pipe.svg
      mkdir content/sub; ln -s ../../../outside/secret.png content/sub/secret.png
      """
    try withProject(commands) { project in
      let result = try build(project)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.components(separatedBy: "\"file-skipped\"").count - 1 == 9)
      #expect(leaks(project).isEmpty)
      let published = Tool.contents(of: project.appendingPathComponent("site")).keys
      #expect(!published.contains { $0.contains("link") || $0.contains("pipe") })
    }
  }

  /// The folders of the configuration, reached through a link, or being one.
  @Test(arguments: [
    ("rm -r content; ln -s ../outside content", ""),
    (
      "ln -s ../outside door; mkdir ../outside/in; cp content/index.md ../outside/in",
      "directories: {content: door/in}"
    ),
    ("ln -s ../outside templates", ""),
    ("ln -s ../outside programs", "directories: {programs: programs}"),
    ("ln -s ../outside door; mkdir ../outside/in", "directories: {programs: door/in}"),
    ("ln -s ../outside door; mkdir ../outside/in", "directories: {templates: door/in}"),
    ("ln -s ../outside door", "directories: {output: door/in}"),
    (
      "ln -s ../outside door; echo 'a{}/*SECRET*/' > ../outside/key.css",
      "site: {stylesheet: door/key.css}"
    ),
    ("rm runbookgen.yml; ln -s ../outside/secret.md runbookgen.yml", ""),
    ("rm runbookgen.yml; mkfifo runbookgen.yml", ""),
    ("mkfifo templates", ""),
  ])
  func foldersDoNotLeadOutside(_ commands: String, _ config: String) throws {
    try withProject(commands, config: config) { project in
      let result = try build(project)
      #expect(result.status == 74, "\(commands): \(result.output)\(result.errors)")
      #expect(leaks(project).isEmpty)
      #expect(
        !FileManager.default.fileExists(atPath: project.path + "/../outside/in/index.html"))
    }
  }

  @Test(arguments: ["../outside", "/etc", "content/../../outside", "a/../..", "", "."])
  func theConfigurationCannotNameThem(_ folder: String) throws {
    // The project folder itself may be the content.
    let keys = ["content", "templates", "output", "programs"].filter { $0 + folder != "content." }
    for key in keys {
      try withProject("", config: "directories: {\(key): '\(folder)'}\n") { project in
        let result = try build(project)
        #expect(result.status == 1, "\(key): \(folder)")
        #expect(result.output.contains("config-type"))
      }
    }
  }

  @Test(arguments: [
    "![a](../../outside/secret.png)", "![a](%2e%2e/%2e%2e/outside/secret.png)",
    "![a](..%2f..%2foutside%2fsecret.png)", "![a](/../../outside/secret.png)",
    "![a](/etc/passwd)", "![a](file:///etc/passwd)", "[a](../../outside/secret.md)",
    "[a](%2E%2E/%2E%2E/outside/secret.md)", "[a](..\\..\\outside\\secret.md)",
    "![a](sub/../../../outside/secret.png)", "![a](./..//../outside/secret.png)",
  ])
  func addressesDoNotLeadOutside(_ text: String) throws {
    try withProject("", page: text + "\n") { project in
      #expect(try build(project).status == 1)
      let lenient = """
        rules: {link-broken: info, image-missing: info, link-unsafe: info, link-syntax: info}
        """
      try lenient.write(
        to: project.appendingPathComponent("runbookgen.yml"), atomically: true, encoding: .utf8)
      #expect(try build(project).status == 0)
      #expect(leaks(project).isEmpty)
    }
  }

  @Test func aSuccessorStaysInside() throws {
    let commands = """
      sed -i 's#^kind.*#&\\nlifecycle: deprecated\\nreplaced_by: ../../outside/secret.md#' \
      content/index.md
      """
    try withProject(commands) { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.contains("page-replaced-by-missing"), "\(result.output)")
    }
  }

  @Test(arguments: ["content", "content/site", "."])
  func theOutputIsNeverAmongTheSources(_ folder: String) throws {
    try withProject("") { project in
      let before = Tool.contents(of: project)
      let result = try build(project, ["--output", folder])
      #expect(result.status == 74)
      #expect(Tool.contents(of: project) == before)
    }
  }

  // MARK: Size

  @Test(arguments: [
    ("truncate -s 100M content/big.md", "file_size", "1000001"),
    ("truncate -s 100M content/big.png", "asset_size", "104857600"),
  ])
  func largeFilesAreNotRead(_ commands: String, _ limit: String, _ size: String) throws {
    try withProject(commands) { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.contains("limit-exceeded"))
      #expect(result.output.contains("{\(limit): …}") && result.output.contains(size))
    }
  }

  @Test(arguments: [
    ("a: &a [b]\n" + (0..<150).map { "c\($0): *a\n" }.joined(), "yaml_aliases"),
    ("a: " + String(repeating: "[", count: 50_000), "yaml_depth"),
    ("a: [" + String(repeating: "b, ", count: 30_000) + "c]", "yaml_values"),
  ])
  func configurationBombs(_ config: String, _ limit: String) throws {
    try withProject("", config: config) { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.contains("{\(limit): …}"), "\(result.output)")
    }
  }

  @Test func aTemplateCannotIncludeItself() throws {
    let commands = """
      mkdir templates; printf '{{> b}}' > templates/a.mustache
      printf '{{> a}}' > templates/b.mustache; printf '{{> a}}' > templates/page.mustache
      """
    try withProject(commands) { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.components(separatedBy: "\"template-recursive\"").count - 1 == 2)
    }
  }

  @Test func findingsAreCountedAndCut() throws {
    let page = String(repeating: "[a](missing.md)\n\n", count: 3000)
    try withProject("", page: page) { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.components(separatedBy: "\"link-broken\"").count - 1 == 1000)
      #expect(result.output.contains("there are 3000 findings in this file; the limit is 1000"))
    }
  }

  @Test(arguments: [
    ("limits: {nesting: 0}", "config-type"), ("limits: {nesting: 1000}", "config-type"),
    ("limits: {links: many}", "config-type"), ("limits: {link: 1}", "config-unknown-key"),
    ("rules: {limit-exceeded: off}", "config-type"), ("raw_html: sometimes", "config-type"),
    ("site: {edit_link: 'javascript:alert({path})'}", "config-type"),
    ("site: {base_url: 'javascript:a'}", "config-type"),
  ])
  func badSettings(_ config: String, _ id: String) throws {
    try withProject("", config: config + "\n") { project in
      let result = try build(project)
      #expect(result.status == 1)
      #expect(result.output.contains("\"\(id)\""), "\(result.output)")
    }
  }
}
