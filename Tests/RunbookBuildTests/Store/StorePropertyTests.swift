import Foundation
import RunbookBuild
import RunbookModel
import Testing

/// A build that takes over what earlier builds made writes and finds what a build from nothing does,
/// whatever has changed in between. `RUNBOOKGEN_EDITS` makes it longer, `RUNBOOKGEN_PAGES` larger,
/// `RUNBOOKGEN_SEED` another one.
@Suite struct StorePropertyTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  @Test(arguments: [1, 2]) func everyBuildIsAsFromNothing(_ seed: Int) async throws {
    let pageCount = Self.number("RUNBOOKGEN_PAGES", 16)
    let editCount = Self.number("RUNBOOKGEN_EDITS", 40)
    var site = try RestlessSite(
      pageCount: pageCount, seed: UInt64(seed + Self.number("RUNBOOKGEN_SEED", 0)))
    var bench = try StoreBench(site)
    let first = try await bench.compare(site.story, isChecked: false)
    try #require(first.isEmpty, "\(first)")
    site.remember()
    var (builds, published, failed) = (0, 0, 0)
    while site.story.count < editCount {
      repeat { try site.edit() } while !site.chance(3)
      if site.chance(4) {
        bench.moveOn(to: site.any(["2026-11-02", "2026-11-03", "2026-10-01", "2027-05-30"]))
      }
      if site.chance(5) { site.damage("cache") }
      let errors = try await bench.compare(site.story, isChecked: site.chance(3))
      builds += 1
      if errors.isEmpty {
        (published, failed) = (published + 1, 0)
        site.remember()
      } else {
        // Where nothing is published, findings are compared and nothing else.
        failed += 1
        if failed == 2 {
          failed = 0
          site.takeBack()
        }
      }
    }
    #expect(3 * published > builds, "\(published) of \(builds)")
  }
}

/// Builds of a site with results of earlier builds, and from nothing.
struct StoreBench {
  private let folder: TemporaryFolder
  private(set) var warm: BuildOptions
  private var cold: BuildOptions

  init(_ site: RestlessSite) throws {
    folder = site.folder
    folder.shell("printf program > program")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-02")))
    options.project = site.project
    options.program = folder.path + "/program"
    options.output = folder.path + "/cold"
    options.leastStored = 0
    cold = options
    options.output = folder.path + "/warm"
    options.cache = folder.path + "/cache"
    options.keepsFormerOutput = true
    warm = options
  }

  /// Makes another day today.
  mutating func moveOn(to day: String) {
    guard let today = CalendarDate(iso: day) else { return }
    (warm.today, cold.today) = (today, today)
  }

  /// - Parameters:
  ///   - story: what was done so far.
  ///   - isChecked: whether the site is checked before it is built.
  ///
  /// - Returns: the errors that were found.
  @discardableResult
  func compare(_ story: [String], isChecked: Bool) async throws -> [Diagnostic] {
    let expected = try await Pipeline.build(cold)
    if isChecked {
      let found = try await Pipeline.check(warm)
      try #require(found.diagnostics == expected.diagnostics, "\(story)")
    }
    // The record of a build keeps the stamps of what it has published.
    var memory = BuildMemory(warm, form: "text", folder: folder.path + "/records")
    _ = await memory?.recall()
    let found = try await Pipeline.build(warm)
    await memory?.keep(
      found, RecordedBuild(pageCount: 0, fileCount: 0, result: nil, words: ""))
    try #require(found.diagnostics == expected.diagnostics, "\(story)")
    try #require(found.remarks == expected.remarks, "\(story)")
    try #require(found.published?.fileCount == expected.published?.fileCount, "\(story)")
    guard found.published != nil else { return found.diagnostics.filter { $0.severity == .error } }
    try #require(
      folder.shell("diff -r cold warm >&2") == 0,
      "\(story)\n\((try? folder.text("shell.log")) ?? "")")
    return []
  }

  /// Two builds of the site at the same time, into a folder each, with the same results of earlier builds.
  func compareTwoAtOnce(_ story: [String]) async throws {
    var other = warm
    other.output = folder.path + "/second"
    async let second = Pipeline.build(other)
    let first = try await Pipeline.build(warm)
    let expected = try await Pipeline.build(cold)
    try #require(first.diagnostics == expected.diagnostics, "\(story)")
    try #require(try await second.diagnostics == expected.diagnostics, "\(story)")
    guard first.published != nil else { return }
    try #require(folder.shell("diff -r cold warm && diff -r cold second") == 0, "\(story)")
  }
}
