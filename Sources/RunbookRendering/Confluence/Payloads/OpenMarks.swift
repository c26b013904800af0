/// The emphasis that is open in the output of a payload.
struct OpenMarks {
  private var open: [ConfluenceMark] = []
  private var marks = ConfluenceMarks()

  /// Emphasis opens just before its first text and closes just before the first text without it, so
  /// that none is left empty and none encloses what may not stand in it.
  mutating func set(_ wanted: ConfluenceMarks, in writer: inout MarkupWriter) {
    guard wanted != marks else { return }
    let list = wanted.list
    let common = zip(list, open).prefix { $0 == $1 }.count
    while open.count > common { writer.raw("</\(open.removeLast().rawValue)>") }
    for mark in list.dropFirst(common) {
      writer.raw("<\(mark.rawValue)>")
      open.append(mark)
    }
    marks = wanted
  }
}
