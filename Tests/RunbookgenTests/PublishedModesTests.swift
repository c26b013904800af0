import Foundation
import TestSupport
import Testing

/// Rights of what is published, files of other users beside it, and arguments that are no text.
@Suite(.serialized) struct PublishedModesTests {
  private static let page =
    "---\nkind: concept\ntitle: A\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n---\nText.\n"

  private func withProject(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Shell.run(
      "chmod 755 .; mkdir content; printf -- '\(Self.page)' > content/index.md; chmod -R go=rX content",
      folder)
    try body(folder)
  }

  /// Builds in a shell with a umask, and returns what was said.
  private func build(
    _ folder: URL, umask: String = "022", as wrapper: [String] = [], status: Int = 0
  ) throws -> String {
    let cache = wrapper.isEmpty ? Tool.cache.path : "/nonexistent"
    let program = wrapper.isEmpty ? Tool.program : OtherUser.program
    let command = (wrapper + [program.path, "build"] + ManyFilesSite.today)
      .joined(separator: " ")
    let said = folder.deletingLastPathComponent()
      .appendingPathComponent("said-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: said) }
    try Shell.run(
      "umask \(umask); XDG_CACHE_HOME='\(cache)' \(command) 2> '\(said.path)'; test $? = \(status)",
      folder)
    return try String(contentsOf: said, encoding: .utf8)
  }

  /// How many files and folders of the output have other rights than these.
  private func expectModes(_ folder: URL, files: String, folders: String) throws {
    try Shell.run(
      "test -z \"$(find site \\( -type f ! -perm \(files) -o -type d ! -perm \(folders) \\) -print)\"",
      folder)
  }

  @Test func modesFollowTheUmaskOfTheRun() throws {
    try withProject { folder in
      _ = try build(folder, umask: "077")
      try expectModes(folder, files: "600", folders: "700")
      let text = try build(folder)
      #expect(text.contains("0 files written") && text.contains("modes changed"), "\(text)")
      try expectModes(folder, files: "644", folders: "755")
      #expect(try build(folder).contains("nothing changed"))
      try Shell.run("cp -p site/index.html before; chmod 600 site/index.html site/404.html", folder)
      #expect(try build(folder).contains("2 modes changed to what the umask gives"))
      try expectModes(folder, files: "644", folders: "755")
      // The time of change is that of the content.
      try Shell.run("test ! site/index.html -nt before -a ! site/index.html -ot before", folder)
      try Shell.run("chmod 700 site/assets", folder)
      #expect(try build(folder).contains("1 mode changed"))
      try expectModes(folder, files: "644", folders: "755")
      _ = try build(folder, umask: "027")
      try expectModes(folder, files: "640", folders: "750")
    }
  }

  /// Somebody closed the folder by hand: it stays closed, and every build says so.
  @Test func aModeThatWasChosenStaysAndIsTold() throws {
    try withProject { folder in
      _ = try build(folder)
      try Shell.run("chmod 750 site", folder)
      for changes in ["true", "true", "echo >> content/index.md; echo More. >> content/index.md"] {
        try Shell.run(changes, folder)
        #expect(
          try build(folder).contains("'site' keeps its mode 750; the umask would give it 755"))
        try Shell.run("test \"$(stat -c %a site)\" = 750", folder)
      }
    }
  }

  @Test func aFolderThatNobodyMayWriteToIsReplaced() throws {
    try withProject { folder in
      let isRoot = geteuid() == 0 && OtherUser.canRun
      let wrapper = isRoot ? OtherUser.wrapper : []
      if isRoot { try Shell.run("chown -R 65534:65534 .", folder) }
      _ = try build(folder, as: wrapper)
      try Shell.run("chmod -R a-w site; echo More. >> content/index.md", folder)
      let text = try build(folder, as: wrapper)
      #expect(!text.contains("warning"), "\(text)")
      #expect(try ManyFilesSite.leftovers(in: folder).isEmpty)
    }
  }

  /// A build by the superuser, one that was killed, a lock that nobody else may read: none of them
  /// keeps the owner of the project from publishing.
  @Test(
    .needs("the right to become another user", OtherUser.canRun),
    arguments: [
      "true",
      "mkdir -p .site.runbookgen-staging-1/sub; touch .site.runbookgen-staging-1/sub/file",
      "mkdir -m 700 .site.runbookgen-staging-1; touch .site.runbookgen-staging-1/file",
      "mkdir -p .site.runbookgen-old-1/sub; touch .site.runbookgen-old-1/sub/file",
      "touch .site.runbookgen-lock", "(umask 077; touch .site.runbookgen-lock)",
      "chmod 600 site/index.html", "chmod 700 site/assets",
    ])
  func whatBelongsToAnotherUserIsNoObstacle(_ commands: String) throws {
    try withProject { folder in
      try Shell.run("chown -R 65534:65534 .", folder)
      _ = try build(folder)
      try Shell.run(commands, folder)
      for change in 1...3 {
        try Shell.run("echo 'Change \(change).' >> content/index.md", folder)
        let text = try build(folder, as: OtherUser.wrapper)
        let published = try String(
          contentsOf: folder.appendingPathComponent("site/index.html"), encoding: .utf8)
        #expect(published.contains("Change \(change)."), "\(text)")
        let isLeft = try ManyFilesSite.leftovers(in: folder).contains { !$0.hasSuffix("-lock") }
        #expect(isLeft == text.contains("warning: cannot remove '"), "\(text)")
      }
    }
  }

  @Test(arguments: [
    "check --project \"$(printf 'x\\377')\"", "build --config \"$(printf '\\303(.yml')\"",
    "check --today \"$(printf '\\200')\"", "build --revision \"$(printf 'a\\355\\240\\200')\"",
    "\"$(printf '\\376')\"", "check -- \"$(printf 'content/\\377.md')\"",
  ])
  func argumentsAreText(_ arguments: String) throws {
    try withProject { folder in
      try Shell.run(
        "\(Tool.program.path) \(arguments) > out 2> err; test $? = 64; grep -q 'is not UTF-8' err",
        folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["content", "err", "out"])
    }
  }

  /// A folder above the project has a name that is no text: nothing is published beside it.
  @Test func placesAreText() throws {
    try withProject { folder in
      try Shell.run(
        """
        d=$(printf 'bad\\377'); mkdir "$d"; cp -r content "$d/"; cd "$d"
        \(Tool.program.path) build --today 2026-11-02 2> ../err; test $? = 74
        cd ..; grep -q 'is not UTF-8' err; test $(ls | wc -l) = 3
        """, folder)
    }
  }
}
