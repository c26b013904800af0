import RunbookChecks
import RunbookModel

/// When reviews are due, for machines and calendars: `review.json` and `review.ics`.
struct ReviewData: FormatRenderer {
  static let format = OutputFormat(
    name: "reviews", isEnabled: { _ in true }, renderer: { site, _, _ in ReviewData(site: site) },
    names: ["review.json", "review.ics"])

  let site: Site

  func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    let reviews = ReviewIndex.order(of: site)
    receive(OutputFile(path: "review.json", bytes: json(reviews)))
    receive(OutputFile(path: "review.ics", bytes: calendar(reviews)))
  }

  private func json(_ reviews: [(position: Int, due: CalendarDate)]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("pages") { json in
        json.array(reviews) { json, entry in
          let page = site.pages[entry.position]
          json.object { json in
            json.member("title") { $0.string(page.metadata.title.value) }
            json.member("url") {
              $0.string(RelativeURL.from("review.json", to: page.path.htmlPath))
            }
            json.member("source") { $0.string(page.sourcePath) }
            json.member("owner") { $0.string(page.metadata.owner?.value.team) }
            json.member("contact") { $0.string(page.metadata.owner?.value.contact?.value) }
            json.member("lifecycle") { $0.string(page.metadata.lifecycle.rawValue) }
            json.member("reviewed") { $0.string(page.metadata.reviewed?.value.description) }
            json.member("due") { $0.string(entry.due.description) }
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// One all-day event a page. Its UID is made from the page's path and its stamp from the day of the
  /// last review, so that a calendar that is fetched again moves the event instead of adding one.
  private func calendar(_ reviews: [(position: Int, due: CalendarDate)]) -> [UInt8] {
    var calendar = CalendarWriter()
    calendar.line("BEGIN", "VCALENDAR")
    calendar.line("VERSION", "2.0")
    calendar.line("PRODID", "-//runbookgen//reviews//EN")
    calendar.text("X-WR-CALNAME", site.words.say(.reviewsOf, ["title": site.config.title]))
    for (position, due) in reviews {
      let page = site.pages[position]
      let reviewed = page.metadata.reviewed?.value ?? due
      calendar.line("BEGIN", "VEVENT")
      calendar.line(
        "UID", SHA256.hex(Array(page.path.text.utf8)).prefix(32) + "@runbookgen.invalid")
      calendar.line("DTSTAMP", Self.digits(reviewed) + "T000000Z")
      calendar.line("SEQUENCE", String(max(0, reviewed.dayNumber)))
      calendar.line("DTSTART;VALUE=DATE", Self.digits(due))
      calendar.text("SUMMARY", site.words.say(.reviewOf, ["title": page.metadata.title.value]))
      calendar.text("DESCRIPTION", description(of: page))
      if let base = site.config.absoluteBase {
        calendar.line("URL", base + RelativeURL.from("index.html", to: page.path.htmlPath))
      }
      calendar.line("TRANSP", "TRANSPARENT")
      calendar.line("END", "VEVENT")
    }
    calendar.line("END", "VCALENDAR")
    return calendar.bytes
  }

  private static func digits(_ date: CalendarDate) -> String {
    String(decoding: date.description.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  private func description(of page: PageSummary) -> String {
    var lines = [page.sourcePath]
    if let owner = page.metadata.owner?.value {
      lines.insert(
        ([site.words.say(.ownerIs, ["name": owner.team])]
          + [owner.contact?.value].compactMap(\.self)).joined(separator: ", "),
        at: 0)
    }
    return lines.joined(separator: "\n")
  }
}

/// Writes content lines of RFC 5545.
struct CalendarWriter {
  private(set) var bytes: [UInt8] = []

  /// A line whose value needs no escaping; §3.1: at most 75 octets, longer ones are folded, and no
  /// character is torn apart.
  mutating func line(_ name: String, _ value: String) {
    let line = Array((name + ":" + value).utf8)
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      room = 74
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }

  /// §3.3.11: a value of type TEXT. Other control characters are not allowed in it.
  mutating func text(_ name: String, _ value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    line(name, escaped)
  }
}
