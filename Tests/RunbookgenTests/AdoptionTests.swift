import Foundation
import Testing

/// `init`, `adopt`: from a folder of other tools' Markdown to pages that pass.
@Suite struct AdoptionTests {
  private func text(_ name: String, in folder: URL) throws -> String {
    // Not by `contentsOf:encoding:`, which drops a byte order mark.
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  private func git(_ arguments: [String], on day: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"] + arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["GIT_COMMITTER_DATE"] = "\(day)T12:00:00Z"
    variables["GIT_AUTHOR_DATE"] = "\(day)T12:00:00Z"
    process.environment = variables
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let config = """
    review_every: P1Y
    defaults: [{paths: "**", values: {kind: concept, owner: unassigned}}]

    """

  @Test func initLooksFirstAndNeverOverwrites() throws {
    let files = [
      "README.md": "# Us\n",
      "docs/a.md": "---\nweight: 3\naliases: [/x]\nlast_reviewed_on: 2026-01-01\n---\n# A\n",
      "docs/b/c.md": "---\nownr: x\nteam: [y]\n---\n## C\n", "templates/chart.yaml": "",
      "site/x": "", ".github/CODEOWNERS": "* @org/all\ndocs/ @org/docs\n",
    ]
    try Tool.withFiles(files) { folder in
      let before = Tool.contents(of: folder)
      let shown = try Tool.run(["init"], in: folder)
      #expect(shown.status == 0)
      #expect(shown.errors.hasPrefix("docs/: 2 pages, 2 with front matter, 1 with a title"))
      #expect(shown.output.hasPrefix("--- runbookgen.yml\n+++ runbookgen.yml\n@@ -0,0 +1,"))
      #expect(Tool.contents(of: folder) == before)
      let written = try Tool.run(["init", "--write"], in: folder)
      #expect(written.status == 0)
      let config = try text("runbookgen.yml", in: folder)
      for line in [
        "  content: docs", "  output: public", "  templates: wiki-templates", "  weight: order",
        "  last_reviewed_on: reviewed", "  aliases: aliases", "  team: ignore",
        "owner: \"@org/docs\"",
      ] { #expect(config.contains(line), "\(line)\n\(config)") }
      // A slip of the finger is for the check.
      #expect(!config.contains("ownr"))
      let check = try Tool.run(["check", "--today", "2026-11-23"], in: folder)
      #expect(check.errors.contains("`ownr` is not a known key; did you mean `owner`?"))
      let again = try Tool.run(["init", "--write"], in: folder)
      #expect(again.status == 74)
      #expect(again.errors.contains("it is there already"))
      #expect(try text("runbookgen.yml", in: folder) == config)
    }
  }

  @Test func theProjectFolderItselfMayHoldThePages() throws {
    let files = [
      "a/x.md": "# X\n\n![p](p.png)\n", "a/p.png": "", "b/y.md": "# Y\n", "Makefile": "",
      "src/main.c": "", "node_modules/z/README.md": "[x](nowhere.md)", "vendor/modules.txt": "",
      "vendor/w.md": "[x](nowhere.md)", "a/vendor/v.md": "# V\n",
    ]
    try Tool.withFiles(files) { folder in
      _ = try Tool.run(["init", "--write"], in: folder)
      let config = try text("runbookgen.yml", in: folder)
      #expect(config.contains("  content: .\n"))
      #expect(config.contains("    - \"**/node_modules\"\n    - vendor\n"))
      let adopt = try Tool.run(["adopt", "--reviewed", "2026-11-01", "--write"], in: folder)
      #expect(adopt.errors.contains("3 pages: 3 review dates"))
      let build = try Tool.run(["build", "--today", "2026-11-23"], in: folder)
      #expect(build.errors.hasPrefix("built 3 pages"), "\(build.errors)")
      for name in ["site/Makefile", "site/src/main.c", "site/vendor/w.html"] {
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path))
      }
    }
  }

  @Test func daysAndOwnersComeFromTheRepository() throws {
    let files = [
      "runbookgen.yml": Self.config, "content/a.md": "# A\n", "content/it's ä.md": "# B\n",
      "content/own.md": "---\nowner: me\nreviewed: 2026-11-02\n---\n# C\n",
      "CODEOWNERS": "content/ @org/all # everybody\n/content/a.md @jo @org/x\n",
    ]
    try Tool.withFiles(files) { folder in
      try git(["init", "-q"], on: "2026-10-01", in: folder)
      try git(["add", "-A"], on: "2026-10-01", in: folder)
      try git(["commit", "-qm", "x"], on: "2026-10-01", in: folder)
      try Tool.write("# A\n\nMore.\n", to: "content/a.md", in: folder)
      try git(["commit", "-qam", "y"], on: "2026-11-05", in: folder)
      try Tool.write("# New\n", to: "content/new.md", in: folder)
      let shown = try Tool.run(["adopt"], in: folder)
      #expect(shown.output.contains("+owner: \"@jo\"\n+reviewed: 2026-11-05\n"))
      #expect(shown.errors.contains("git knows no commit of 1 of the pages"))
      #expect(try text("content/a.md", in: folder) == "# A\n\nMore.\n")
      let one = try Tool.run(["adopt", "content/own.md"], in: folder)
      #expect(one.errors.contains("1 page: nothing to add"))
      let result = try Tool.run(["adopt", "--write"], in: folder)
      #expect(result.status == 0)
      #expect(result.errors.contains("4 pages: 2 review dates, 3 owners\n"))
      #expect(
        try text("content/it's ä.md", in: folder)
          == "---\nowner: \"@org/all\"\nreviewed: 2026-10-01\n---\n\n# B\n")
      let own = try text("content/own.md", in: folder)
      #expect(own == files["content/own.md"])
      let inner = folder.appendingPathComponent("content")
      let again = try Tool.run(["adopt", "--reviewed", "none"], in: inner)
      #expect(again.errors.contains("nothing to add") && again.output == "")
    }
  }

  @Test func placeholdersBecomeInputs() throws {
    let block = "```bash\nkubectl logs <pod-name> -n <namespace> --tail=<how many>\n```\n"
    let files = [
      "runbookgen.yml": Self.config, "content/a.md": "\u{FEFF}# A\r\n\r\n" + block,
      "content/b.md": "---\ninputs:\n  pod-name:\n    type: k8s-name\nsummary: x\n---\n# B\n\n"
        + block,
      "content/c.md": "---\nsummary: x\ninputs:\n  pod-name: {type: k8s-name}\n\n---\n# C\n\n"
        + block,
      "content/d.md": "---\n{summary: x}\n---\n# D\n\n" + block,
      "content/e.md": "\n---\ntitle: E\n---\n\n" + block, "content/f.md": "# F\r\rText.\r",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["adopt", "--reviewed", "2026-11-01", "--write"], in: folder)
      #expect(result.errors.contains("content/d.md: its front matter cannot be added to"))
      #expect(result.errors.contains("content/e.md: its front matter cannot be added to"))
      #expect(result.errors.contains("7 inputs in 3 pages"))
      let first = try text("content/a.md", in: folder)
      #expect(first.hasPrefix("\u{FEFF}---\r\nreviewed: 2026-11-01\r\ninputs:\r\n"))
      #expect(first.contains("  pod-name: {type: k8s-name}\r\n  namespace: {type: k8s-name}\r\n"))
      #expect(first.contains("  how many: {type: string}\r\n---\r\n\r\n# A\r\n"))
      let sixth = try text("content/f.md", in: folder)
      #expect(sixth == "---\rreviewed: 2026-11-01\r---\r\r# F\r\rText.\r")
      let added = "  namespace: {type: k8s-name}\n  how many: {type: string}\n"
      let second = try text("content/b.md", in: folder)
      #expect(second.contains("type: k8s-name\n\(added)summary: x\nreviewed: 2026-11-01\n---\n"))
      let third = try text("content/c.md", in: folder)
      #expect(third.contains("pod-name: {type: k8s-name}\n\(added)"))
      for name in ["content/d.md", "content/e.md"] {
        let kept = try text(name, in: folder)
        #expect(kept == files[name])
      }
      let again = try Tool.run(["adopt", "--reviewed", "2026-11-01"], in: folder)
      #expect(again.errors.contains("nothing to add"), "\(again.output)")
    }
  }

  @Test func linksLeadToFilesAndTitlesComeFromNames() throws {
    let files = [
      "runbookgen.yml": Self.config,
      "content/README.md":
        "# H\n\n[a](db/) [b](db/restart-db#one) [c](db/restart-db.html) [d](db/restart-db.md)\n",
      "content/db/README.md": "Text.\n", "content/db/restart-db.md": "## One\n",
      "content/db/KubePodCrashLooping.md": "# KubePodCrashLooping\n\n## GitHub\n",
    ]
    try Tool.withFiles(files) { folder in
      let arguments = ["adopt", "--reviewed", "2026-11-01", "--alerts", "heading", "--write"]
      let result = try Tool.run(arguments, in: folder)
      #expect(result.errors.contains("2 titles, 4 review dates, 1 list of alerts, 3 links"))
      let home = try text("content/README.md", in: folder)
      #expect(
        home.contains(
          "[a](db/README.md) [b](db/restart-db.md#one) [c](db/restart-db.md) [d](db/restart-db.md)")
      )
      #expect(try text("content/db/README.md", in: folder).hasPrefix("---\ntitle: Db\n"))
      #expect(
        try text("content/db/restart-db.md", in: folder).hasPrefix("---\ntitle: Restart db\n"))
      let alert = try text("content/db/KubePodCrashLooping.md", in: folder)
      #expect(alert.contains("alerts: [KubePodCrashLooping]\n"))
      let check = try Tool.run(["check", "--today", "2026-11-23"], in: folder)
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test(arguments: ["runbook", "reference", "comparison", "concept"])
  func aNewPagePasses(_ kind: String) throws {
    for config in [Self.config, ""] {
      try Tool.withFiles(["runbookgen.yml": config]) { folder in
        let page = folder.appendingPathComponent("content/etcd/restore-snapshot.md")
        let environment = ["SOURCE_DATE_EPOCH": "1795392000"]
        let new = ["new", kind, "content/etcd/restore-snapshot"]
        let shown = try Tool.run(new, in: folder, environment: environment)
        #expect(shown.output.contains("+title: Restore snapshot\n"))
        #expect(!FileManager.default.fileExists(atPath: page.path))
        let written = try Tool.run(new + ["--write"], in: folder, environment: environment)
        #expect(written.status == 0, "\(written.errors)")
        let check = try Tool.run(["check", "--strict"], in: folder, environment: environment)
        #expect(check.status == 0, "\(check.errors)")
        let again = try Tool.run(new + ["--write"], in: folder, environment: environment)
        #expect(again.status == 74 && again.errors.contains("it is there already"))
      }
    }
  }

  @Test func aNewPageMayHaveATemplate() throws {
    let files = ["templates/new/runbook.md": "---\ntitle: {title}\n---\n{today} {x}\n"]
    try Tool.withFiles(files) { folder in
      let day = ["SOURCE_DATE_EPOCH": "1795392000"]
      let new = ["new", "runbook", "a.md", "--title", "A: b"]
      let result = try Tool.run(new, in: folder, environment: day)
      #expect(result.output.contains("+title: \"A: b\"\n+---\n+2026-11-23 {x}\n"))
      for wrong in [
        ["new", "runbok", "a"], ["new", "runbook", "../a"], ["new", "runbook", "a/"],
      ] {
        let refused = try Tool.run(wrong, in: folder, environment: day)
        #expect(refused.status != 0 && refused.errors.hasPrefix("error: "), "\(wrong)")
      }
    }
  }

  @Test func linksToOtherFilesLeadToTheHostOfTheCode() throws {
    let page = """
      # A

      [a](../scripts/run.sh#L3) [b](/scripts) [c](_drafts/x.md?plain=1) [d](../../lib/it%20is.c)
      [e](../scripts/none.sh) [f](../../../above.txt) [g](../.git/config)

      [h]: ../scripts/run.sh

      [h] ![i](../p.png)

      """
    let config =
      "site: {source_url: 'https://h/o/r/blob/main/ops/{path}?x'}\n"
      + "directories: {exclude: [_drafts]}\n" + Self.config
    let files = [
      "r/ops/runbookgen.yml": config + "rules: {link-broken: warning, image-missing: 'off'}\n",
      "r/ops/content/a.md": "---\nreviewed: 2026-11-01\n---\n" + page, "r/ops/scripts/run.sh": "",
      "r/ops/content/_drafts/x.md": "", "r/lib/it is.c": "", "r/.git/HEAD": "", "r/ops/.git": "",
      "above.txt": "", "r/ops/p.png": "",
    ]
    try Tool.withFiles(files) { folder in
      let project = folder.appendingPathComponent("r/ops")
      try FileManager.default.removeItem(at: project.appendingPathComponent(".git"))
      let build = ["build", "--today", "2026-11-23"]
      let result = try Tool.run(build, in: project)
      #expect(result.status == 0, "\(result.errors)")
      let html = try text("r/ops/site/a.html", in: folder)
      let addresses = html.components(separatedBy: "href=\"https://h/o/r/blob/main/").dropFirst()
        .compactMap { $0.components(separatedBy: "\"").first }
      #expect(
        addresses == [
          "ops/scripts/run.sh?x#L3", "ops/scripts?x", "ops/content/_drafts/x.md?x?plain=1",
          "lib/it%20is.c?x", "ops/scripts/run.sh?x",
        ])
      let broken = result.errors.components(separatedBy: "warning[link-broken]").count - 1
      #expect(broken == 3, "\(result.errors)")
      #expect(result.errors.contains("There is no such file in the repository."))
      // A file that goes is noticed, though nothing that a build reads has changed.
      try FileManager.default.removeItem(at: project.appendingPathComponent("scripts/run.sh"))
      let second = try Tool.run(build, in: project)
      #expect(second.errors.components(separatedBy: "warning[link-broken]").count - 1 == 5)
    }
  }

  @Test func keysOfOtherToolsAreReadAsOurs() throws {
    let page = """
      ---
      title: T
      last_reviewed_on: 2026-10-01
      owner_slack: "#team"
      weight: 7
      layout: x
      extra: 1
      lastmod: 2026-11-01T10:00:00Z
      draft: true
      aliases: [/old/t/]
      ---
      """
    let keys =
      "keys: {preset: govuk-tech-docs, extra: ignore, lastmod: reviewed, draft: lifecycle, aliases: aliases}\n"
    let values = "review_every: P6M\ndefaults: [{paths: '**', values: {kind: concept}}]\n"
    try Tool.withFiles(["runbookgen.yml": keys + values, "content/a.md": page]) { folder in
      let check = ["check", "--today", "2026-11-23"]
      #expect(try Tool.run(check + ["--drafts"], in: folder).errors == "no findings in 1 page\n")
      // `draft: true` makes a draft of it.
      #expect(try Tool.run(check, in: folder).errors.contains("is a draft"))
      let adopt = try Tool.run(["adopt"], in: folder)
      #expect(adopt.errors.contains("nothing to add"))
      for (keys, words) in [
        ("keys: hugoo\n", "there are no keys of `hugoo`; did you mean `hugo`?"),
        ("keys: {weight: ordr}\n", "`ordr` is no key of a page; did you mean `order`?"),
        ("keys: [a]\n", "`keys` is a list"),
      ] {
        try Tool.write(keys + values, to: "runbookgen.yml", in: folder)
        let result = try Tool.run(check, in: folder)
        #expect(result.errors.contains(words), "\(result.errors)")
      }
    }
  }
}
