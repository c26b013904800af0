/// A part of a help text below a heading.
struct HelpSection: Sendable {
  /// The heading in small letters, without its colon; empty above the first.
  let title: String
  var lines: [HelpText.Line] = []

  /// The sections of a help text: a heading stands at the margin and ends with a colon.
  static func all(_ help: HelpText) -> [HelpSection] {
    sections(help) { line in
      guard line.indent == 0, line.text.hasSuffix(":"), !line.text.hasPrefix("-") else {
        return nil
      }
      let title = line.text.dropLast()
      return title.contains("  ") || title.count > 60 ? nil : String(title)
    }
  }

  /// Those of a page of the manual, whose headings are in capital letters.
  static func ofManual(_ help: HelpText) -> [HelpSection] {
    sections(help) { line in
      line.indent == 0 && !line.isBlank && line.text == line.text.uppercased()
        && line.text.contains { $0.isLetter } && !line.text.contains("(")
        ? line.text : nil
    }
  }

  private static func sections(_ help: HelpText, heading: (HelpText.Line) -> String?)
    -> [HelpSection]
  {
    var sections = [HelpSection(title: "")]
    for line in help.lines {
      if let title = heading(line) {
        sections.append(HelpSection(title: title.lowercased()))
      } else if line.indent == 0, let rest = usage(in: line.text) {
        sections.append(HelpSection(title: "usage"))
        sections[sections.count - 1].lines.append(.init(indent: 2, text: rest))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }

  /// What stands behind `Usage:` on its line.
  private static func usage(in text: String) -> String? {
    guard text.lowercased().hasPrefix("usage: ") else { return nil }
    return String(text.dropFirst("usage: ".count).drop { $0 == " " })
  }
}

/// A term and what is said of it: an option, or a verb.
struct HelpEntry: Sendable, Equatable {
  let indent: Int
  let term: String
  var summary: String

  /// The options of some lines. What stands deeper than options do is said of the one above it.
  static func options(_ lines: [HelpText.Line]) -> [HelpEntry] {
    let margin = lines.lazy.filter(\.startsOption).map(\.indent).min() ?? 0
    return entries(lines) { $0.startsOption && $0.indent <= margin + 6 }
  }

  /// The terms that stand at the least indent of some lines. What stands at the margin is no list.
  static func terms(_ lines: [HelpText.Line]) -> [HelpEntry] {
    let lines = lines.filter { $0.indent > 0 }
    let margin = lines.lazy.filter { !$0.isBlank }.map(\.indent).min()
    return entries(lines) { $0.indent == margin }
  }

  private static func entries(_ lines: [HelpText.Line], isStart: (HelpText.Line) -> Bool)
    -> [HelpEntry]
  {
    var entries: [HelpEntry] = []
    for line in lines where !line.isBlank {
      if isStart(line) {
        entries.append(HelpEntry(line))
      } else if let last = entries.indices.last {
        entries[last].summary += (entries[last].summary.isEmpty ? "" : " ") + line.text
      }
    }
    return entries
  }

  private init(_ line: HelpText.Line) {
    indent = line.indent
    (term, summary) = Self.split(line.text)
  }

  /// Two blanks end a term, but for those in brackets.
  private static func split(_ text: String) -> (String, String) {
    var depth = 0
    var wasBlank = false
    for index in text.indices {
      let character = text[index]
      if "[{<(".contains(character) { depth += 1 }
      if "]}>)".contains(character) { depth -= 1 }
      if character == " ", wasBlank, depth <= 0 {
        let term = String(text[..<index]).trimmingEnd()
        let rest = text[index...].drop { $0 == " " }
        // `-o,  --output=FILE`: the names stand in columns of their own.
        if !(term.hasSuffix(",") && rest.hasPrefix("-")) { return (term, String(rest)) }
      }
      wasBlank = character == " "
    }
    return (text, "")
  }
}

extension HelpText.Line {
  /// A dash with a name behind it. A dash before a blank is an item of a list.
  var startsOption: Bool {
    guard text.hasPrefix("-"), let next = text.dropFirst().first else { return false }
    return next == "-"
      ? text.dropFirst(2).first.map { $0.isLetter || $0.isNumber || $0 == "[" } ?? false
      : next.isLetter || next.isNumber || next == "?" || next == "#" || next == "@"
  }
}
