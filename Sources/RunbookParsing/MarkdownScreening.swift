import RunbookModel

/// Keeps from cmark what would take it too long or too much memory: it pads the rows of a table to
/// the width of the header, walks through all open containers on every line, and looks for the
/// partners of some markup again and again.
///
/// A page for people passes after one cheap turn over its lines; only what could be beyond a limit
/// is looked at closely, by `MarkdownSurvey`.
enum MarkdownScreening {
  /// In so few bytes no kind of inline markup takes cmark long.
  private static let harmlessSize = 10_000

  /// So many rows such as `|---|` may stand on a page unexamined; each may make cmark read the
  /// paragraph above it again.
  private static let harmlessDelimiterRows = 24

  /// The finding that the Markdown from a line on is not to be parsed; nil for nearly every page.
  static func refusal(of file: SourceFile, fromLine first: Int, _ limits: Limits) -> Diagnostic? {
    let size = file.bytes.count
    guard size <= limits[.fileSize] else {
      return limits.exceeded(
        .fileSize, found: size, isAtLeast: true, at: file.range(0..<0), MarkdownSurvey.consequence)
    }
    guard first < file.lines.count, size > harmlessSize || isSuspect(file, first, limits) else {
      return nil
    }
    var survey = MarkdownSurvey(file: file, limits: limits)
    return survey.refusal(fromLine: first)
  }

  private static func isSuspect(_ file: SourceFile, _ first: Int, _ limits: Limits) -> Bool {
    let (longest, nesting) = (limits[.lineLength], limits[.nesting])
    let longestDelimiters = min(longest, 2 * limits[.tableColumns])
    let starts = file.lines.starts
    return file.bytes.withUnsafeBufferPointer { bytes in
      var delimiterRows = 0
      for line in first..<starts.count {
        let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        let length = end - starts[line]
        if length > longest { return true }
        let prefix = LinePrefix(bytes, starts[line]..<end)
        if prefix.levels > nesting { return true }
        guard prefix.isDelimiterRow(bytes, end) else { continue }
        delimiterRows += 1
        if length > longestDelimiters || delimiterRows > harmlessDelimiterRows { return true }
      }
      var pipes = 0
      for byte in bytes { pipes &+= byte == UInt8(ascii: "|") ? 1 : 0 }
      return (pipes + 1) * (starts.count - first) > limits[.tableCells]
    }
  }
}
