import RunbookModel

/// What a finding says of other files, for formats that show it at one place.
enum OtherPlaces {
  /// How many of them are named.
  private static let shown = 10

  static func notes(of finding: Diagnostic) -> [Diagnostic.Note] {
    finding.notes.filter { $0.range.file != finding.range.file }
  }

  /// A line for each place.
  static func lines(_ finding: Diagnostic, _ report: DiagnosticReport) -> [String] {
    let notes = notes(of: finding)
    let hidden = notes.count - shown
    let lines = notes.prefix(shown).map {
      "\($0.text): \(place(of: $0, report, report.repositoryPath))"
    }
    return lines + (hidden > 0 ? ["and in \(hidden.counted("more place"))"] : [])
  }

  /// All in one line, such as `it lands here: a.md:3, b.md:12`; nil where nothing is said of other files.
  ///
  /// - Parameter path: what a file is called.
  static func line(
    _ finding: Diagnostic, _ report: DiagnosticReport, path: (String) -> String
  ) -> String? {
    let notes = notes(of: finding)
    guard !notes.isEmpty else { return nil }
    var texts: [String] = []
    var places: [String: [String]] = [:]
    for note in notes.prefix(shown) {
      if places[note.text] == nil { texts.append(note.text) }
      places[note.text, default: []].append(place(of: note, report, path))
    }
    let hidden = notes.count - shown
    return texts.map { "\($0): \(places[$0, default: []].joined(separator: ", "))" }
      .joined(separator: "; ") + (hidden > 0 ? ", and \(hidden) more" : "")
  }

  private static func place(
    of note: Diagnostic.Note, _ report: DiagnosticReport, _ path: (String) -> String
  ) -> String {
    "\(path(note.range.file)):\(report.place(note.range).start.line)"
  }
}
