/// Where the parts of a page's text were written, for a page that includes others. Such a text holds the page
/// itself, and after the line of each include what it puts there, so that all that is said of the text stands in
/// the order in which the page is read.
package struct TextOrigins: Sendable {
  /// A text that was put in; the first of all is the page itself.
  package struct Part: Sendable {
    /// The path of its file from the project folder.
    package let file: String
    /// The part with the include; nil for the page itself.
    package let parent: Int?
    /// The link that includes it, in the text of its parent's file.
    package let link: ByteRange
    /// The context that its front matter names for its commands, and where.
    package let context: (name: String, place: SourceRange)?
    /// The placeholders that the include answers for.
    package let inputs: Set<String>

    package init(
      file: String, parent: Int?, link: ByteRange, context: (name: String, place: SourceRange)?,
      inputs: Set<String>
    ) {
      (self.file, self.parent, self.link) = (file, parent, link)
      (self.context, self.inputs) = (context, inputs)
    }
  }

  /// Consecutive bytes, and where they come from.
  package struct Run: Sendable {
    package let part: Int
    /// Where it starts in the whole text.
    package let start: Int
    /// What it stands for in the file. Of another length, it stands for all of that.
    package let source: ByteRange
    package let isCopy: Bool

    package init(part: Int, start: Int, source: ByteRange, isCopy: Bool) {
      (self.part, self.start, self.source, self.isCopy) = (part, start, source, isCopy)
    }
  }

  package let parts: [Part]
  /// Without gaps, from the start of the text.
  private let runs: [Run]

  package init(_ parts: [Part], _ runs: [Run]) { (self.parts, self.runs) = (parts, runs) }

  private func run(at offset: Int) -> Int {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The part that a byte belongs to.
  package func part(at offset: Int) -> Int { runs[run(at: offset)].part }

  /// Whether an include has to say what a placeholder is, or has said it.
  package func answers(for input: String, at offset: Int) -> Bool {
    parts[part(at: offset)].inputs.contains(input)
  }

  /// A range in the file where it was written; what reaches into another part ends before that.
  package func home(_ range: ByteRange) -> (part: Int, range: ByteRange) {
    let first = run(at: range.lowerBound)
    let (start, part) = (runs[first], runs[first].part)
    let lower = Self.source(of: range.lowerBound, in: start).lowerBound
    guard !range.isEmpty else { return (part, lower..<lower) }
    var last = run(at: range.upperBound - 1)
    var end = range.upperBound - 1
    while runs[last].part != part {
      end = runs[last].start - 1
      last -= 1
    }
    return (part, lower..<max(lower, Self.source(of: end, in: runs[last]).upperBound))
  }

  /// The byte of the file, or what the whole run stands for.
  private static func source(of offset: Int, in run: Run) -> ByteRange {
    guard run.isCopy else { return run.source }
    let place = min(run.source.lowerBound + offset - run.start, run.source.upperBound)
    return place..<place + 1
  }

  /// Where the page's own text stands here.
  package func here(_ range: ByteRange) -> ByteRange {
    guard let run = runs.last(where: { $0.part == 0 && $0.source.lowerBound <= range.lowerBound })
    else { return range }
    let start = run.start + range.lowerBound - run.source.lowerBound
    return start..<start + range.count
  }

  /// The includes that brought a part here, the innermost first.
  package func way(to part: Int) -> [SourceRange] {
    var way: [SourceRange] = []
    var part = parts[part]
    while let parent = part.parent {
      way.append(SourceRange(file: parts[parent].file, bytes: part.link))
      part = parts[parent]
    }
    return way
  }
}

extension TextOrigins {
  /// A finding of the page, led back to where its text was written: one for the page's own places, and one for
  /// each part with others.
  package func home(_ finding: Diagnostic) -> [Diagnostic] {
    let page = parts[0].file
    func led(_ note: Diagnostic.Note) -> Diagnostic.Note {
      guard note.range.file == page else { return note }
      let (part, range) = home(note.range.bytes)
      return .init(
        note.text, at: SourceRange(file: parts[part].file, bytes: range), isRepeat: note.isRepeat)
    }
    let remarks = finding.notes.filter { !$0.isRepeat }.map(led)
    guard finding.range.file == page else {
      return [finding.with(finding.notes.map(led), fixes: finding.fixes)]
    }
    let repeats = finding.notes.filter(\.isRepeat)
    let places = [finding.range.bytes] + repeats.map(\.range.bytes)
    let groups = Dictionary(grouping: places.indices) { part(at: places[$0].lowerBound) }
    return groups.sorted { $0.key < $1.key }.map { part, members in
      let ranges = members.map {
        SourceRange(file: parts[part].file, bytes: self.home(places[$0]).range)
      }
      let others = zip(members, ranges).dropFirst().map {
        Diagnostic.Note(repeats[$0 - 1].text, at: $1, isRepeat: true)
      }
      return Diagnostic(
        finding.id, finding.severity, at: ranges[0], finding.summary,
        explanation: finding.explanation, notes: remarks + others,
        fixes: part == 0 ? finding.fixes.map(ownPart) : [], way: way(to: part))
    }
  }

  /// What a fix does to the page's own file.
  private func ownPart(_ fix: Diagnostic.Fix) -> Diagnostic.Fix {
    Diagnostic.Fix(
      fix.title,
      edits: fix.edits.compactMap { edit in
        let (part, range) = home(edit.bytes)
        return part == 0 ? .init(range, with: edit.text) : nil
      })
  }
}

extension Diagnostic {
  fileprivate func with(_ notes: [Note], fixes: [Fix]) -> Diagnostic {
    Diagnostic(
      id, severity, at: range, summary, explanation: explanation, notes: notes, fixes: fixes,
      way: way)
  }
}
