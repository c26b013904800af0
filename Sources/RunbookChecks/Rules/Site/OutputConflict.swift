package import RunbookModel

package enum OutputConflict {
  static let rule = Rule(
    "output-conflict", .error, "a page, file or alias cannot be published at its address",
    rationale: """
      Everything that is published is a file below one folder. Two things cannot have one path, and
      not two that differ only in upper and lower case or in how an accented letter is composed: on
      the disks of macOS and Windows, and on some web servers, they are the same. A file cannot be
      where a folder is. A name has at most 255 bytes and no control characters, and some names are
      those of what the program makes itself, such as `tags/index.html`. Rename one of the two.

      Each page has a folder in `confluence/` too, which is called like the page without its `.md`. So
      `dns.md` and a folder `DNS` meet there.

      The examples show pages only; which paths are made depends on the whole project.
      """,
    passing: [Rule.Example("A page.")], failing: [], check: .reading)

  /// - Parameters:
  ///   - name: what cannot be published, as a message names it.
  ///   - other: what is in its way, and where it comes from; nil when nothing is.
  package static func finding(
    _ name: String, at range: SourceRange, _ refusal: OutputPathSet.Refusal,
    other: (name: String, range: SourceRange?)?
  ) -> Diagnostic {
    guard let other else {
      return Diagnostic(
        rule.id, rule.severity, at: range,
        "\(name) cannot be published as `\(shown(refusal.path))`: \(refusal.reason)",
        explanation: "Give it another name; letters, digits and `-` always work.")
    }
    let notes = other.range.map { [Diagnostic.Note(other.name, at: $0)] } ?? []
    return Diagnostic(
      rule.id, rule.severity, at: range, "\(name) and \(other.name) meet in the output",
      explanation:
        "They would be `\(shown(refusal.path))` and `\(shown(refusal.other ?? refusal.path))`, "
        + "and there can be only one. Rename one of them.", notes: notes)
  }

  /// A path for a message: control characters as `\u{0}`, and no more of it than one can read.
  package static func shown(_ path: String) -> String {
    let readable = path.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.properties.generalCategory == .control {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return readable.count > 120 ? readable.prefix(100) + "…" : readable
  }
}
