import RunbookBuild
import RunbookRendering
import Testing

@Suite struct OutputComparisonTests {
  @Test func namesWhatDiffersAndWritesNothing() async throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    let pages = ["z", "a/b", "same", "k"].map { OutputFile(path: $0, text: "1") }
    #expect(try OutputComparison.compare(pages, with: site).missing.count == 5)
    #expect(try Disk.kind(of: site) == nil)
    _ = try await OutputWriter(folder: site).publish(pages)
    #expect(try OutputComparison.compare(pages, with: site).unchanged == 4)
    #expect(try OutputComparison.compare(pages, with: site).isEmpty)
    folder.shell("rm site/k; echo 2 > site/z; touch site/new site/.swp; mkdir site/empty")
    let before = try folder.listing()
    let difference = try OutputComparison.compare(pages, with: site)
    #expect(difference.missing == ["k"])
    #expect(difference.different == ["z"])
    #expect(difference.surplus == [".swp", "empty/", "new"])
    #expect(difference.paths == [".swp", "empty/", "k", "new", "z"])
    #expect(difference.unchanged == 2)
    #expect(try folder.listing() == before)
  }

  /// Same length, other bytes; and a difference beyond the first piece that is read.
  @Test func comparesBytes() async throws {
    let folder = try TemporaryFolder()
    var bytes = [UInt8](repeating: 7, count: 200_000)
    _ = try await OutputWriter(folder: folder.path + "/site")
      .publish([OutputFile(path: "f", bytes: bytes), OutputFile(path: "empty", text: "")])
    bytes[199_999] = 8
    let files = [OutputFile(path: "f", bytes: bytes), OutputFile(path: "empty", text: "")]
    #expect(try OutputComparison.compare(files, with: folder.path + "/site").different == ["f"])
  }

  @Test func aFileIsNoOutput() throws {
    let folder = try TemporaryFolder()
    folder.shell("touch site")
    #expect(throws: FileProblem.self) {
      try OutputComparison.compare([], with: folder.path + "/site")
    }
  }
}
