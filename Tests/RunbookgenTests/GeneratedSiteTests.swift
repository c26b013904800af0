import Foundation
import Testing

/// The sites that the benchmarks measure: what they say of the speed of checks counts only when the
/// checks have nothing to report.
@Suite struct GeneratedSiteTests {
  private static let generator = Tool.root.appendingPathComponent("Benchmarks/generate-site.py")

  private func generate(_ options: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.generator.path, folder.path, "--pages", "100"] + options
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func aGeneratedSiteHasNoFindings() throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    try generate([], in: scratch)
    let result = try Tool.run(["check", "--strict", "--today", "2026-11-25"], in: scratch)
    #expect(result.status == 0)
    #expect(result.errors == "no findings in 104 pages\n")
  }

  @Test func anEditChangesOnePage() throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (first, second) = (scratch.appendingPathComponent("1"), scratch.appendingPathComponent("2"))
    for folder in [first, second] { try generate([], in: folder) }
    let pages = Tool.contents(of: first)
    #expect(pages == Tool.contents(of: second))
    try generate(["--edit", "7"], in: second)
    let edited = Tool.contents(of: second)
    #expect(edited.keys.sorted() == pages.keys.sorted())
    #expect(edited.filter { pages[$0.key] != $0.value }.count == 1)
  }
}
