package import RunbookModel

extension [Diagnostic] {
  /// Findings of a page, led back to the files where its text was written.
  package func home(in file: SourceFile) -> [Diagnostic] {
    guard let origins = file.origins else { return self }
    return flatMap(origins.home)
  }
}

extension Diagnostic {
  private static let landing = "landing"

  /// Not a finding, but what a finding of this text has to name: a page that shows it.
  static func landing(of text: SourceRange, by way: [SourceRange]) -> Diagnostic {
    Diagnostic(landing, .info, at: text, "", way: way)
  }

  /// Whether it only says that a page shows a text.
  package var isLanding: Bool { id == Self.landing }

  /// The findings with those of included texts told once: what is wrong with a text by itself stands there, with
  /// a note for each place where it lands; what is wrong only where it lands stands at the include.
  ///
  /// - Parameter all: the findings of the whole site.
  package static func landed(_ all: [Diagnostic]) -> [Diagnostic] {
    guard all.contains(where: { !$0.way.isEmpty }) else { return all }
    var told = Told(all.filter(\.way.isEmpty))
    let others = all.filter { !$0.way.isEmpty }.sorted(by: isBefore)
    for finding in others where !finding.isLanding { told.add(finding) }
    told.noteLandings(others.filter(\.isLanding))
    return told.all
  }

  /// Shorter ways first, as what goes wrong there goes wrong on longer ways as well.
  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.way.count != right.way.count { return left.way.count < right.way.count }
    let (first, second) = (left.way[left.way.count - 1], right.way[right.way.count - 1])
    if first.file != second.file { return first.file < second.file }
    if first.bytes.lowerBound != second.bytes.lowerBound {
      return first.bytes.lowerBound < second.bytes.lowerBound
    }
    return ordered(left, right)
  }

  /// Where the fault stands, once or several times.
  fileprivate var faults: [SourceRange] { [range] + notes.filter(\.isRepeat).map(\.range) }
}

/// Findings, and where each fault of a text is told.
private struct Told {
  private struct Key: Hashable {
    let id: String
    let place: SourceRange
    let way: [SourceRange]
  }

  private(set) var all: [Diagnostic]
  private var known: [Key: Int] = [:]
  private var noted: [Int: Set<SourceRange>] = [:]
  /// How many of them were found on the pages of their own files.
  private let ownCount: Int

  init(_ own: [Diagnostic]) {
    (all, ownCount) = (own, own.count)
    for (number, finding) in own.enumerated() {
      for place in finding.faults {
        known[Key(id: finding.id, place: Self.start(place), way: []), default: number] = number
      }
    }
  }

  /// Where it starts: what a value makes longer ends elsewhere.
  private static func start(_ place: SourceRange) -> SourceRange {
    SourceRange(file: place.file, bytes: place.bytes.lowerBound..<place.bytes.lowerBound)
  }

  /// Takes in a finding of an included text.
  mutating func add(_ finding: Diagnostic) {
    let (way, place) = (finding.way, Self.start(finding.range))
    guard let link = way.last else { return }
    if finding.id == IncludeCycle.rule.id { return addNesting(finding, link) }
    for count in 0..<way.count {
      let key = Key(id: finding.id, place: place, way: Array(way.prefix(count)))
      guard let number = known[key] else { continue }
      // Of what is wrong with the text by itself, the landings are known.
      if count > 0 { note(link, number) }
      return
    }
    known[Key(id: finding.id, place: place, way: way)] = all.count
    all.append(
      Diagnostic(
        finding.id, finding.severity, at: link, finding.summary, explanation: finding.explanation,
        notes: [.init("in the included text", at: finding.range)]
          + finding.notes.map { .init($0.text, at: $0.range) }))
  }

  /// An include that is too deep is told in its text, once for all pages that it is too deep for.
  private mutating func addNesting(_ finding: Diagnostic, _ link: SourceRange) {
    let key = Key(id: finding.id, place: Self.start(finding.range), way: [])
    let number = known[key] ?? all.count
    if number == all.count {
      known[key] = number
      all.append(
        Diagnostic(
          finding.id, finding.severity, at: finding.range, finding.summary,
          explanation: finding.explanation))
    }
    note(link, number)
  }

  /// Notes where what is wrong with a text by itself is shown.
  mutating func noteLandings(_ landings: [Diagnostic]) {
    let byFile = Dictionary(grouping: landings, by: \.range.file)
    for number in 0..<ownCount {
      let faults = all[number].faults
      for landing in byFile[all[number].range.file] ?? [] {
        let isShown = faults.contains {
          $0.file == landing.range.file && landing.range.bytes.contains($0.bytes.lowerBound)
        }
        if isShown, let link = landing.way.last { note(link, number) }
      }
    }
  }

  private mutating func note(_ link: SourceRange, _ number: Int) {
    guard noted[number, default: []].insert(link).inserted else { return }
    let finding = all[number]
    all[number] = Diagnostic(
      finding.id, finding.severity, at: finding.range, finding.summary,
      explanation: finding.explanation, notes: finding.notes + [.init("it lands here", at: link)],
      fixes: finding.fixes)
  }
}
