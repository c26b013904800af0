import RunbookChecks
import RunbookModel

/// Markers in the text of a page: alerts of GitHub, and comments that allow a finding.
enum MarkerSuggestions {
  static func all(at offset: Int, on page: EditorPage) -> [Suggestion] {
    let line = page.text.line(at: offset)
    let before = page.text.string(line.lowerBound..<offset)
    if let start = before.firstRange(of: "[!")?.upperBound, before.first == ">" {
      let typed = offset - before[start...].utf8.count..<offset
      return Alert.Kind.allCases.map { kind in
        Suggestion(kind.rawValue.uppercased(), .keyword, replacing: typed)
      }
    }
    if let start = before.firstRange(of: "runbookgen-allow ")?.upperBound,
      !before[start...].contains(":")
    {
      let typed = offset - before[start...].utf8.count..<offset
      return RuleCatalog.all.map {
        Suggestion(
          $0.id, .constant, replacing: typed, with: $0.id + ": ", documentation: $0.summary)
      }
    }
    return []
  }
}
