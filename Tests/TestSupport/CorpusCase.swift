/// A case of a text corpus. It stands between two lines of six backticks, the first of which names it; a line `.`
/// separates what goes in from what comes out. All else is prose.
package struct CorpusCase: Sendable {
  private static let fence = "``````"

  package let name: String
  /// Where it begins, counted from 1.
  package let line: Int
  /// What goes in, without the ends of the lines.
  package let input: [Substring]
  package let expected: String

  /// All cases of a file.
  package static func all(in text: String) -> [CorpusCase] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var cases: [CorpusCase] = []
    var index = 0
    while let start = lines[index...].firstIndex(where: { $0.hasPrefix(fence + " ") }),
      let dot = lines[start...].firstIndex(of: "."),
      let end = lines[dot...].firstIndex(where: { $0 == fence })
    {
      cases.append(
        CorpusCase(
          name: String(lines[start].dropFirst(fence.count + 1)), line: start + 1,
          input: Array(lines[(start + 1)..<dot]),
          expected: lines[(dot + 1)..<end].map { $0 + "\n" }.joined()))
      index = end + 1
    }
    return cases
  }
}
