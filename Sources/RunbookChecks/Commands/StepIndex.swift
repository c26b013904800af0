import RunbookCommands
package import RunbookModel

/// Commands that steps run, to be compared with quick references.
package struct StepIndex: Sendable {
  /// One script of a block.
  package struct Step: Sendable {
    let pattern: CommandPattern
    /// Those that it runs, also inside other commands.
    let programs: Set<String>
    let context: String?
    let file: String
    /// Index of its block in the page.
    let block: Int
  }

  /// Where a pipeline stands.
  private struct Place {
    let step: Int
    let run: Int
    let start: Int
  }

  private var steps: [Step] = []
  /// Every pipeline of every step, in order; its number in the index is its position here.
  private var places: [Place] = []
  private var index = PipelineIndex()
  private var byProgram: [String: [Int]] = [:]
  /// The contexts of the steps.
  private(set) var contexts: Set<String> = []

  init() {}

  /// The steps of a page.
  init(_ draft: PageDraft) {
    for block in draft.blocks {
      for script in block.scripts {
        add(Step(script, of: block.index, in: block.context?.value, draft.page.file.path))
      }
    }
  }

  mutating func add(_ step: Step) {
    for (number, run) in step.pattern.runs.enumerated() {
      for (start, pipeline) in run.enumerated() {
        if let program = pipeline.program { byProgram[program, default: []].append(places.count) }
        index.append(pipeline)
        places.append(Place(step: steps.count, run: number, start: start))
      }
    }
    if let context = step.context { contexts.insert(context) }
    steps.append(step)
  }

  private func run(at place: Place) -> [PipelinePattern] {
    steps[place.step].pattern.runs[place.run]
  }

  /// Goes through the steps that run this command, with the place where each does, until the body
  /// returns false.
  func visit(_ command: QuickReferenceTable.Command, _ body: (Step, SourceRange) -> Bool) {
    guard let first = command.pattern.runs.first?.first else { return }
    let program = command.script.firstProgram
    var last = -1
    for number in index.candidates(for: first) where places[number].step != last {
      let place = places[number]
      let step = steps[place.step]
      guard program.map({ step.programs.contains($0) }) ?? true,
        let range = command.pattern.occurrence(in: run(at: place), at: place.start)
      else { continue }
      last = place.step
      guard body(step, SourceRange(file: step.file, bytes: range)) else { return }
    }
  }

  /// Where the steps of a page run the command of a row of a quick reference.
  package static func places(
    of command: QuickReferenceTable.Command, in draft: PageDraft
  ) -> [(block: Int, range: ByteRange)] {
    var places: [(block: Int, range: ByteRange)] = []
    StepIndex(draft).visit(command) { step, range in
      places.append((step.block, range.bytes))
      return true
    }
    return places
  }

  /// The blocks that run one of these commands.
  func blocks(running commands: [QuickReferenceTable.Command]) -> Set<Int> {
    var rows = PipelineIndex()
    var patterns: [CommandPattern] = []
    for pattern in commands.map(\.pattern) {
      guard let first = pattern.runs.first?.first else { continue }
      rows.append(first)
      patterns.append(pattern)
    }
    var found: Set<Int> = []
    for place in places where !found.contains(steps[place.step].block) {
      let run = run(at: place)
      let isFound = rows.candidates(for: run[place.start]).contains {
        patterns[$0].occurrence(in: run, at: place.start) != nil
      }
      if isFound { found.insert(steps[place.step].block) }
    }
    return found
  }

  /// More are not compared word by word for one row.
  private static let nearestLimit = 64

  /// The step's command that comes closest, if one comes close.
  func nearest(to command: QuickReferenceTable.Command) -> SourceRange? {
    guard let first = command.pattern.runs.first?.first, let program = first.program
    else { return nil }
    var numbers = byProgram[program] ?? []
    if numbers.count > Self.nearestLimit {
      numbers = index.similar(to: first, limit: Self.nearestLimit) { number in
        let place = places[number]
        return run(at: place)[place.start].program == program
      }
    }
    let candidates = numbers.map { (run: run(at: places[$0]), start: places[$0].start) }
    return NearestCommand.closest(to: command.pattern, among: candidates).map {
      SourceRange(file: steps[places[numbers[$0.candidate]].step].file, bytes: $0.range)
    }
  }
}

extension StepIndex.Step {
  init(_ script: ShellScript, of block: Int, in context: String?, _ file: String) {
    self.init(
      pattern: CommandPattern(script, nested: true), programs: script.programs, context: context,
      file: file, block: block)
  }
}

/// A step of a page as it is kept while other pages are read: its text, and what tells whether that
/// has to be looked at again.
package struct StepNote: Sendable {
  let source: ShellSource
  let programs: Set<String>
  let context: String?
  private let block: Int

  /// The steps of a page; those of texts that it includes are steps of the pages where they are written.
  static func all(_ draft: PageDraft) -> [StepNote] {
    let origins = draft.page.file.origins
    return draft.blocks.flatMap { block -> [StepNote] in
      let home = origins?.home(block.range)
      if let home, home.part != 0 { return [] }
      let distance = home.map { $0.range.lowerBound - block.range.lowerBound } ?? 0
      return zip(block.scripts, block.sources).map { script, source in
        StepNote(
          source: distance == 0 ? source : source.moved(by: distance), programs: script.programs,
          context: block.context?.value,
          block: block.index)
      }
    }
  }

  func step(in file: String) -> StepIndex.Step {
    StepIndex.Step(ShellScript.parse(source), of: block, in: context, file)
  }
}

/// The steps of a page as bytes, a fifth of what they take as values: most sites have no question that all
/// steps have to answer.
package struct StepNotes: Sendable {
  private let record: RecordReader

  init(_ notes: [StepNote] = []) {
    var record = RecordWriter()
    record.put(notes)
    self.record = RecordReader(record.bytes)
  }

  /// None where the bytes are damaged.
  var all: [StepNote] {
    var record = record
    return (try? record.take([StepNote].self)) ?? []
  }
}

extension StepNotes: Recorded {
  package func write(to record: inout RecordWriter) { record.blob(self.record.rest) }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.record = try record.part()
  }
}

extension StepNote: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(source)
    record.put(programs.sorted())
    record.put(context)
    record.put(block)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      source: try record.take(), programs: Set(try record.take([String].self)),
      context: try record.take(), block: try record.take())
  }
}

extension ShellScript {
  /// The first program that it runs; nil when its name is filled in later.
  var firstProgram: String? { simpleCommands.first?.name?.literal }

  fileprivate var programs: Set<String> { Set(simpleCommands.compactMap { $0.name?.literal }) }
}
