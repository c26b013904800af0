/// A day of the proleptic Gregorian calendar, written `2026-11-23` (ISO 8601 §5.2.1.1).
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day, in UTC, of a number of seconds since 1970-01-01T00:00:00Z; nil outside years 1 to 9999.
  package init?(secondsSince1970 seconds: Int) {
    // Days to civil date over 400-year eras that start on 1 March, as in Howard Hinnant's
    // "chrono-compatible low-level date algorithms".
    let shifted = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var description: String {
    func digit(_ number: Int) -> UInt8 {
      UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
    let dash = UInt8(ascii: "-")
    return String(
      decoding: [
        digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
        digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
      ], as: UTF8.self)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that lies an interval later; a day that the month does not have becomes its last one.
  /// Nil beyond the year 9999.
  package func adding(_ interval: CalendarInterval) -> CalendarDate? {
    let months = year * 12 + (month - 1) + interval.months
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    guard (1...9999).contains(newYear),
      let moved = CalendarDate(
        year: newYear, month: newMonth, day: min(day, Self.days(inMonth: newMonth, of: newYear)))
    else { return nil }
    return CalendarDate(secondsSince1970: (moved.dayNumber + interval.days) * 86_400)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A span of whole months and days: `P6M`, `P1Y`, `P90D`, `P2W` (ISO 8601 §5.5.2.2, date part), or
/// "6 months".
package struct CalendarInterval: Sendable, Hashable {
  package let months: Int
  package let days: Int

  package init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// Longest span that is believed, so that arithmetic on it cannot overflow.
  private static let limit = 120_000

  package init?(_ text: String) {
    if text.hasPrefix("P") {
      self.init(designators: text.dropFirst())
    } else {
      let words = text.split(separator: " ")
      guard words.count == 2 else { return nil }
      let unit = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
      let letters: [Substring: String] = ["day": "D", "week": "W", "month": "M", "year": "Y"]
      guard let letter = letters[unit] else { return nil }
      self.init(designators: words[0] + letter)
    }
  }

  private init?(designators text: Substring) {
    guard let parts = DurationDesignators.read(text) else { return nil }
    var (months, days) = (0, 0)
    for (number, letter) in parts {
      switch letter {
      case "Y": months += 12 * number
      case "M": months += number
      case "W": days += 7 * number
      case "D": days += number
      default: return nil
      }
    }
    guard months > 0 || days > 0, months <= Self.limit, days <= 31 * Self.limit else { return nil }
    self.init(months: months, days: days)
  }
}

extension CalendarDate: Recorded {
  package func write(to record: inout RecordWriter) {
    for part in [year, month, day] { record.put(part) }
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    let (year, month) = (try record.take(Int.self), try record.take(Int.self))
    guard let date = CalendarDate(year: year, month: month, day: try record.take()) else {
      throw RecordDamage()
    }
    self = date
  }
}

extension CalendarInterval: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(months)
    record.put(days)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(months: try record.take(), days: try record.take())
  }
}
