import RunbookModel

/// A line through the values of some days, with a sentence that says the same in words.
struct TrendPlot {
  private static let width = 320
  private static let height = 80

  /// In tenths, so that no number depends on how a machine rounds. In the order of their days, at least one.
  private let values: [(day: CalendarDate, value: Int)]
  private let ceiling: Int

  /// - Parameters:
  ///   - values: in tenths.
  ///   - ceiling: the value at the upper edge, in tenths; nil for the highest one.
  init(_ values: [(CalendarDate, Int)], ceiling: Int? = nil) {
    self.values = values.map { (day: $0.0, value: $0.1) }
    self.ceiling = max(10, ceiling ?? values.map(\.1).max() ?? 0)
  }

  func write(_ title: Word, _ words: Words, to writer: inout MarkupWriter) {
    writer.raw("<figure>\n<figcaption><b>")
    writer.text(words[title])
    writer.raw("</b> ")
    writer.text(sentence(words))
    // The sentence and the table say all of it.
    writer.raw(
      "</figcaption>\n<svg viewBox=\"-4 -4 \(Self.width + 8) \(Self.height + 8)\" aria-hidden=\"true\">"
        + "<path d=\"M0 0H\(Self.width)M0 \(Self.height)H\(Self.width)\"/>")
    if values.count > 1 { writer.raw("<polyline points=\"\(points)\"/>") }
    let last = place(of: values[values.count - 1])
    writer.raw("<circle cx=\"\(last.x)\" cy=\"\(last.y)\" r=\"3\"/></svg>\n</figure>\n")
  }

  private func sentence(_ words: Words) -> String {
    let last = values[values.count - 1]
    let all = values.map(\.value)
    return words.say(
      .trendsSpan,
      [
        "now": Self.decimal(last.value), "last": last.day.description,
        "low": Self.decimal(all.min() ?? 0), "high": Self.decimal(all.max() ?? 0),
        "first": values[0].day.description,
      ])
  }

  private var points: String {
    values.map(place).map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }

  private func place(of point: (day: CalendarDate, value: Int)) -> (x: String, y: String) {
    let first = values[0].day.dayNumber
    let span = values[values.count - 1].day.dayNumber - first
    let across = span == 0 ? 0 : 10 * Self.width * (point.day.dayNumber - first) / span
    let up = 10 * Self.height * point.value / ceiling
    return (Self.decimal(across), Self.decimal(10 * Self.height - up, isExact: true))
  }

  /// - Parameter isExact: whether a whole number has its decimal, too.
  private static func decimal(_ tenths: Int, isExact: Bool = false) -> String {
    tenths % 10 == 0 && !isExact ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
