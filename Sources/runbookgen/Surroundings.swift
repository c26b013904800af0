import ArgumentParser
import RunbookBuild
import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program reads from outside besides files: variables, the clock, the terminal.
struct Surroundings: Sendable {
  /// The value of a variable that is set and not empty.
  let variable: @Sendable (String) -> String?
  let isTerminal: Bool
  let secondsSince1970: @Sendable () -> Int

  static let process = Surroundings(
    variable: { name in
      guard let value = getenv(name), value.pointee != 0 else { return nil }
      return String(cString: value)
    },
    isTerminal: isatty(STDERR_FILENO) == 1,
    secondsSince1970: { Int(time(nil)) })

  /// Where this program may keep what it can make again, by the XDG Base Directory Specification; nil
  /// where there is no such place.
  func cacheFolder() -> String? {
    // A path that is not absolute is to be ignored; one that is not UTF-8 would be another one.
    let named = variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = (named ?? variable("HOME").map { $0 + "/.cache" }).map { $0 + "/runbookgen" }
    return folder.flatMap { $0.unicodeScalars.contains("\u{FFFD}") ? nil : $0 }
  }

  /// The name of this machine; empty where it has none.
  func host() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Where a manual is published, as `RUNBOOKGEN_MANUAL` says it, with a slash at its end; nil for nowhere.
  func manualAddress() -> String? {
    guard let address = variable("RUNBOOKGEN_MANUAL"),
      address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
    else { return nil }
    return address.hasSuffix("/") ? address : address + "/"
  }

  /// Where files may lie for the time of a run.
  var temporaryFolder: String { variable("TMPDIR") ?? "/tmp" }

  /// The time of the clock here, as `22:14:07`.
  func timeOfDay() -> String {
    var seconds = time_t(secondsSince1970())
    var parts = tm()
    localtime_r(&seconds, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org) if it is set, else the day of the clock.
  func today() throws -> CalendarDate {
    guard let epoch = variable("SOURCE_DATE_EPOCH") else {
      guard let day = CalendarDate(secondsSince1970: secondsSince1970()) else {
        throw ValidationError("The clock shows no day of the calendar. Give one with --today.")
      }
      return day
    }
    // The calendar ends with the year 9999; far beyond it the arithmetic would not hold.
    let believable = -1_000_000_000_000...1_000_000_000_000
    guard let seconds = Int(epoch), believable.contains(seconds),
      let day = CalendarDate(secondsSince1970: seconds)
    else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is '\(TerminalText.escaped(epoch))', which is no number of seconds since"
          + " 1970-01-01. Mend it, or give a day with --today.")
    }
    return day
  }
}
