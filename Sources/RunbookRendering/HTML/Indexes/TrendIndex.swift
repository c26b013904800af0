import RunbookChecks
import RunbookModel

/// The page of what the site was on past days: a plot of each number, and a table. Its days are those of the records, so a
/// built site does not change by waiting.
struct TrendIndex {
  static let path = "trends.html"
  static let title = Word.trends

  /// Two years of days are drawn, and a quarter is written out, so that the page stays small.
  private static let daysDrawn = 730
  private static let daysListed = 90

  private let words: Words
  private let records: ArraySlice<TrendRecord>

  /// - Returns: nil where there are no records.
  init?(_ site: Site) {
    guard !site.config.trends.records.isEmpty else { return nil }
    words = site.words
    records = site.config.trends.records.suffix(Self.daysDrawn)
  }

  var index: GeneratedIndex {
    let top = (title: words[GeneratedIndexes.overviewTitle], path: GeneratedIndexes.overviewPath)
    return GeneratedIndex(
      path: Self.path, title: words[Self.title], intro: plots() + table(), trail: [top], items: [])
  }

  private func plots() -> String {
    let validated = TrendPlot(records.map { ($0.day, Self.tenthsValidated($0)) }, ceiling: 1000)
    func plot(_ count: TrendRecord.Count) -> TrendPlot {
      TrendPlot(records.map { ($0.day, 10 * $0[count]) })
    }
    var writer = MarkupWriter()
    writer.raw("<div class=\"trends\">\n")
    for (title, plot) in [
      (Word.trendsValidatedPercent, validated), (.trendsErrors, plot(.errors)),
      (.trendsWarnings, plot(.warnings)), (.overdueReviews, plot(.overdue)), (.pages, plot(.pages)),
      (.trendsCommands, plot(.found)),
    ] {
      plot.write(title, words, to: &writer)
    }
    writer.raw("</div>\n")
    return writer.string
  }

  /// Tenths of a percent, rounded down, so that 1000 means all.
  private static func tenthsValidated(_ record: TrendRecord) -> Int {
    record[.found] == 0 ? 1000 : 1000 * record[.validated] / record[.found]
  }

  /// The latest day first.
  private func table() -> String {
    let columns: [(Word, TrendRecord.Count)] = [
      (.pages, .pages), (.trendsCommands, .found), (.trendsValidated, .validated),
      (.trendsErrors, .errors), (.trendsWarnings, .warnings), (.overdueReviews, .overdue),
    ]
    var writer = MarkupWriter()
    writer.raw("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\"")
    writer.attribute("aria-label", words[.trends])
    writer.raw(">\n<table>\n<thead>\n<tr>")
    for word in [.trendsDay] + columns.map(\.0) {
      writer.raw("<th scope=\"col\">")
      writer.text(words[word])
      writer.raw("</th>")
    }
    writer.raw("</tr>\n</thead>\n<tbody>\n")
    for record in records.suffix(Self.daysListed).reversed() {
      writer.raw("<tr><th scope=\"row\">\(record.day)</th>")
      for (_, count) in columns { writer.raw("<td>\(record[count])</td>") }
      writer.raw("</tr>\n")
    }
    writer.raw("</tbody>\n</table>\n</div>\n")
    return writer.string
  }
}
