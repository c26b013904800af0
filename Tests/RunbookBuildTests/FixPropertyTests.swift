import Foundation
import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookParsing
import Testing

/// What holds of fixes on every page: they change nothing but what they name, a second run changes
/// nothing, and no rule finds more than before. On some pages of each corpus beside the package; on
/// all with `RUNBOOKGEN_WHOLE_CORPORA=1`.
@Suite struct FixPropertyTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let corpora = root.appending(path: "../shared/corpora").standardizedFileURL
  static let isWhole =
    ProcessInfo.processInfo.environment["RUNBOOKGEN_WHOLE_CORPORA"] == "1"
  /// How many pages of a corpus are looked at.
  static let sampleSize = isWhole ? Int.max : 10

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: corpora.path).filter { $0 != "README.md" })?
    .sorted() ?? []

  @Test(.enabled(if: !names.isEmpty, "the corpora are not beside the package"), arguments: names)
  func corpus(_ name: String) async throws {
    try await hold(name, pages(in: Self.corpora.appending(path: name)))
  }

  @Test func ownPages() async throws {
    for folder in [
      "content", "Tests/RunbookgenTests/Sites/twenty-faults/content",
      "Tests/RunbookgenTests/Sites/every-mistake/content",
      "Tests/RunbookgenTests/Sites/source-document/content",
    ] {
      try await hold(folder, pages(in: Self.root.appending(path: folder)))
    }
  }

  /// Pages on which a fix could do harm.
  @Test func hardPages() async throws {
    let texts = [
      "like `<Hostname><Domain>. Also, choose it", "A <Hostname><Domain> pair, `x` and ` <lone>.",
      "``a ` <x-y>`` and <x-y> and `<a-b>` <c-d>`", "| a | b |\n|---|---|\n| <x-y> | `a` |",
      "# Of <node-name>\n\n[<x-y>](a.md) **<z-z>** *`<q-q>`*", "- <x-y> `\n- ` <x-y>",
      "```console\nsum by (node) (rate(container_memory_rss{id=\"/system.slice\"}[5m]))\n```",
      "```bash\nSELECT (a) FROM b;\n```\n\n```\nkubectl get pods\n```",
      "```bash\nkubectl get pods \\ \n  -A\n```", "```bash\nls \u{2013}l \u{201C}x\u{201D}\n```",
      "```bash {stpe=x}\nkubectl gett pods\n```\r\n\r\nThe <x-y>.", "No end: <x-y>",
    ]
    try await hold(
      "hard",
      texts.enumerated().map { ("p\($0.offset).md", Array(("Text.\n\n" + $0.element).utf8)) })
  }

  private func pages(in folder: URL) throws -> [(String, [UInt8])] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let all = (names ?? []).filter { $0.hasSuffix(".md") && !$0.contains("/.") }.sorted()
    let step = max(1, all.count / Self.sampleSize)
    return try stride(from: 0, to: all.count, by: step).map { index in
      (all[index], Array(try Data(contentsOf: folder.appending(path: all[index]))))
    }
  }

  private func hold(_ name: String, _ pages: [(String, [UInt8])]) async throws {
    guard !pages.isEmpty else { return }
    let folder = try TemporaryFolder()
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-02")))
    options.project = folder.path
    for (path, bytes) in pages {
      folder.shell(
        "mkdir -p '\("content/\(path)".split(separator: "/").dropLast().joined(separator: "/"))'")
      try Disk.replace(folder.path + "/content/" + path, with: bytes)
    }
    let config = """
      defaults:
        - {paths: "**", values: {kind: reference, owner: Team, reviewed: 2026-11-01, review_every: P6M}}
      """
    try Disk.replace(folder.path + "/runbookgen.yml", with: Array(config.utf8))
    let before = try await Pipeline.check(options)
    let plan = try await Pipeline.fix(options)
    for file in plan.files {
      #expect(difference(file.source.bytes, file.fixed) == nil, "\(name)/\(file.source.path)")
      try FixPlan.write(file, options)
    }
    let again = try await Pipeline.fix(options)
    #expect(again.files.map(\.source.path) == [], "\(name)")
    let (old, new) = (counts(before), counts(try await Pipeline.check(options)))
    #expect(new.filter { $0.value > old[$0.key] ?? 0 } == [:], "\(name)")
    let fixes = plan.files.reduce(0) { $0 + $1.titles.count }
    print("fix: \(name): \(pages.count) pages, \(fixes) fixes in \(plan.files.count) pages")
  }

  private func counts(_ report: BuildReport) -> [String: Int] {
    Dictionary(report.diagnostics.map { ($0.id, 1) }, uniquingKeysWith: +)
  }

  /// The first part of a page that is of another kind afterwards. HTML may have become code.
  private func difference(_ old: [UInt8], _ new: [UInt8]) -> String? {
    let (before, after) = (kinds(old), kinds(new))
    if before == after { return nil }
    return zip(before, after).first { $0 != $1 }.map { "\($0) is \($1)" }
      ?? "\(before.count) parts are \(after.count)"
  }

  private func kinds(_ bytes: [UInt8]) -> [String] {
    let file = SourceFile(path: "a.md", bytes: bytes)
    let document = RunbookParser.parse(file, at: PagePath("a.md")).0.document
    return kinds(document.blocks) + document.footnotes.flatMap { ["note"] + kinds($0.blocks) }
  }

  private func kinds(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .paragraph(let content): ["paragraph"] + kinds(content)
      case .heading(let heading): ["heading \(heading.level)"] + kinds(heading.content)
      case .code(let code): ["code of \(code.lineOffsets.count) lines"]
      case .html: ["html block"]
      case .quote(let blocks): ["quote"] + kinds(blocks) + ["end"]
      case .alert(let alert): ["alert"] + kinds(alert.blocks) + ["end"]
      case .details(let details): ["details"] + kinds(details.blocks) + ["end"]
      case .list(let list): ["list"] + list.items.flatMap { ["item"] + kinds($0.blocks) } + ["end"]
      case .table(let table):
        ["table"]
          + ([table.header] + table.rows).flatMap { row in
            ["row"] + row.cells.flatMap { ["cell"] + kinds($0.content) }
          }
      case .thematicBreak: ["break"]
      case .element, .inlines: ["not of the parser"]
      }
    }
  }

  private func kinds(_ content: [Inline]) -> [String] {
    content.flatMap { inline -> [String] in
      switch inline.kind {
      case .text: ["text"]
      case .code, .html: ["code or html"]
      case .strong(let content): ["strong"] + kinds(content) + ["end"]
      case .emphasis(let content): ["emphasis"] + kinds(content) + ["end"]
      case .strikethrough(let content): ["strike"] + kinds(content) + ["end"]
      case .link(let link): ["link"] + kinds(link.content) + ["end"]
      case .image: ["image"]
      case .softBreak, .hardBreak: ["break"]
      case .footnoteReference: ["reference"]
      case .element: ["not of the parser"]
      }
    }
  }
}
