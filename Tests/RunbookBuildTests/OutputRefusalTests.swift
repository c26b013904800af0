import RunbookBuild
import RunbookRendering
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the writer must not write, and what it says then.
@Suite struct OutputRefusalTests {
  let folder: TemporaryFolder
  let pages = [OutputFile(path: "index.html", text: "home")]

  init() throws { folder = try TemporaryFolder() }

  /// The reason of the refusal; the folder must be as it was.
  private func refusal(_ output: String, apartFrom sources: [String] = []) async throws -> String? {
    let before = try folder.listing()
    let writer = OutputWriter(folder: folder.path + "/" + output, apartFrom: sources)
    let problem = await #expect(throws: FileProblem.self) { try await writer.publish(pages) }
    #expect(try folder.listing() == before)
    #expect(problem?.path == folder.path + "/" + output)
    #expect(problem?.advice.isEmpty == false)
    return problem?.reason
  }

  @Test func aFolderOfSomebodyElse() async throws {
    folder.shell("mkdir site; touch site/thesis.doc")
    #expect(
      try await refusal("site")
        == "it holds files that runbookgen did not write (there is no '.runbookgen')")
    folder.shell("echo 'something else' > site/.runbookgen")
    _ = try await refusal("site")
    folder.shell("rm site/.runbookgen; mkfifo site/.runbookgen")
    _ = try await refusal("site")
  }

  @Test func anEmptyFolderIsFree() async throws {
    folder.shell("mkdir site")
    _ = try await OutputWriter(folder: folder.path + "/site").publish(pages)
    #expect(try folder.text("site/index.html") == "home")
  }

  @Test func aRepositoryInsideTheOutput() async throws {
    _ = try await OutputWriter(folder: folder.path + "/site").publish(pages)
    folder.shell("mkdir site/.git; touch site/.git/HEAD site/.DS_Store")
    #expect(try await refusal("site") == "it holds '.git', which runbookgen did not write")
  }

  @Test func placesAmongTheSources() async throws {
    folder.shell("mkdir -p project/content/deep; ln -s project/content alias")
    let content = [folder.path + "/project/content"]
    #expect(
      try await refusal("project/content/deep/site", apartFrom: content)
        == "it lies inside the source folder '\(content[0])'")
    #expect(
      try await refusal("alias/../content/../x/../content/site", apartFrom: content)
        .map { $0.hasPrefix("it lies inside") } == true)
    #expect(
      try await refusal("project", apartFrom: content)
        == "it contains the source folder '\(content[0])'")
    #expect(
      try await refusal("alias", apartFrom: content) == "it is the source folder '\(content[0])'")
    _ = try await OutputWriter(folder: folder.path + "/project/content-site", apartFrom: content)
      .publish(pages)
  }

  @Test func thingsThatAreNoFolders() async throws {
    folder.shell("echo precious > site; mkfifo pipe; ln -s nowhere dangling")
    #expect(try await refusal("site") == "it is a regular file, not a folder")
    #expect(try await refusal("pipe") == "it is a named pipe, not a folder")
    #expect(try await refusal("dangling") == "it is a symbolic link")
    #expect(try await refusal("site/below") == "a part of the path is not a folder")
    #expect(try folder.text("site") == "precious\n")
  }

  @Test func theRootAndNothing() async throws {
    for output in ["/", "", "/.."] {
      await #expect(throws: FileProblem.self) {
        try await OutputWriter(folder: output).publish(pages)
      }
    }
  }

  @Test(
    .enabled(
      if: geteuid() != 0, "root may write everywhere; PublicationFaultTests becomes another user"))
  func aFolderThatMayNotBeWritten() async throws {
    folder.shell("mkdir closed; chmod 500 closed")
    #expect(try await refusal("closed/site") == "permission denied")
  }

  @Test(arguments: [
    ["/etc/passwd"], ["../x"], ["a/../x"], ["a//x"], ["a/"], [""], ["."], ["./x"], ["a\0b"],
    [".runbookgen"], [".RunbookGen/x"], ["a", "a"], ["a", "A"], ["a", "a/b"], ["A/b", "a"],
    ["A/b", "a/c"], ["caf\u{E9}", "cafe\u{301}"],
  ])
  func paths(_ paths: [String]) async throws {
    let files = paths.map { OutputFile(path: $0, text: "") }
    let problem = await #expect(throws: FileProblem.self) {
      try await OutputWriter(folder: folder.path + "/site").publish(files)
    }
    #expect(problem?.operation == "publish")
    #expect(throws: FileProblem.self) {
      try OutputComparison.compare(files, with: folder.path + "/site")
    }
    #expect(try folder.listing().isEmpty)
  }

  @Test func ordinaryPathsPass() async throws {
    let paths = ["a/b", "a/c", "a-b", "a.b", "b/a/a", "...", "a/b.c", "é/ü"]
    _ = try await OutputWriter(folder: folder.path + "/site")
      .publish(paths.map { OutputFile(path: $0, text: "") })
  }
}
