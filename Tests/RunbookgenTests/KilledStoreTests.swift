import Foundation
import Testing

/// A build that is killed while it keeps results leaves none that a later build would be misled by.
@Suite(.serialized) struct KilledStoreTests {
  private static let killCount =
    ProcessInfo.processInfo.environment["RUNBOOKGEN_KILLS"].flatMap(Int.init) ?? 12

  private static let today = ["--today", "2026-11-23"]

  private func write(_ number: Int, _ text: String, _ folder: URL) throws {
    let page = """
      ---
      kind: reference
      title: Page \(number)
      summary: About \(number).
      owner: Platform
      reviewed: 2026-10-30
      review_every: P6M
      tags: [tag\(number % 3)]
      ---

      ## Look

      \(text) See [the next](/page\((number + 1) % 24).md#look).

      ```bash
      kubectl get pods -n \(text.lowercased())
      ```

      """
    try Data(page.utf8).write(to: folder.appendingPathComponent("content/page\(number).md"))
  }

  private func build(_ folder: URL, _ more: String...) throws {
    let result = try Tool.run(["build"] + more + Self.today, in: folder)
    try #require(result.status == 0, "\(result.errors)")
  }

  @Test func theNextBuildIsAsFromNothing() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("content"), withIntermediateDirectories: true)
    for number in 0..<24 { try write(number, "First", folder) }
    let began = Date()
    try build(folder, "--output", "warm")
    let duration = Date().timeIntervalSince(began)
    for kill in 1...max(1, Self.killCount) {
      for number in [kill % 24, kill * 7 % 24] { try write(number, "Text\(kill)", folder) }
      let killed = try RunningTool(["build", "--output", "warm"] + Self.today, in: folder)
      usleep(UInt32(Double.random(in: 0...duration) * 1_000_000))
      killed.send(SIGKILL)
      _ = killed.wait()
      try build(folder, "--output", "warm")
      try build(folder, "--fresh", "--output", "cold")
      try #require(
        try ManyFilesSite.areAlike(
          folder.appendingPathComponent("warm"), folder.appendingPathComponent("cold")),
        "after kill \(kill) the wiki is not what a build from nothing makes")
    }
  }
}
