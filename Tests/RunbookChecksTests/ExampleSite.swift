import Foundation
import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import TestSupport

/// A small site made of text, checked as a whole.
struct ExampleSite {
  /// A place in a file, for expectations.
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let offset: Int

    var description: String { "\(file):\(offset)" }

    static func < (left: Mark, right: Mark) -> Bool {
      (left.file, left.offset) < (right.file, right.offset)
    }
  }

  let files: [SourceFile]
  /// Where `▸` stood.
  let marks: [Mark]

  init(_ files: [(path: String, text: String)]) {
    var marks: [Mark] = []
    self.files = files.map { path, text in
      var bytes: [UInt8] = []
      for character in text.unicodeScalars {
        if character == "▸" {
          marks.append(Mark(file: path, offset: bytes.count))
        } else {
          bytes += String(character).utf8
        }
      }
      return SourceFile(path: path, bytes: bytes)
    }
    self.marks = marks.sorted()
  }

  /// Everything that is found, sorted.
  func diagnostics(today: CalendarDate? = nil, isStrict: Bool = false) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var config = SiteConfig()
    if let file = files.first(where: { $0.path == "runbookgen.yml" }) {
      let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
      diagnostics += problems
      let (read, found) = SiteConfigSchema.read(root, in: file)
      (config, diagnostics) = (read, diagnostics + found)
    }
    var additions: [ProgramAddition] = []
    for file in files where file.path.hasPrefix("programs/") {
      let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
      let (addition, found) = ProgramFileSchema.read(root, in: file, config.programs)
      diagnostics += problems + found
      if let addition { additions.append(addition) }
    }
    config.programs = ProgramLibrary(adding: additions)
    diagnostics += Checker.check(templates, config) + styleFindings(config) + words(config)
    var allowances = Allowances()
    if let day = today ?? CalendarDate(year: 2026, month: 11, day: 23) {
      diagnostics += findings(config, day, &allowances)
    }
    diagnostics += allowances.unused(of: diagnostics)
    return Checker.report(diagnostics, config, allowing: allowances, isStrict: isStrict)
  }

  /// The four turns of the checker, as the pipeline takes them.
  private func findings(
    _ config: SiteConfig, _ today: CalendarDate, _ allowances: inout Allowances
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func note<Value>(_ result: (value: Value, diagnostics: [Diagnostic])) -> Value {
      diagnostics += result.diagnostics
      return result.value
    }
    let parsed = pages.map { file in
      note(
        RunbookParser.parse(
          file, at: PagePath(String(file.path.dropFirst("content/".count))),
          limits: config.limits))
    }.sorted { $0.path < $1.path }
    let summaries = parsed.map { page in
      note(
        Checker.survey(
          note(RunbookParser.frontMatter(of: page.file, limits: config.limits)), of: page.file,
          at: page.path, config
        ) { page.outline.sections.first })
    }
    var assets: Set<String> = []
    var refused: Set<String> = []
    for file in assetFiles {
      let name = String(file.path.dropFirst("content/".count))
      if let problem = AssetActive.check(file.bytes, at: name, in: file.path, config) {
        diagnostics.append(problem)
        refused.insert(name)
      } else {
        assets.insert(name)
      }
    }
    var site = SiteIndex(
      summaries, assets: assets, refused: refused, space: config.confluence.space,
      policy: PagePolicy(config, templates: templates))
    diagnostics += EnvironmentValue.check(config, summaries)
    let limits = config.limits
    let texts = IncludeSource { path in
      parsed.first { $0.path == path }
    } parse: { file, lines in
      var found: [Diagnostic] = []
      return RunbookParser.document(of: file, lines: lines, limits: limits, &found)
    }
    let drafts = zip(parsed, summaries).map { page, summary in
      let whole = note(Checker.including(page, summary.metadata, in: site, config, texts))
      return note(Checker.draft(whole, summary.metadata, config))
    }
    for draft in drafts {
      let own = draft.metadata.allowances + draft.allowances.valid
      allowances.add(own, of: draft.page.file.path)
    }
    site.complete(
      drafts.map { draft in
        let (_, contents, found) = Checker.check(draft, in: site, config, today: today)
        return KeptContents(note((contents, found)))
      })
    let wanted = site.wantedSteps
    site.add(drafts.indices.flatMap { site.steps(ofPage: $0, running: wanted) })
    for position in site.unsettled {
      diagnostics += Checker.settle(drafts[position], in: site, config, today: today)
    }
    return diagnostics
  }

  private var pages: [SourceFile] {
    files.filter { $0.path.hasPrefix("content/") && $0.path.hasSuffix(".md") }
  }

  private var assetFiles: [SourceFile] {
    files.filter { $0.path.hasPrefix("content/") && !$0.path.hasSuffix(".md") }
  }

  private var templates: [TemplateSource] {
    TemplateSource.all(
      files.filter { $0.path.hasPrefix("templates/") && $0.path.hasSuffix(".mustache") },
      roots: [
        "confluence", "footer", "head-end", "header-end", "index", "navigation", "not-found",
        "page", "search",
      ]
    ) { _ in ["title", "body", "contents", "id"] }
  }

  /// The program's words are read from the folder that it is made of.
  private func words(_ config: SiteConfig) -> [Diagnostic] {
    let builtin = WordSource.languages(for: config.language).compactMap { language in
      try? SourceFile(
        path: "words/\(language).yml",
        bytes: Array(
          Data(contentsOf: TestPages.root.appending(path: "templates/words/\(language).yml"))))
    }
    let own = files.filter { $0.path.hasPrefix("templates/words/") }
    let sources = (builtin + own).map { file in
      let (root, _) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
      return WordSource(file, root, isOwn: file.path.hasPrefix("templates/"))
    }
    return WordList(sources, config, isUsed: { _ in false }).diagnostics
  }

  private func styleFindings(_ config: SiteConfig) -> [Diagnostic] {
    let files = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let roots = files.keys.sorted().filter {
      $0.hasPrefix("templates/assets/") && $0.hasSuffix(".css") || $0 == config.stylesheet?.value
    }
    let content = files.keys.sorted().filter { $0.hasPrefix("content/") && $0.hasSuffix(".css") }
      .flatMap { path in
        StylesheetReference.check(
          content: SourceFile(path: path, bytes: files[path] ?? []), config,
          isPublished: { files["content/" + $0] != nil })
      }
    return content
      + StyleGraph(
        roots.map { .init(path: $0, bytes: files[$0] ?? []) }, config,
        PagePolicy(config, templates: templates)
      ) { path in files[path].map { .bytes($0) } ?? .missing(near: nil) }.diagnostics
  }
}
