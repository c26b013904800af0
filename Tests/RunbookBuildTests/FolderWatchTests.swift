import RunbookBuild
import Testing

#if canImport(Glibc)
  import Glibc

  /// What is told of changes below folders.
  @Suite struct FolderWatchTests {
    /// Milliseconds after which a change that was made is missed.
    private static let patience: Int32 = 60_000

    private func folder(_ files: String...) throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      for file in files { write(file, in: folder) }
      return folder
    }

    private func write(_ file: String, in folder: TemporaryFolder) {
      // Without the log of a shell, which would be told as well.
      system("cd '\(folder.path)' && mkdir -p $(dirname \(file)) && echo text > \(file)")
    }

    private func watch(_ folder: TemporaryFolder) throws -> FolderWatch {
      try FolderWatch(
        WatchedFolders(
          trees: [folder.path + "/content"], folders: [folder.path],
          leftOut: [folder.path + "/content/output"]))
    }

    @Test func filesAreNamedAndWhatPassesIsNot() throws {
      let folder = try folder("content/a.md", "content/deep/b.md")
      var watch = try watch(folder)
      #expect(try watch.next(within: 0).isEmpty)
      write("content/a.md", in: folder)
      #expect(
        try watch.next(within: Self.patience).files == [folder.path + "/content/a.md"])
      // By rename, with a file that is gone in the end.
      write("content/deep/.b.tmp", in: folder)
      rename(folder.path + "/content/deep/.b.tmp", folder.path + "/content/deep/b.md")
      let changes = try watch.next(within: Self.patience)
      #expect(changes == FolderChanges(files: [folder.path + "/content/deep/b.md"]))
    }

    @Test func foldersThatComeAndGoAreUnknown() throws {
      let folder = try folder("content/a.md", "content/old/b.md")
      var watch = try watch(folder)
      rename(folder.path + "/content/old", folder.path + "/content/new")
      #expect(try watch.next(within: Self.patience).isUnknown)
      write("content/new/b.md", in: folder)
      #expect(
        try watch.next(within: Self.patience).files == [folder.path + "/content/new/b.md"])
      write("content/fresh/deep/c.md", in: folder)
      #expect(try watch.next(within: Self.patience).isUnknown)
      write("content/fresh/deep/c.md", in: folder)
      #expect(
        try watch.next(within: Self.patience).files == [folder.path + "/content/fresh/deep/c.md"])
    }

    @Test func otherFoldersAreLeftAlone() throws {
      let folder = try folder("content/a.md", "content/output/x.html", "other/y.md")
      var watch = try watch(folder)
      write("content/output/x.html", in: folder)
      write("other/y.md", in: folder)
      write("other/new/y.md", in: folder)
      write("content/.git/index", in: folder)
      write("content/a.md", in: folder)
      let changes = try watch.next(within: Self.patience)
      #expect(changes == FolderChanges(files: [folder.path + "/content/a.md"]))
    }
  }
#endif
