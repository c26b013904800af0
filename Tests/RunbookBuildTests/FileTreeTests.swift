import RunbookBuild
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileTreeTests {
  @Test func listsRegularFilesInByteOrder() throws {
    let folder = try TemporaryFolder()
    folder.shell(
      "mkdir -p t/b t/é t/empty t/.git; touch t/b/z t/b.md t/B.md t/é/x t/.hidden t/.git/c")
    let tree = try FileTree(folder.path + "/t/")
    #expect(tree.files == ["B.md", "b.md", "b/z", "é/x"])
    #expect(tree.skipped.isEmpty)
  }

  @Test func namesThatHostsAskForAreListedOnDemand() throws {
    let folder = try TemporaryFolder()
    folder.shell(
      """
      mkdir -p t/.well-known/.git t/.git t/b
      touch t/.nojekyll t/.well-known/a t/.well-known/.git/c t/.git/c t/b/.htaccess t/.DS_Store
      """)
    let all = try FileTree(folder.path + "/t", hasHostingFiles: true)
    #expect(all.files == [".nojekyll", ".well-known/a", "b/.htaccess"])
    #expect(try FileTree(folder.path + "/t").files == [])
  }

  @Test func neverFollowsOrOpensWhatIsNoRegularFile() throws {
    let folder = try TemporaryFolder()
    folder.shell(
      """
      mkdir -p t/sub other; echo secret > other/f; mkfifo t/pipe; ln -s ../other t/dir
      ln -s ../other/f t/link; ln -s nowhere t/sub/dangling; touch "$(printf 't/bad\\377')"
      """)
    let tree = try FileTree(folder.path + "/t")
    #expect(tree.files.isEmpty)
    #expect(
      tree.skipped.map { "\($0.path): \($0.reason)" }
        == [
          "bad\u{FFFD}: a file whose name is not valid UTF-8",
          "dir: a symbolic link",
          "link: a symbolic link",
          "pipe: a named pipe",
          "sub/dangling: a symbolic link",
        ].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    // Would wait for a writer for ever if it were opened the usual way.
    let problem = #expect(throws: FileProblem.self) { try tree.read("pipe") }
    #expect(problem?.reason == "it is a named pipe, not a regular file")
    #expect(throws: FileProblem.self) { try tree.read("link") }
  }

  @Test func aLinkIsNoFolderToList() throws {
    let folder = try TemporaryFolder()
    folder.shell("mkdir real; ln -s real link")
    let problem = #expect(throws: FileProblem.self) { try FileTree(folder.path + "/link/") }
    #expect(problem?.reason == "it is a symbolic link")
  }

  @Test func readsUpToTheLimit() throws {
    let folder = try TemporaryFolder()
    folder.shell("head -c 200000 /dev/zero > f")
    #expect(try Disk.read(folder.path + "/f", limit: 200_000).count == 200_000)
    let problem = #expect(throws: FileProblem.self) {
      try Disk.read(folder.path + "/f", limit: 199_999)
    }
    #expect(
      problem?.description == "cannot read '\(folder.path)/f': it is larger than 199999 bytes; "
        + "split it or leave it out")
  }

  @Test func saysWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: FileProblem.self) { try FileTree(folder.path + "/none") }
    #expect(missing?.reason == "it does not exist")
    #expect(missing?.operation == "list")
    let nul = #expect(throws: FileProblem.self) { try Disk.read(folder.path + "/a\0b") }
    #expect(nul?.reason == "the path holds a NUL character")
    let folderRead = #expect(throws: FileProblem.self) { try Disk.read(folder.path) }
    #expect(folderRead?.reason == "it is a folder, not a regular file")
    #expect(try Disk.kind(of: folder.path + "/none") == nil)
    #expect(try Disk.kind(of: folder.path) == .folder)
  }

  @Test(
    .enabled(
      if: geteuid() != 0, "root may read everything; PublicationFaultTests becomes another user"))
  func namesAFolderThatMayNotBeRead() throws {
    let folder = try TemporaryFolder()
    folder.shell("mkdir -p t/closed; chmod 0 t/closed")
    let problem = #expect(throws: FileProblem.self) { try FileTree(folder.path + "/t") }
    #expect(problem?.path == folder.path + "/t/closed")
    #expect(problem?.reason == "permission denied")
  }
}
