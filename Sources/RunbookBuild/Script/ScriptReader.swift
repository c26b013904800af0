import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

/// Takes a page apart into the steps of a script.
struct ScriptReader {
  typealias Step = ProcedureScript.Step

  let page: CheckedRunbook
  let config: SiteConfig
  let lines: LineTable
  let shellCheck: ScriptShellCheck
  var filling: ScriptFilling
  /// By the name on the page.
  var inputs: [String: ProcedureScript.Input] = [:]
  /// The names of inputs, in the order in which they are met.
  var order: [String] = []
  private(set) var refusals: [ProcedureScript.Refusal] = []

  /// - Parameter wanted: numbers, anchors or names of steps; nothing for the procedure.
  /// - Throws: why a step cannot be one of a script; with all that is in the way.
  static func script(
    of page: CheckedRunbook, _ lines: LineTable, _ config: SiteConfig, steps wanted: [String]
  ) throws(ProcedureScript.Refusals) -> ProcedureScript {
    var reader = ScriptReader(page, lines, config)
    var steps: [Step] = []
    for section in try reader.chosen(wanted) {
      if let step = reader.step(section) { steps.append(step) }
    }
    if steps.isEmpty, reader.refusals.isEmpty {
      reader.refuse(at: 0, "no step of the page has commands that a shell runs")
    }
    reader.checkPlaces(steps)
    reader.finishInputs(steps)
    guard reader.refusals.isEmpty else { throw .init(all: reader.refusals) }
    return ProcedureScript(
      title: page.metadata.title.value, sourcePath: page.sourcePath, metadata: page.metadata,
      steps: steps, inputs: reader.order.compactMap { reader.inputs[$0] },
      environments: reader.environments.map(\.name.value))
  }

  private init(_ page: CheckedRunbook, _ lines: LineTable, _ config: SiteConfig) {
    self.page = page
    self.lines = lines
    self.config = config
    shellCheck = ScriptShellCheck(page.blocks.flatMap(\.scripts))
    let names = Set(page.blocks.flatMap(\.values).map(\.name))
    filling = ScriptFilling(
      options: Dictionary(uniqueKeysWithValues: names.map { ($0, Self.option($0)) }),
      secrets: Set(page.metadata.inputs.filter(\.isSecret).map(\.name.value)))
  }

  mutating func refuse(at offset: Int, _ reason: String) {
    let line = lines.line(at: offset)
    let shared = page.includedFile(at: offset)
    let column = shared == nil ? offset - lines.starts[line] + 1 : 1
    let refusal = ProcedureScript.Refusal(
      place: "\(page.sourcePath):\(line + 1):\(column)",
      reason: shared.map { "in '\($0)', which is included here: \(reason)" } ?? reason)
    if !refusals.contains(refusal) { refusals.append(refusal) }
  }

  // MARK: Steps

  /// A section of the page with commands in it.
  struct Section {
    let card: StepCards.Card?
    let number: Int?
    let id: String
    let anchor: String
    let title: String
    let range: ByteRange
    /// The names of its blocks.
    let names: [String]
    let warnings: [PageProcedure.Warning]

    /// Whether it is meant by a number, an anchor or the name of a block.
    func isCalled(_ name: String) -> Bool {
      number.map(String.init) == name || id == name || anchor == name || names.contains(name)
    }
  }

  /// Every section that could be a step, in the order of the page.
  static func sections(of page: CheckedRunbook, _ lines: LineTable) -> [Section] {
    let blocks = page.document.blocks
    let cards = StepCards(
      blocks, commands: Set(page.blocks.map(\.range.lowerBound)),
      isRunbook: page.metadata.kind == .runbook)
    var ids: Set<String> = []
    return cards.runs.compactMap { run in
      guard let first = run.blocks.first, let last = run.blocks.last else { return nil }
      let range = blocks[first].range.lowerBound..<blocks[last].range.upperBound
      let held = page.blocks.filter { range.contains($0.range.lowerBound) }
      guard !held.isEmpty else { return nil }
      var title = page.metadata.title.value
      var anchor = ""
      if case .heading(let heading) = blocks[first].kind {
        title = heading.content.plainText
        title =
          String(title.utf8.dropFirst(StepCards.numeral(run.card?.number ?? 0, in: title))) ?? title
        anchor = heading.id
      }
      let id = Self.slug(title, else: anchor.isEmpty ? "commands" : anchor)
      var (unique, count) = (id, 1)
      while !ids.insert(unique).inserted { (unique, count) = ("\(id)-\(count)", count + 1) }
      return Section(
        card: run.card, number: run.card?.number, id: unique, anchor: anchor, title: title,
        range: range, names: held.compactMap(\.step?.text),
        warnings: PageProcedure.warnings(in: blocks[run.blocks], lines))
    }
  }

  private func chosen(_ wanted: [String]) throws(ProcedureScript.Refusals) -> [Section] {
    let all = Self.sections(of: page, lines)
    let hasProcedure = all.contains { $0.card?.part == .procedure }
    guard !wanted.isEmpty else {
      return all.filter {
        hasProcedure ? $0.card?.part == .procedure : $0.card?.part != .rollback
      }
    }
    var found: Set<String> = []
    for name in wanted {
      guard
        let section = all.first(where: { $0.isCalled(name) })
      else {
        let near = NearestName.suggestion(for: name, among: all.map(\.id) + all.flatMap(\.names))
        let hint =
          near.map { "; did you mean '\($0)'?" }
          ?? (all.isEmpty
            ? "; none of its sections has commands"
            : "; there are " + all.map(\.id).joined(separator: ", "))
        throw .init(all: [
          .init(place: page.sourcePath, reason: "there is no step '\(name)'" + hint)
        ])
      }
      found.insert(section.id)
    }
    return all.filter { found.contains($0.id) }
  }

  private mutating func step(_ section: Section) -> Step? {
    let held = page.blocks.filter { section.range.contains($0.range.lowerBound) }
    let known = Dictionary(held.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    var parts: [(offset: Int, part: ProcedureScript.Part)] = section.warnings.map {
      (lines.starts[$0.line], .warning($0))
    }
    var names: [String] = []
    for (index, entry) in page.outline.codeBlocks.enumerated()
    where section.range.contains(entry.range.lowerBound) {
      let offset = entry.range.lowerBound
      if let block = known[index] {
        guard let commands = commands(block) else { continue }
        parts.append((offset, .commands(commands)))
        names += block.values.map(\.name)
      } else if BlockActs.content(entry.value, in: (0, nil), line: 0) != nil {
        if let part = content(entry.value, at: offset) { parts.append((offset, part)) }
      }
    }
    let contexts = held.compactMap(\.context)
    if let first = contexts.first, let other = contexts.first(where: { $0.value != first.value }) {
      refuse(
        at: held.first { $0.context?.value == other.value }?.range.lowerBound ?? 0,
        "the step '\(section.title)' goes on in '\(other.value)' after '\(first.value)'; somebody has to go there, "
          + "and a script runs in one place")
    }
    parts.sort { $0.offset < $1.offset }
    guard parts.contains(where: { if case .commands = $0.part { true } else { false } }) else {
      return nil
    }
    var seen: Set<String> = []
    return Step(
      number: section.number, id: section.id, title: section.title,
      line: lines.line(at: section.range.lowerBound) + 1,
      context: contexts.first.flatMap { config.context($0.value) }, names: section.names,
      parts: parts.map(\.part),
      inputs: names.filter { seen.insert($0).inserted }.map(Self.option))
  }

  private mutating func content(_ code: CodeBlock, at offset: Int) -> ProcedureScript.Part? {
    if code.declaredEffect != nil
      || ["sql", "mysql", "postgresql", "psql", "plsql", "tsql", "redis", "mongo", "js", "python"]
        .contains(code.language)
    {
      refuse(
        at: offset,
        "somebody has to hand this block of \(code.language) to its program; write the command that does"
      )
      return nil
    }
    return .content(language: code.language, line: lines.line(at: offset) + 1)
  }

  /// A script runs in one place.
  private mutating func checkPlaces(_ steps: [Step]) {
    guard let first = steps.first(where: { $0.context != nil }), let place = first.context else {
      return
    }
    for step in steps {
      guard let other = step.context, other.id.value != place.id.value else { continue }
      refuse(
        at: lines.starts[step.line - 1],
        "the step '\(step.title)' runs in '\(other.id.value)', and '\(first.title)' in '\(place.id.value)': somebody has to "
          + "go there; make a script for each place, with --step")
      return
    }
  }
}
