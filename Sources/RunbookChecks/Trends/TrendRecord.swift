package import RunbookModel

/// What a site was on one day, in numbers.
package struct TrendRecord: Sendable, Equatable {
  /// The numbers of a record, by their names in the file and in their order there.
  package enum Count: String, Sendable, CaseIterable {
    case pages
    /// Commands that were found.
    case found
    /// Commands of programs that have a schema.
    case known
    /// Commands whose every word was held against a schema.
    case validated
    case errors, warnings
    /// Pages whose review was due before that day.
    case overdue
  }

  package let day: CalendarDate
  package let counts: [Count: Int]

  package init(day: CalendarDate, _ counts: [Count: Int]) {
    (self.day, self.counts) = (day, counts)
  }

  package subscript(_ count: Count) -> Int { counts[count] ?? 0 }

  /// The record as a line of JSON, without the end of the line.
  package var line: String {
    let members = Count.allCases.map { "\"\($0.rawValue)\":\(self[$0])" }
    return "{\"day\":\"\(day)\",\(members.joined(separator: ","))}"
  }
}
