package import RunbookModel

/// A file of records, each of which is a line of JSON (JSON Lines).
package struct TrendFile: Sendable, Equatable {
  /// Thirty years of days. More is nothing that somebody wants to see.
  package static let mostRecords = 11_000
  private static let largestCount = 1_000_000_000

  /// In the order of their days, each day once.
  package private(set) var records: [TrendRecord] = []

  package init() {}

  /// Reads the lines of a file; empty ones are passed over.
  ///
  /// - Returns: the records that are sound, and what is wrong with the others.
  package static func read(_ file: SourceFile) -> (TrendFile, [Diagnostic]) {
    var (trends, diagnostics) = (TrendFile(), [Diagnostic]())
    var places: [CalendarDate: SourceRange] = [:]
    var start = 0
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let bytes = start..<start + line.count
      start += line.count + 1
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      if places.count == mostRecords {
        diagnostics.append(
          problem("the file has more than \(mostRecords) records", at: bytes, file))
        break
      }
      do throws(JSONProblem) {
        let record = try record(Array(line))
        if let first = places[record.day] {
          diagnostics.append(
            problem(
              "\(record.day) has one already", at: bytes, file,
              notes: [.init("the first one", at: first)]))
          continue
        }
        places[record.day] = file.range(bytes)
        trends.records.append(record)
      } catch {
        let place = min(bytes.lowerBound + error.offset, bytes.upperBound)
        diagnostics.append(problem(error.reason, at: place..<bytes.upperBound, file))
      }
    }
    trends.records.sort { $0.day < $1.day }
    return (trends, diagnostics)
  }

  /// Adds a record, in the place of one of the same day.
  package mutating func put(_ record: TrendRecord) {
    records.removeAll { $0.day == record.day }
    records.append(record)
    records.sort { $0.day < $1.day }
  }

  /// The file's text.
  package var text: String { records.map { $0.line + "\n" }.joined() }

  private static func problem(
    _ reason: String, at bytes: ByteRange, _ file: SourceFile, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      "config-type", .error, at: file.range(bytes), "this is no record of a day: \(reason)",
      explanation:
        "`runbookgen coverage --append` writes these lines. Remove the line, or take it from an earlier "
        + "version of the file.",
      notes: notes)
  }

  private static func record(_ line: [UInt8]) throws(JSONProblem) -> TrendRecord {
    let node = try JSONReader.read(line)
    guard case .object = node.kind else {
      throw JSONProblem(offset: node.offset, reason: "it is \(node.typeName), not an object")
    }
    guard let day = node["day"], let date = day.string.flatMap(CalendarDate.init(iso:)) else {
      throw JSONProblem(
        offset: (node["day"] ?? node).offset, reason: "`day` is not a date such as 2026-11-29")
    }
    var counts: [TrendRecord.Count: Int] = [:]
    for name in TrendRecord.Count.allCases {
      guard let member = node[name.rawValue] else {
        throw JSONProblem(offset: node.offset, reason: "`\(name.rawValue)` is missing")
      }
      guard case .number = member.kind, let count = member.integer,
        (0...largestCount).contains(count)
      else {
        throw JSONProblem(
          offset: member.offset,
          reason: "`\(name.rawValue)` is not a whole number from 0 to \(largestCount)")
      }
      counts[name] = count
    }
    let record = TrendRecord(day: date, counts)
    guard record[.validated] <= record[.known], record[.known] <= record[.found] else {
      throw JSONProblem(
        offset: node.offset,
        reason: "more commands are `validated` than `known`, or more `known` than `found`")
    }
    return record
  }
}
