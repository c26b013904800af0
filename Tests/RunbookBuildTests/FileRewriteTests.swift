import Foundation
import RunbookBuild
import TestSupport
import Testing

/// What a fix leaves alone: everything about a file but its content.
@Suite struct FileRewriteTests {
  private static let old = Array("old\n".utf8)
  private static let new = Array(String(repeating: "new content\n", count: 2000).utf8)

  private func withFile(
    _ commands: String = "true", _ body: (TemporaryFolder, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    try #require(folder.shell("mkdir sub && printf 'old\\n' > sub/a.md && \(commands)") == 0)
    try body(folder, folder.path + "/sub/a.md")
    // Nothing of the work stays, least of all under a name that a build would publish.
    let names = try Disk.names(in: folder.path + "/sub").filter { $0.contains("runbookgen") }
    #expect(names == [])
  }

  private func rewrite(_ path: String, to new: [UInt8] = Self.new) throws(FileProblem) {
    try FileRewrite.replace(path, try Disk.read(path), with: new)
  }

  private func status(_ path: String) throws -> stat {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status
  }

  @Test(arguments: ["640", "600", "755", "664", "4711"]) func theModeStays(_ mode: String) throws {
    try withFile("chmod \(mode) sub/a.md") { folder, path in
      let before = try status(path)
      try rewrite(path)
      #expect(try status(path).st_mode == before.st_mode)
      #expect(try Disk.read(path) == Self.new)
    }
  }

  @Test(.needs("the right to give files away", geteuid() == 0))
  func theOwnerStays() throws {
    try withFile("chown 65534:1 sub/a.md && chmod 640 sub/a.md") { _, path in
      let before = try status(path)
      try rewrite(path)
      let after = try status(path)
      #expect(after.st_uid == before.st_uid && after.st_gid == before.st_gid)
      #expect(after.st_mode == before.st_mode)
    }
  }

  @Test(arguments: [new, Array("x".utf8), []]) func otherNamesStay(_ new: [UInt8]) throws {
    try withFile("ln sub/a.md other") { folder, path in
      try rewrite(path, to: new)
      #expect(try Disk.read(folder.path + "/other") == new)
      #expect(try status(path).st_nlink == 2)
    }
  }

  /// Where the file system of the tests keeps attributes.
  @Test func attributesStay() throws {
    let set = "python3 -c 'import os; os.setxattr(\"sub/a.md\", \"user.note\", b\"kept\")'"
    try withFile("\(set) || touch none") { folder, path in
      if try Disk.kind(of: folder.path + "/none") != nil { return }
      try rewrite(path)
      let get =
        "python3 -c 'import os; assert os.getxattr(\"sub/a.md\", \"user.note\") == b\"kept\"'"
      #expect(folder.shell(get) == 0)
      #expect(try Disk.read(path) == Self.new)
    }
  }

  /// In one step where that is possible: whoever has the old file open reads it to its end.
  @Test func aPlainFileIsExchanged() throws {
    try withFile { _, path in
      let handle = try #require(FileHandle(forReadingAtPath: path))
      try rewrite(path)
      #expect(try handle.readToEnd() == Data(Self.old))
    }
  }

  @Test func aLinkIsNotFollowed() throws {
    try withFile("mv sub/a.md target && ln -s ../target sub/a.md") { folder, path in
      #expect(throws: FileProblem.self) { try FileRewrite.replace(path, Self.old, with: Self.new) }
      let target = try folder.text("target")
      #expect(target == "old\n")
    }
  }

  /// What an earlier run kept when it was killed may be all that is left of a page.
  @Test func aKeptCopyIsNotOverwritten() throws {
    try withFile("ln sub/a.md other && printf kept > sub/.a.md.runbookgen-old") { folder, path in
      let problem = #expect(throws: FileProblem.self) { try rewrite(path) }
      #expect(problem?.description.contains("put that back") == true)
      let (other, kept) = (try folder.text("other"), try folder.text("sub/.a.md.runbookgen-old"))
      #expect(other == "old\n" && kept == "kept")
      #expect(FileRewrite.leftovers(in: folder.path) == ["sub/.a.md.runbookgen-old"])
      #expect(unlink(folder.path + "/sub/.a.md.runbookgen-old") == 0)
    }
  }
}
