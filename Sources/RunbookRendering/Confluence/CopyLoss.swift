import RunbookChecks
import RunbookModel

/// What a page loses for one reason: the same at several places, and on both products, is one.
struct CopyLoss: Sendable {
  let what: String
  let why: String
  private(set) var count = 0
  private var targets: [String] = []
  private var headings: [String] = []

  /// How many headings are named.
  private static let shownPlaces = 4

  private init(what: String, why: String) {
    self.what = what
    self.why = why
  }

  static func grouped(_ losses: [ConfluenceManifest.Loss]) -> [CopyLoss] {
    var groups: [CopyLoss] = []
    var positions: [String: Int] = [:]
    for loss in losses {
      let key = loss.what + "\n" + loss.why
      let position = positions[key] ?? groups.count
      if position == groups.count {
        positions[key] = position
        groups.append(CopyLoss(what: loss.what, why: loss.why))
      }
      groups[position].add(loss)
    }
    return groups
  }

  private mutating func add(_ loss: ConfluenceManifest.Loss) {
    if targets.isEmpty || targets.first == loss.target { count += 1 }
    if targets.last != loss.target { targets.append(loss.target) }
    if let under = loss.under, !headings.contains(under), headings.count <= Self.shownPlaces {
      headings.append(under)
    }
  }

  func write(to html: inout MarkupWriter) {
    html.raw("<li>")
    if targets.count == 1 {
      html.text(ConfluenceTarget(rawValue: targets[0])?.title ?? targets[0])
      html.raw(": ")
    }
    html.text(what)
    html.text(places)
    html.raw(": ")
    html.text(why)
    html.raw("</li>")
  }

  /// ` (under "Roll back", "Verify")`
  private var places: String {
    guard !headings.isEmpty else { return "" }
    let named = headings.prefix(Self.shownPlaces).map { "\"\($0)\"" }.joined(separator: ", ")
    return " (under \(named)\(headings.count > Self.shownPlaces ? " and more" : ""))"
  }
}

/// What many pages lose for the same reason. It is said once, with how many they are.
struct ManyLosses: Sendable {
  /// Where it is said on the first Copy page.
  static let id = "many-pages"
  /// So many pages are many.
  private static let pageLimit = 3

  private var reasons: [String: (pages: Int, what: String)] = [:]

  /// - Parameter pages: the losses of each page.
  init(_ pages: [[CopyLoss]]) {
    for losses in pages {
      var seen: Set<String> = []
      for loss in losses where seen.insert(loss.why).inserted {
        reasons[loss.why, default: (0, loss.what)].pages += 1
      }
    }
    reasons = reasons.filter { $0.value.pages >= Self.pageLimit }
  }

  func holds(_ loss: CopyLoss) -> Bool { reasons[loss.why] != nil }

  func write(to html: inout MarkupWriter) {
    guard !reasons.isEmpty else { return }
    html.raw("<h2 id=\"\(Self.id)\">What many pages lose</h2>\n<ul>\n")
    let sorted = reasons.sorted { ($1.value.pages, $0.key) < ($0.value.pages, $1.key) }
    for (why, (pages, what)) in sorted {
      html.raw("<li><b>\(pages) pages</b>, for example ")
      html.text(what)
      html.raw(": ")
      html.text(why)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }
}

extension CopyLoss: Recorded {
  func write(to record: inout RecordWriter) {
    record.text(what)
    record.text(why)
    record.put(count)
    record.put(targets)
    record.put(headings)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(what: try record.text(), why: try record.text())
    (count, targets) = (try record.take(), try record.take())
    headings = try record.take()
  }
}
