import Foundation
import RunbookModel
import Testing

/// `runbookgen build` on the project's own wiki.
@Suite struct BuildCommandTests {
  private static let today = ["--today", "2026-11-23"]

  /// The project without its sources, which a build does not read.
  private func withProject(_ body: (URL) throws -> Void) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    for name in ["content", "templates", "site", "runbookgen.yml"] {
      try FileManager.default.copyItem(
        at: Tool.root.appendingPathComponent(name), to: scratch.appendingPathComponent(name))
    }
    try body(scratch)
  }

  @Test func theCommittedSiteIsUpToDate() throws {
    try withProject { project in
      let result = try Tool.run(["build", "--verify"] + Self.today, in: project)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("up to date"))
    }
  }

  @Test(arguments: [
    "content/index.md", "content/bottlerocket/working-with-bottlerocket-on-eks.md",
    "templates/page.mustache", "templates/assets/site.css", "runbookgen.yml",
  ])
  func verifyNoticesOneCharacter(_ name: String) throws {
    try withProject { project in
      let file = project.appendingPathComponent(name)
      var text = try String(contentsOf: file, encoding: .utf8)
      let (old, new) =
        switch name {
        case "runbookgen.yml": ("Platform Runbooks\n  language", "Platform Runbookz\n  language")
        case "templates/page.mustache": ("</main>", " </main>")
        case "templates/assets/site.css": ("}", " }")
        default: ("\nsummary: ", "\nsummary: x")
        }
      let place = try #require(text.range(of: old))
      text.replaceSubrange(place, with: new)
      try text.write(to: file, atomically: true, encoding: .utf8)
      let before = Tool.contents(of: project.appendingPathComponent("site"))
      let result = try Tool.run(["build", "--verify"] + Self.today, in: project)
      #expect(result.status == 1)
      #expect(result.errors.contains("site/"), "\(result.errors)")
      #expect(Tool.contents(of: project.appendingPathComponent("site")) == before)
    }
  }

  @Test func aSecondBuildWritesNothing() throws {
    try withProject { project in
      let site = project.appendingPathComponent("site")
      try FileManager.default.removeItem(at: site)
      let first = try Tool.run(["build"] + Self.today, in: project)
      #expect(first.status == 0, "\(first.errors)")
      let page = site.appendingPathComponent("index.html").path
      let written =
        try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
      let second = try Tool.run(["build"] + Self.today, in: project)
      #expect(second.errors.contains("nothing changed"), "\(second.errors)")
      let after = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
      #expect(written == after)
    }
  }

  @Test func theDayDoesNotShow() throws {
    try withProject { project in
      let result = try Tool.run(["build", "--verify", "--today", "2026-12-24"], in: project)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test func errorsPublishNothing() throws {
    try withProject { project in
      let page = project.appendingPathComponent("content/index.md")
      let text = try String(contentsOf: page, encoding: .utf8)
      try (text + "\n[nowhere](nowhere.md)\n").write(to: page, atomically: true, encoding: .utf8)
      let before = Tool.contents(of: project.appendingPathComponent("site"))
      let result = try Tool.run(["build"] + Self.today, in: project)
      #expect(result.status == 1)
      #expect(result.errors.contains("error[link-broken]"))
      #expect(Tool.contents(of: project.appendingPathComponent("site")) == before)
    }
  }

  @Test func everyPageIsExported() throws {
    let site = Tool.root.appendingPathComponent("site")
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: site.appendingPathComponent("confluence/manifest.json")))
    let pages = try #require((json as? [String: Any])?["pages"] as? [[String: Any]])
    let content = Tool.contents(of: Tool.root.appendingPathComponent("content")).keys
    #expect(pages.count == content.filter { $0.hasSuffix(".md") }.count)
    for page in pages {
      let payloads = try #require(page["payloads"] as? [[String: Any]])
      #expect(payloads.count == 4)
      for payload in payloads {
        let path = try #require(payload["path"] as? String)
        var text = try String(contentsOf: site.appendingPathComponent(path), encoding: .utf8)
        // What is exported says where it comes from, and is hashed without that line.
        text.replace(
          #/This page is generated from .*? overwrites what is changed here\./#, with: "")
        let hash = payload["sha256"] as? String
        #expect(hash == (path.hasSuffix(".json") ? nil : SHA256.hex(Array(text.utf8))), "\(path)")
      }
    }
  }

  @Test func linksAreRelative() throws {
    let files = Tool.contents(of: Tool.root.appendingPathComponent("site"))
    // What is pasted into Confluence follows the rules of its editor, not those of the wiki.
    // 404.html is served at any depth, and finds the wiki with a script of its own.
    for (name, data) in files
    where name.hasSuffix(".html") && !name.hasPrefix("confluence/") && name != "404.html" {
      let html = String(decoding: data, as: UTF8.self)
      #expect(!html.contains("href=\"/") && !html.contains("src=\"/"), "\(name)")
      #expect(!html.contains("<script>") && !html.contains("style=\""), "\(name)")
    }
  }

  @Test func wrongUseExitsWith64AndMissingFilesWith74() throws {
    let empty = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: empty) }
    #expect(try Tool.run(["build", "--no-such-option"], in: empty).status == 64)
    #expect(try Tool.run(["check", "--today", "yesterday"], in: empty).status == 64)
    #expect(try Tool.run(["explain", "no-such-rule"], in: empty).status == 64)
    let result = try Tool.run(["build"], in: empty)
    #expect(result.status == 74)
    #expect(result.errors.contains("content"))
  }
}
