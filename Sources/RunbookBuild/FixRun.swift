import RunbookChecks
import RunbookModel

extension Pipeline {
  /// Finds the fixes that are certain, and what the pages are with them; writes nothing.
  ///
  /// The site is checked again with each round of fixes, until nothing is left to mend: what a second
  /// run would do is done. Fixes that make a rule find more than before are left out.
  ///
  /// - Parameters:
  ///   - rules: ids of the rules whose findings are mended; none for all.
  ///   - options: its paths are the files that are changed; none for all.
  package static func fix(
    _ options: BuildOptions, rules: Set<String> = []
  ) async throws(FileProblem) -> FixPlan {
    // What is known is mended like all else; a line that is mended would count as a new finding.
    var options = options
    options.usesBaseline = false
    // A fix may do harm elsewhere, so every page is judged.
    let paths = Set(options.paths)
    options.paths = []
    var run = FixRun(options, try await check(options)) { diagnostic in
      (rules.isEmpty || rules.contains(diagnostic.id))
        && (paths.isEmpty || paths.contains(diagnostic.range.file))
    }
    for _ in 0..<FixRun.rounds {
      let plan = run.nextPlan
      guard !plan.files.isEmpty else { break }
      let after = try await check(run.options(with: plan))
      run.judge(plan, after)
    }
    return run.result
  }
}

/// Rounds of fixes, kept in memory.
private struct FixRun {
  /// More than there are rules with fixes, twice.
  static let rounds = 64

  private struct Key: Hashable {
    let file: String
    let rule: String
  }

  private var options: BuildOptions
  private var report: BuildReport
  private var original: [String: SourceFile] = [:]
  private var titles: [String: [String]] = [:]
  /// Files whose fixes are tried rule by rule, as some of them do harm.
  private var careful: Set<String> = []
  private var refused: Set<Key> = []
  private let isWanted: @Sendable (Diagnostic) -> Bool

  init(
    _ options: BuildOptions, _ report: BuildReport,
    where isWanted: @escaping @Sendable (Diagnostic) -> Bool
  ) {
    self.isWanted = isWanted
    self.options = options
    self.report = report
  }

  var nextPlan: FixPlan {
    var first: [String: String] = [:]
    return FixPlan(report, proof: FixProof(limits: Limits())) { diagnostic in
      let file = diagnostic.range.file
      guard isWanted(diagnostic), !refused.contains(Key(file: file, rule: diagnostic.id)) else {
        return false
      }
      guard careful.contains(file) else { return true }
      let rule = first[file, default: diagnostic.id]
      first[file] = rule
      return rule == diagnostic.id
    }
  }

  func options(with plan: FixPlan) -> BuildOptions {
    var options = options
    for file in plan.files { options.texts[file.source.path] = file.fixed }
    return options
  }

  /// Takes a plan, or finds out what it must not do.
  mutating func judge(_ plan: FixPlan, _ after: BuildReport) {
    let worse = Self.worse(report, after)
    guard !worse.isEmpty else {
      options = options(with: plan)
      report = after
      for file in plan.files {
        original[file.source.path] = original[file.source.path] ?? file.source
        titles[file.source.path, default: []] += file.titles
      }
      return
    }
    let guilty = plan.files.filter { worse.contains($0.source.path) }
    for file in guilty.isEmpty ? plan.files : guilty {
      let path = file.source.path
      if file.rules.count > 1, careful.insert(path).inserted { continue }
      for rule in file.rules { refused.insert(Key(file: path, rule: rule)) }
    }
  }

  /// The files of which some rule finds more than before.
  private static func worse(_ before: BuildReport, _ after: BuildReport) -> Set<String> {
    func counts(_ report: BuildReport) -> [Key: Int] {
      Dictionary(
        report.diagnostics.map { (Key(file: $0.range.file, rule: $0.id), 1) }, uniquingKeysWith: +)
    }
    let old = counts(before)
    return Set(counts(after).filter { $0.value > old[$0.key] ?? 0 }.map(\.key.file))
  }

  var result: FixPlan {
    FixPlan(
      files: original.sorted { $0.key < $1.key }.compactMap { path, source in
        guard let fixed = options.texts[path] else { return nil }
        return FixPlan.File(source: source, fixed: fixed, titles: titles[path] ?? [], rules: [])
      })
  }
}
