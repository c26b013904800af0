import Foundation
import TestSupport
import Testing

/// `check --new-from`: the findings of two states of a site, compared.
@Suite struct NewFindingsTests {
  private static func page(_ title: String, _ body: String) -> String {
    "---\nkind: concept\ntitle: \(title)\nowner: T\nreviewed: 2026-11-01\nreview_every: P6M\n---\n\(body)"
  }

  /// A project in the folder `ops` of a repository: `b.md` links to a heading of `a.md`, and `c.md` has an
  /// old fault. Then the heading changes, and a page comes.
  private func withRepository(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appendingPathComponent("ops/content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      let file = content.appendingPathComponent("\(name).md")
      try Self.page(name, text).write(to: file, atomically: true, encoding: .utf8)
    }
    try write("a", "## Old name\n\ntext\n")
    try write("b", "[steps](a.md#old-name)\n")
    try write("c", "[gone](gone.md)\n")
    try Shell.run(
      "git init -q && git add -A && git -c user.name=a -c user.email=a@b commit -qm before"
        + " --no-gpg-sign", folder)
    try body(folder)
  }

  private func check(_ from: String, in folder: URL, _ arguments: [String] = []) throws
    -> CommandResult
  {
    try Tool.run(
      ["check", "--project", "ops", "--today", "2026-11-23", "--format", "concise"] + arguments
        + ["--new-from", from], in: folder,
      // As in a hook of git.
      environment: ["GIT_DIR": "nowhere", "GIT_INDEX_FILE": "nowhere/index"])
  }

  private func change(_ folder: URL) throws {
    try Shell.run(
      "sed -i 's/Old name/New name/' ops/content/a.md;"
        + " sed -i 's/^.gone/Moved.\\n\\n&/' ops/content/c.md;"
        + " sed 's/title: c/title: d/' ops/content/c.md > ops/content/d.md", folder)
  }

  private static let found = [
    "ops/content/b.md:8: error[anchor-broken]", "ops/content/d.md:10: error[link-broken]",
  ]

  private func places(_ result: CommandResult) -> [String] {
    result.output.split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 3).map(String.init)
      return parts.count < 4
        ? String(line) : "\(parts[0]):\(parts[1]):\(parts[3].prefix { $0 != ":" })"
    }
  }

  @Test(.needs("git", Machine.has("git"))) func aRevision() throws {
    try withRepository { folder in
      let clean = try check("HEAD", in: folder)
      #expect(clean.status == 0 && clean.output == "", "\(clean)")
      #expect(clean.errors.contains("1 known finding is left out"))
      try change(folder)
      let result = try check("HEAD", in: folder)
      #expect(result.status == 1)
      #expect(places(result) == Self.found)
      #expect(try places(check("HEAD", in: folder, ["ops/content/b.md"])) == [Self.found[0]])
      // Nothing of the repository changed, and nothing is left behind.
      try Shell.run("git diff --cached --quiet && git diff --quiet -- ops/content/b.md", folder)
      #expect(try check("no-such-revision", in: folder).status == 64)
      #expect(try check("--output=x", in: folder).status == 64)
    }
  }

  @Test(.needs("git", Machine.has("git"))) func withoutARepositoryGitHasTheWord() throws {
    try withRepository { folder in
      try FileManager.default.removeItem(at: folder.appendingPathComponent(".git"))
      let result = try check("HEAD", in: folder)
      #expect(result.status == 74)
      #expect(result.errors.contains("not a git repository"), "\(result.errors)")
    }
  }

  /// Before the project was there, nothing was wrong with it.
  @Test(.needs("git", Machine.has("git"))) func aRevisionWithoutTheProject() throws {
    try withRepository { folder in
      try Shell.run("mkdir -p new && cp -r ops/content new", folder)
      let result = try Tool.run(
        ["check", "--project", "new", "--today", "2026-11-23", "--new-from", "HEAD"], in: folder)
      #expect(result.status == 1, "\(result.errors)")
    }
  }

  @Test(.needs("git", Machine.has("git"))) func aReport() throws {
    try withRepository { folder in
      let before = try Tool.run(
        ["check", "--project", "ops", "--today", "2026-11-23", "--format", "json"], in: folder)
      let file = folder.appendingPathComponent("before.json")
      try before.output.write(to: file, atomically: true, encoding: .utf8)
      try change(folder)
      let result = try check("before.json", in: folder)
      #expect(result.status == 1)
      #expect(places(result) == Self.found)
      for wrong in ["{", "[]", "{\"diagnostics\": [{\"id\": \"x\"}]}"] {
        try wrong.write(to: file, atomically: true, encoding: .utf8)
        #expect(try check("before.json", in: folder).status == 74)
      }
      #expect(try check("gone.json", in: folder).status == 74)
    }
  }

  /// What was there and is in the baseline counts once, not twice.
  @Test(.needs("git", Machine.has("git"))) func withABaseline() throws {
    try withRepository { folder in
      _ = try Tool.run(["baseline", "--write", "--project", "ops"], in: folder)
      #expect(try check("HEAD", in: folder).status == 0)
      try Shell.run("printf '\\n[gone](gone.md)\\n' >> ops/content/c.md", folder)
      let result = try check("HEAD", in: folder)
      #expect(result.status == 1)
      #expect(places(result) == ["ops/content/c.md:10: error[link-broken]"])
    }
  }
}
