package import RunbookModel

/// What git knows of the files of a project.
package struct GitHistory: Sendable {
  /// The day of the last commit of each file, by its path from the project folder.
  package private(set) var days: [String: CalendarDate] = [:]
  /// Whether the history was cut off, so that its days would be those of the cut.
  package let isShallow: Bool
  /// The way from the root of the repository to the project folder: empty, or with a slash at its end.
  package let prefix: String

  /// Nil where there is no git, or no repository.
  package init?(_ project: String) {
    guard
      let answer = Self.git(project, ["rev-parse", "--is-shallow-repository", "--show-prefix"])
    else { return nil }
    let lines = Self.lines(answer[...], at: UInt8(ascii: "\n")).dropLast().suffix(2)
    isShallow = lines.first == "true"
    prefix = lines.last ?? ""
    guard !isShallow else { return }
    // Names end with NUL, so that a name may hold anything else.
    let log = Self.git(
      project,
      [
        "log", "-z", "--format=day:%cs", "--name-only", "--no-renames", "--relative", "--", ".",
      ])
    var day: CalendarDate?
    for record in Self.lines((log ?? [])[...], at: 0) {
      let text = record.drop { $0 == "\n" }
      if text.hasPrefix("day:") {
        // With `-z` the first name follows its commit after a line end.
        let parts = text.split(separator: "\n", maxSplits: 1)
        day = CalendarDate(iso: String(parts[0].dropFirst(4)))
        if parts.count > 1 { note(parts[1], day) }
      } else {
        note(text, day)
      }
    }
  }

  /// What git prints about a folder; nil when it is not there or fails.
  private static func git(_ folder: String, _ arguments: [String]) -> [UInt8]? {
    let outcome = try? ChildProcess.run(
      "git", ["--no-pager", "-C", folder] + arguments, without: Repository.cleared,
      adding: ["LC_ALL": "C"])
    return outcome.flatMap { $0.status == 0 ? $0.output : nil }
  }

  private mutating func note(_ name: Substring, _ day: CalendarDate?) {
    let name = name.drop { $0 == "\n" }
    guard let day, !name.isEmpty, days[String(name)] == nil else { return }
    days[String(name)] = day
  }

  private static func lines(_ bytes: ArraySlice<UInt8>, at end: UInt8) -> [String] {
    bytes.split(separator: end, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
