import RunbookBuild
import RunbookRendering
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct OutputWriterTests {
  let folder: TemporaryFolder
  var site: String { folder.path + "/site" }

  init() throws { folder = try TemporaryFolder() }

  private func files(_ texts: [String: String]) -> [OutputFile] {
    texts.map { OutputFile(path: $0.key, text: $0.value) }
  }

  @Test func publishesIntoANewFolder() async throws {
    let summary = try await OutputWriter(folder: folder.path + "/deep/er/site").publish(
      files(["index.html": "home", "a/b.html": "page"]))
    #expect(
      summary == PublishSummary(written: ["a/b.html", "index.html"], unchanged: 0, removed: []))
    #expect(try folder.text("deep/er/site/a/b.html") == "page")
    #expect(try folder.text("deep/er/site/.runbookgen") == "runbookgen output; do not edit\n")
    #expect(
      try folder.listing("deep/er") == """
        site d
        site/.runbookgen f
        site/a d
        site/a/b.html f
        site/index.html f

        """)
  }

  @Test func keepsBytesAndTimesOfWhatDidNotChange() async throws {
    let writer = OutputWriter(folder: site)
    _ = try await writer.publish(files(["same": "1", "changed": "1", "gone": "1", "d/same": "1"]))
    folder.shell("touch -d '2001-02-03 04:05:06.789' site/same site/d/same")
    let stamps = try [folder.stamp("site/same"), folder.stamp("site/d/same")]
    let summary = try await writer.publish(
      files(["same": "1", "changed": "2", "new/x": "1", "d/same": "1"]))
    #expect(
      summary == PublishSummary(written: ["changed", "new/x"], unchanged: 2, removed: ["gone"]))
    #expect(try [folder.stamp("site/same"), folder.stamp("site/d/same")] == stamps)
    #expect(try folder.text("site/changed") == "2")
    #expect(try !folder.listing().contains("runbookgen-"))
  }

  @Test func touchesNothingWhenNothingDiffers() async throws {
    let writer = OutputWriter(folder: site)
    let pages = files(["index.html": "home", "a/b.html": "page"])
    _ = try await writer.publish(pages)
    folder.shell("touch -d '2001-02-03 04:05:06' site site/a site/index.html site/.runbookgen")
    let paths = ["site", "site/a", "site/index.html", "site/.runbookgen"]
    let stamps = try paths.map(folder.stamp)
    let summary = try await writer.publish(pages)
    #expect(summary == PublishSummary(written: [], unchanged: 2, removed: []))
    #expect(try paths.map(folder.stamp) == stamps)
  }

  @Test func replacesLinksFoldersAndPipesThatStandInTheWay() async throws {
    let writer = OutputWriter(folder: site)
    _ = try await writer.publish(files(["a": "1"]))
    folder.shell(
      """
      mkdir other site/b site/empty; echo precious > other/f; rm site/a; ln -s ../other/f site/a
      ln -s ../other site/dir; touch site/b/c; mkfifo site/pipe
      """)
    let pages = files(["a": "1", "b": "2", "dir/f": "3", "pipe": "4"])
    let difference = try OutputComparison.compare(pages, with: site)
    #expect(difference.missing == ["b", "dir/f"])
    #expect(difference.different == ["a", "pipe"])
    #expect(difference.surplus == ["b/c", "dir", "empty/"])
    let summary = try await writer.publish(pages)
    #expect(summary.written == ["a", "b", "dir/f", "pipe"])
    #expect(summary.removed == ["b/c", "dir", "empty/"])
    #expect(try OutputComparison.compare(pages, with: site).isEmpty)
    #expect(try folder.text("other/f") == "precious\n")
  }

  @Test func worksWithoutAnExchange() async throws {
    var writer = OutputWriter(folder: site)
    writer.exchange = { _, _ in EINVAL }
    _ = try await writer.publish(files(["a": "1", "b": "1"]))
    let summary = try await writer.publish(files(["a": "2", "b": "1"]))
    #expect(summary == PublishSummary(written: ["a"], unchanged: 1, removed: []))
    #expect(try folder.listing() == "site d\nsite/.runbookgen f\nsite/a f\nsite/b f\n")
  }

  @Test func cleansUpAfterKilledBuilds() async throws {
    _ = try await OutputWriter(folder: site).publish(files(["a": "1"]))
    folder.shell(
      """
      mkdir .site.runbookgen-staging-1 .site.runbookgen-staging-mine .other.runbookgen-staging-1
      touch "$(printf '.site.runbookgen-staging-1/bad\\377')" .site.runbookgen-lock
      mv site .site.runbookgen-old-77
      """)
    let stamp = try folder.stamp(".site.runbookgen-old-77/a")
    let summary = try await OutputWriter(folder: site).publish(files(["a": "1"]))
    #expect(summary == PublishSummary(written: [], unchanged: 1, removed: []))
    #expect(try folder.stamp("site/a") == stamp)
    #expect(
      try folder.listing() == """
        .other.runbookgen-staging-1 d
        .site.runbookgen-staging-mine d
        site d
        site/.runbookgen f
        site/a f

        """)
  }

  @Test func anErrorLeavesTheOldOutputAsItWas() async throws {
    _ = try await OutputWriter(folder: site).publish(files(["a": "1", "b": "1"]))
    let before = try (folder.listing(), folder.stamp("site"), folder.stamp("site/a"))
    let long = String(repeating: "x", count: 300)
    let problem = await #expect(throws: FileProblem.self) {
      try await OutputWriter(folder: site).publish(files(["a": "2", "z/\(long)": "2"]))
    }
    #expect(problem?.path == "z/\(long)")
    #expect(problem?.reason == "a name in it is longer than 255 bytes")
    var writer = OutputWriter(folder: site)
    writer.exchange = { _, _ in EBUSY }
    let busy = await #expect(throws: FileProblem.self) {
      try await writer.publish(files(["a": "2"]))
    }
    #expect(busy?.reason == "it is a mount point, which cannot be exchanged in one step")
    let after = try (folder.listing(), folder.stamp("site"), folder.stamp("site/a"))
    #expect(after == before)
  }

  @Test(.endsWhenHanging) func secondBuildWaits() async throws {
    let lock = folder.path + "/.site.runbookgen-lock"
    let descriptor = open(lock, O_RDWR | O_CREAT, 0o600)
    try #require(flock(descriptor, LOCK_EX) == 0)
    let site = site
    let waits = AsyncStream<String>.makeStream()
    async let summary = Task.detached {
      try await OutputWriter(folder: site).publish([OutputFile(path: "a", text: "1")]) {
        waits.continuation.yield($0)
      }
    }.value
    var messages = waits.stream.makeAsyncIterator()
    #expect(
      await messages.next() == "another build is publishing to '\(site)'; waiting for it")
    #expect(try Disk.kind(of: site) == nil)
    // As the holder of a lock does: the file goes first, so the waiting build must make a new one.
    unlink(lock)
    close(descriptor)
    #expect(try await summary.written == ["a"])
    #expect(try Disk.kind(of: lock) == nil)
  }

  @Test func buildsAtTheSameTimeTakeTurns() async throws {
    let site = site
    try await withThrowingTaskGroup(of: Void.self) { group in
      for build in 0..<8 {
        group.addTask {
          let pages = (0..<20).map { OutputFile(path: "p\($0)", text: "build \(build)") }
          for _ in 0..<10 { _ = try await OutputWriter(folder: site).publish(pages) }
        }
      }
      try await group.waitForAll()
    }
    let texts = try Set((0..<20).map { try folder.text("site/p\($0)") })
    #expect(texts.count == 1)
    #expect(try !folder.listing().contains("runbookgen-"))
  }
}
