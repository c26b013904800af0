import RunbookRendering
import Testing

@testable import RunbookBuild

/// A former output becomes the next one; whatever is wrong with it, the new output is the same.
@Suite struct SpareOutputTests {
  private let folder: TemporaryFolder
  private var site: String { folder.path + "/site" }
  private var spares: String { folder.path + "/cache/outputs" }

  init() throws { folder = try TemporaryFolder() }

  private func publish(_ texts: [String: String]) async throws -> PublishSummary {
    try await OutputWriter(folder: site, spares: spares).publish(
      texts.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, text: $0.value) })
  }

  private var tree: String? {
    try? Disk.names(in: spares).first.map { "\(spares)/\($0)/tree" }
  }

  private func requireSite(_ texts: [String: String]) throws {
    let walk = try FolderWalk(site, hidden: .all)
    let paths = walk.entries.map(\.path).filter { $0 != OutputMarker.name }
    #expect(paths == texts.keys.sorted { $0.precedesByBytes($1) })
    #expect(walk.emptyFolders == [])
    for (path, text) in texts {
      #expect(try Disk.read("\(site)/\(path)") == Array(text.utf8), "\(path)")
    }
    let beside = try Disk.names(in: folder.path).filter { $0 != "site" && $0 != "cache" }
    #expect(beside == [])
  }

  private static let first = [
    "a/one": "1", "a/two": "2", "b/c/three": "3", "four": "4", "five": "5",
  ]

  @Test func filesThatDidNotChangeAreNotLinkedAgain() async throws {
    var texts = Self.first
    for round in 0..<6 {
      texts["four"] = "round \(round)"
      texts["new \(round % 3)/file"] = round % 2 == 0 ? "there" : nil
      let before = FileStamp(site + "/a/one")
      let had = tree
      _ = try await publish(texts)
      try requireSite(texts)
      // The spare is there from the second build on, and used from the third on.
      if round >= 2 { #expect(FileStamp(site + "/a/one") == before) }
      #expect((had != nil) == (round >= 2))
    }
  }

  @Test(arguments: [
    "rm -r TREE/a", "echo 9 > TREE/a/one", "rm TREE/a/one; mkdir TREE/a/one",
    "rm -r TREE/b; echo 1 > TREE/b",
    "ln -sf /etc TREE/more", "mkdir -p TREE/x/y; touch TREE/x/y/z", "chmod 700 TREE/a",
    "chmod 700 TREE",
    "rm -r TREE; ln -s /etc TREE", "rm -r TREE; touch TREE",
    "cp TREE/a/one t; rm TREE/a/one; cp t TREE/a/one; rm t",
    "echo 7 > site/a/one", "chmod 600 site/a/one", "rm site/a/two", "mkdir site/a/empty",
    "chmod 700 site/a",
    "rm -r site",
  ])
  func whateverHappensToItTheOutputIsRight(_ command: String) async throws {
    var texts = Self.first
    for round in 0..<2 {
      texts["four"] = "round \(round)"
      _ = try await publish(texts)
    }
    let tree = try #require(tree)
    folder.shell(command.replacing("TREE", with: tree))
    for round in 2..<4 {
      texts["four"] = "round \(round)"
      _ = try await publish(texts)
      try requireSite(texts)
      let mode = FileStamp(site + "/a")?.rights
      #expect(mode == FileStamp(site + "/b")?.rights)
    }
    #expect(FileStamp(site + "/a/one")?.rights == FileStamp(site + "/four")?.rights)
  }

  @Test func whatWasChangedInTheOutputIsNotChangedInTheSpare() async throws {
    var texts = Self.first
    for round in 0..<3 {
      texts["a/one"] = "round \(round)"
      _ = try await publish(texts)
    }
    // A file that both have is one file.
    folder.shell("echo changed > site/a/two")
    texts["a/one"] = "round 3"
    _ = try await publish(texts)
    try requireSite(texts)
  }

  @Test func theSpareOfAnOutputThatIsGoneGoes() async throws {
    for round in 0..<2 { _ = try await publish(["a": "\(round)", "b": "1", "c": "2"]) }
    let spare = try #require(tree)
    folder.shell("mv site elsewhere")
    for round in 0..<2 {
      _ = try await OutputWriter(folder: folder.path + "/other", spares: spares).publish(
        [OutputFile(path: "a", text: "\(round)"), OutputFile(path: "b", text: "1")])
    }
    #expect(try Disk.kind(of: spare) == nil)
  }
}
