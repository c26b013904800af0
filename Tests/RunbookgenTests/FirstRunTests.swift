import Foundation
import Testing

/// The first commands of somebody who has a folder of Markdown and no configuration.
@Suite struct FirstRunTests {
  private static let values =
    "review_every: P6M\ndefaults: [{paths: \"**\", values: {kind: concept, owner: x, reviewed: 2026-11-01}}]\n"

  private func check(_ arguments: [String], in folder: URL) throws -> CommandResult {
    try Tool.run(["check", "--today", "2026-11-23"] + arguments, in: folder)
  }

  @Test func aFolderThatNobodyPreparedIsDescribed() throws {
    let files = [
      "README.md": "# Us", "ops/runbooks/a.md": "# A", "ops/runbooks/db/b.md": "# B",
      "node_modules/x/README.md": "# X", "ops/notes.md": "# N",
    ]
    try Tool.withFiles(files) { folder in
      for arguments in [[], ["ops/runbooks"]] {
        let result = try check(arguments, in: folder)
        #expect(result.status == 74)
        #expect(result.errors.contains("2 Markdown files are in 'ops/runbooks/'"))
        #expect(result.errors.contains("'runbookgen init'"))
      }
    }
    try Tool.withFiles(["site/source/manual/a.md": "# A", "site/source/manual/b.md": "# B"]) {
      folder in
      let result = try check([], in: folder)
      #expect(result.errors.contains("2 Markdown files are in 'site/source/'"))
    }
    try Tool.withFiles(["ops/a.md": "# A"]) { folder in
      let result = try check(["--project", "ops"], in: folder)
      #expect(result.errors.contains("1 Markdown file is right here; "))
      #expect(result.errors.contains("'runbookgen init --project ops'"))
    }
    try Tool.withFiles(["x.txt": ""]) { folder in
      let result = try check([], in: folder)
      #expect(result.errors.contains("no Markdown file was found"))
    }
  }

  @Test(arguments: ["./docs", "docs/", "./docs//", "docs/../docs", "docs"])
  func aFolderMayBeSpeltAsInAShell(_ name: String) throws {
    let config = "directories: {content: \(name)}\n" + Self.values
    try Tool.withFiles(["runbookgen.yaml": config, "docs/a.md": "# A\n"]) { folder in
      let result = try check([], in: folder)
      #expect(result.errors == "no findings in 1 page\n")
    }
  }

  @Test func theProjectFolderMayBeTheContent() throws {
    let config = "directories: {content: ., exclude: [drafts/, '*.txt']}\n" + Self.values
    let files = [
      "runbookgen.yml": config, "a.md": "# A\n\n![x](p.png)\n", "drafts/b.md": "[x](nowhere.md)",
      "notes.txt": "", "templates/note.md": "[x](nowhere.md)", "sub/c.md": "# C\n\n[a](../a.md)\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try check([], in: folder)
      #expect(result.errors.contains(" --> a.md:3:1"))
      #expect(result.errors.contains("1 error"))
      try "# A\n".write(
        to: folder.appendingPathComponent("a.md"), atomically: true, encoding: .utf8)
      for _ in 0..<2 {
        let build = try Tool.run(["build", "--today", "2026-11-23"], in: folder)
        #expect(build.status == 0, "\(build.errors)")
      }
      let site = Tool.contents(of: folder.appendingPathComponent("site"))
      #expect(site["a.html"] != nil && site["sub/c.html"] != nil)
      #expect(!site.keys.contains { $0.contains("drafts") || $0.contains("notes") })
      #expect(site["runbookgen.yml"] == nil && site["site/a.html"] == nil)
    }
  }

  @Test func theProjectIsFoundUpwards() throws {
    let config = "directories: {content: docs}\n" + Self.values
    let files = ["runbookgen.yml": config, "docs/db/a.md": "[x](nowhere.md)\n\n# A\n"]
    try Tool.withFiles(files) { folder in
      for (place, shown) in [("docs", "db/a.md"), ("docs/db", "a.md")] {
        let result = try check([], in: folder.appendingPathComponent(place))
        #expect(result.errors.contains("--> \(shown):1:1"), "\(place): \(result.errors)")
      }
      let here = folder.appendingPathComponent("docs/db")
      #expect(try check(["a.md"], in: here).status == 1)
      #expect(try check(["--project", "."], in: here).status == 74)
    }
  }

  @Test func contentOfItsOwnIsAProjectOfItsOwn() throws {
    let files = [
      "runbookgen.yml": "directories: {content: docs}\n", "docs/a.md": "", "inner/content/b.md": "",
    ]
    try Tool.withFiles(files) { folder in
      let result = try check([], in: folder.appendingPathComponent("inner"))
      #expect(result.errors.contains("--> content/b.md"))
    }
  }

  @Test func theConfigurationSpeaksFirst() throws {
    let files = ["docs/a.md": "# A\n", "runbookgen.yml": "site: {titel: x}\n"]
    try Tool.withFiles(files) { folder in
      let result = try check([], in: folder)
      #expect(result.errors.contains("`site.titel` is not a known key"))
      let config = folder.appendingPathComponent("runbookgen.yml")
      try "directories: {content: doc}\nsite: {titel: x}\n"
        .write(to: config, atomically: true, encoding: .utf8)
      let named = try check([], in: folder)
      #expect(named.status == 1)
      #expect(named.errors.contains("there is no folder `doc` in the project"))
      #expect(named.errors.contains("1 Markdown file in `docs`"))
      #expect(named.errors.contains("`site.titel` is not a known key"))
    }
  }

  @Test func theSecondConfigurationIsNamed() throws {
    let files = [
      "content/a.md": "# A\n", "runbookgen.yml": Self.values, "runbookgen.yaml": Self.values,
    ]
    try Tool.withFiles(files) { folder in
      let result = try check([], in: folder)
      #expect(result.status == 0)
      #expect(result.errors.contains("warning[file-skipped]"))
      #expect(result.errors.contains("runbookgen.yaml"))
    }
  }

  @Test(arguments: [
    (["chek"], "error: there is no command 'chek'; did you mean 'check'?"),
    (["confluence", "statsu"], "error: there is no command 'statsu'; did you mean 'status'?"),
    (["check", "--projct", "x"], "error: unknown option '--projct'. Did you mean '--project'?"),
    (["explain", "link-brokn"], "error: there is no rule 'link-brokn'."),
    (["check", "content/db/restor.md"], "Did you mean 'content/db/restore.md'?"),
    (["check", "restore.md"], "Did you mean 'content/db/restore.md'?"),
    (["check", "contnt/db/"], "Did you mean 'content/db'?"),
  ])
  func whatIsMistypedIsAnsweredWithTheNearOne(_ arguments: [String], _ answer: String) throws {
    try Tool.withFiles(["content/db/restore.md": "# R\n", "content/a.md": "# A\n"]) { folder in
      let result = try Tool.run(arguments, in: folder)
      #expect(result.status == 64)
      #expect(result.errors.hasPrefix("error: "))
      #expect(result.errors.contains(answer), "\(result.errors)")
      #expect(result.errors.contains("--help'\n"))
    }
  }

  @Test func aTitleComesFromTheFirstHeading() throws {
    let files = [
      "runbookgen.yml": Self.values,
      "content/a.md": "<!-- licence -->\n\n# `Alpha` & co\n\nText.\n",
      "content/b.md": "---\nsummary: x\n---\nBeta\n====\n\n# Alpha\n",
      "content/c.md": "## Meaning\n",
      "content/d.md": "---\ntitle: \"\"\n---\n# Given\n", "content/e.md": "#\n\nText.\n",
      "content/f.md": "---\ntitle: {a: b}\n---\n# Given\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try check(["--format", "json"], in: folder)
      let report = try #require(
        JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let list = try #require(report["diagnostics"] as? [[String: Any]])
      let errors = list.filter { $0["severity"] as? String == "error" }
        .map { "\($0["file"] ?? "") \($0["id"] ?? "")" }
      #expect(
        errors == [
          "content/c.md front-matter-missing", "content/d.md front-matter-missing",
          "content/e.md front-matter-missing", "content/f.md front-matter-type",
        ])
      for name in ["c", "d", "e", "f"] {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("content/\(name).md"))
      }
      _ = try Tool.run(["build", "--today", "2026-11-23"], in: folder)
      let page = try String(
        contentsOf: folder.appendingPathComponent("site/a.html"), encoding: .utf8)
      #expect(page.contains("<title>Alpha &amp; co"))
      #expect(page.components(separatedBy: "<h1").count == 2)
    }
  }

  @Test func aReadmeIsThePageOfItsFolder() throws {
    let files = [
      "runbookgen.yml": Self.values + "site: {edit_link: 'https://h/{path}'}\n"
        + "overrides: [{paths: 'db/README.md', rules: {link-broken: warning}}]\n"
        + "rules: {anchor-broken: warning}\n",
      "content/README.md":
        "# Home\n\n[a](db/) [b](db/README.md#one) [c](db) [d](both/README.md) [e](db/#two)\n",
      "content/db/README.md": "# DB\n\n## One\n\n[up](../) [x](nowhere.md)\n",
      "content/hugo/_index.md": "# Hugo\n", "content/hugo/Readme.md": "# Other\n",
      "content/both/index.md": "# Both\n", "content/both/README.md": "# Not it\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["build", "--today", "2026-11-23"], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("there is no heading `#two` on `db/README.md`"))
      #expect(result.errors.contains("warning[link-broken]"))
      #expect(result.errors.contains("--> content/db/README.md:5:"))
      let site = Tool.contents(of: folder.appendingPathComponent("site"))
      func text(_ name: String) -> String { String(decoding: site[name] ?? Data(), as: UTF8.self) }
      #expect(text("index.html").contains("<h1"))
      for address in ["db/index.html\"", "db/index.html#one", "both/README.html\""] {
        #expect(text("index.html").contains("href=\"\(address)"), "\(address)")
      }
      #expect(text("db/index.html").contains("https://h/db/README.md"))
      #expect(text("db/index.html").contains("href=\"../index.html\""))
      #expect(site["README.html"] == nil && site["db/README.html"] == nil)
      #expect(text("hugo/index.html").contains("<title>Hugo"))
      #expect(site["hugo/Readme.html"] != nil)
    }
  }

  @Test func aFolderOfFoldersHasAnIndex() throws {
    let files = [
      "runbookgen.yml": Self.values, "content/alerts/etcd/a.md": "# A\n\n[up](../) [home](/)\n",
      "content/alerts/net/b.md": "# B\n\n[etcd](/alerts/etcd) [all](../../alerts/)\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["build", "--today", "2026-11-23"], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let site = Tool.contents(of: folder.appendingPathComponent("site"))
      func list(_ name: String) -> String {
        let text = String(decoding: site[name] ?? Data(), as: UTF8.self)
        return text.components(separatedBy: "<article").last ?? ""
      }
      #expect(list("index.html").contains("<a href=\"alerts/index.html\">Alerts</a>"))
      #expect(list("index.html").contains("2 pages"))
      #expect(list("alerts/index.html").contains("<a href=\"etcd/index.html\">Etcd</a>"))
      #expect(list("alerts/etcd/a.html").contains("href=\"../index.html\""))
      #expect(list("alerts/etcd/a.html").contains("href=\"../../index.html\""))
    }
  }

  @Test func whatIsExcludedIsNotThere() throws {
    let files = [
      "runbookgen.yml": Self.values
        + "directories: {exclude: [_templates, '**/node_modules/**', '*.draft.md']}\n",
      "content/a.md": "# A\n\n[b](_templates/new.md)\n", "content/_templates/new.md": "[x](y.md)",
      "content/db/node_modules/p/README.md": "[x](y.md)", "content/b.draft.md": "[x](y.md)",
    ]
    try Tool.withFiles(files) { folder in
      let result = try check([], in: folder)
      #expect(result.errors.contains("there is no page or file `_templates/new.md`"))
      #expect(result.errors.contains("1 error in 1 page"))
    }
  }
}
