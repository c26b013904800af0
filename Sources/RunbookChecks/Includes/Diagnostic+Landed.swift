package import RunbookModel

extension [Diagnostic] {
  /// Findings of a page, led back to the files where its text was written.
  package func home(in file: SourceFile) -> [Diagnostic] {
    guard let origins = file.origins else { return self }
    return flatMap(origins.home)
  }
}

extension Diagnostic {
  /// The findings with those of included texts told once: what is wrong with a text by itself stands there, with
  /// a note for each place where it lands; what is wrong only where it lands stands at the include.
  ///
  /// - Parameter all: the findings of the whole site.
  package static func landed(_ all: [Diagnostic]) -> [Diagnostic] {
    guard all.contains(where: { !$0.way.isEmpty }) else { return all }
    var told = Told(all.filter(\.way.isEmpty))
    for finding in all.filter({ !$0.way.isEmpty }).sorted(by: isBefore) { told.add(finding) }
    return told.all
  }

  /// Shorter ways first, as what goes wrong on the way goes wrong behind it as well.
  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.way.count != right.way.count { return left.way.count < right.way.count }
    let (first, second) = (left.way[left.way.count - 1], right.way[right.way.count - 1])
    if first.file != second.file { return first.file < second.file }
    if first.bytes.lowerBound != second.bytes.lowerBound {
      return first.bytes.lowerBound < second.bytes.lowerBound
    }
    return ordered(left, right)
  }
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
  private var notes: [Int: Set<SourceRange>] = [:]

  init(_ own: [Diagnostic]) {
    all = own
    for (number, finding) in own.enumerated() {
      for place in [finding.range] + finding.notes.filter(\.isRepeat).map(\.range) {
        known[Key(id: finding.id, place: Self.start(place), way: []), default: number] = number
      }
    }
  }

  /// Where it starts: what a value makes longer ends elsewhere.
  private static func start(_ place: SourceRange) -> SourceRange {
    SourceRange(file: place.file, bytes: place.bytes.lowerBound..<place.bytes.lowerBound)
  }

  mutating func add(_ finding: Diagnostic) {
    let (way, place) = (finding.way, Self.start(finding.range))
    guard let link = way.last else { return }
    for count in 0..<way.count {
      let key = Key(id: finding.id, place: place, way: Array(way.prefix(count)))
      guard let number = known[key] else { continue }
      if notes[number, default: []].insert(link).inserted {
        all[number] = all[number].noting("it lands here", at: link)
      }
      return
    }
    known[Key(id: finding.id, place: place, way: way)] = all.count
    all.append(
      Diagnostic(
        finding.id, finding.severity, at: link, finding.summary, explanation: finding.explanation,
        notes: [.init("in the included text", at: finding.range)]
          + finding.notes.map { .init($0.text, at: $0.range) }))
  }
}

extension Diagnostic {
  fileprivate func noting(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      id, severity, at: self.range, summary, explanation: explanation,
      notes: notes + [.init(text, at: range)], fixes: fixes)
  }
}
