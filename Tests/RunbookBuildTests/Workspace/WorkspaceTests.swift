import Foundation
import RunbookBuild
import RunbookModel
import TestSupport
import Testing

/// A workspace finds what a check from nothing finds, whatever was edited in between. `RUNBOOKGEN_EDITS` makes
/// it longer, `RUNBOOKGEN_SEED` another one.
@Suite struct WorkspaceTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  @Test(arguments: [1, 2]) func aWorkspaceFindsWhatACheckFinds(_ seed: Int) async throws {
    let number = UInt64(seed + Self.number("RUNBOOKGEN_SEED", 0))
    var site = try RestlessSite(pageCount: 12, seed: number)
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-02")))
    options.project = site.project
    var workspace = try Workspace(options)
    try await Self.compare(&workspace, options, site.story)
    var typing = Typing(seed: number)
    for _ in 0..<Self.number("RUNBOOKGEN_EDITS", 60) {
      switch site.any([0, 1, 2, 3]) {
      case 0:
        for _ in 0..<3 { try site.edit() }
        workspace.noticeChanges()
      case 1:
        // Only what a watcher of files would say.
        let before = try Self.texts(site)
        try site.edit()
        let after = try Self.texts(site)
        for file in Set(before.keys).union(after.keys) where before[file] != after[file] {
          workspace.noticeChange(of: file)
        }
      case 2:
        let file = "content/\(site.any(site.pages))"
        let text = try options.texts[file] ?? Disk.read(site.project + "/" + file)
        options.texts[file] = typing.change(text)
        workspace.edit(file, options.texts[file])
      default:
        guard let file = options.texts.keys.sorted().first, site.chance(2) else { continue }
        options.texts[file] = nil
        workspace.edit(file, nil)
      }
      try await Self.compare(&workspace, options, site.story + options.texts.keys.sorted())
    }
  }

  private static func compare(
    _ workspace: inout Workspace, _ options: BuildOptions, _ story: [String]
  ) async throws {
    let before = workspace.all
    let changed = try await workspace.update()
    let expected = try await Pipeline.check(options).diagnostics
    try #require(workspace.all == expected, "\(story)")
    let after = workspace.all
    let files = Set((before + after).map(\.range.file))
    for file in files {
      let isSame = before.filter { $0.range.file == file } == after.filter { $0.range.file == file }
      #expect(isSame || changed.contains(file), "\(file): \(story)")
    }
  }

  private static func texts(_ site: RestlessSite) throws -> [String: Data] {
    var texts: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: site.project) ?? .init() {
      texts[name] = FileManager.default.contents(atPath: site.project + "/" + name)
    }
    return texts
  }
}

extension Workspace {
  fileprivate var all: [Diagnostic] { filesWithFindings.flatMap { findings(in: $0) } }
}

/// What somebody types, with everything that is half finished.
struct Typing {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  private static let pieces = [
    "`", "```\n", "\n\n# A heading\n", "- item\n", "<pod-name>", "|", "---\n", "title: x\n", "é",
    "kubectl get pods --all-namespace\n", "[a](b.md)", "{step=x}", "include", " pod-name=a",
    "<!-- runbookgen-allow x", "\n",
  ]

  /// Puts something in, or removes some bytes.
  mutating func change(_ text: [UInt8]) -> [UInt8] {
    var text = text
    let place = Int(numbers.next() % UInt64(text.count + 1))
    if numbers.next() % 3 == 0 {
      text.removeSubrange(place..<min(text.count, place + Int(numbers.next() % 12)))
    } else {
      let piece = Self.pieces[Int(numbers.next() % UInt64(Self.pieces.count))]
      text.insert(contentsOf: piece.utf8, at: place)
    }
    return text
  }
}
