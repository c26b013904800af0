/// How much a finding matters. An error makes the build fail; nothing is published.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case info, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One finding in the user's text: what is wrong, where, why it matters and what to do.
package struct Diagnostic: Sendable, Equatable {
  /// Another place that the finding speaks of.
  package struct Note: Sendable, Equatable {
    package let range: SourceRange
    package let text: String
    /// Whether the same fault stands there once more.
    package let isRepeat: Bool

    package init(_ text: String, at range: SourceRange, isRepeat: Bool = false) {
      self.range = range
      self.text = text
      self.isRepeat = isRepeat
    }
  }

  /// A way to mend it. No edits means advice only.
  package struct Fix: Sendable, Equatable {
    package struct Edit: Sendable, Equatable {
      package let bytes: ByteRange
      package let text: String

      package init(_ bytes: ByteRange, with text: String) {
        self.bytes = bytes
        self.text = text
      }
    }

    package let title: String
    /// Replacements in the file of the diagnostic; they do not overlap.
    package let edits: [Edit]

    package init(_ title: String, edits: [Edit] = []) {
      self.title = title
      self.edits = edits
    }
  }

  /// Kebab-case name of the rule; permanent.
  package let id: String
  package var severity: Severity
  package let range: SourceRange
  /// A headline without a full stop; it says all that is needed to act.
  package let summary: String
  /// Why it matters and what to do, in sentences; may be empty.
  package let explanation: String
  package let notes: [Note]
  package let fixes: [Fix]
  /// The includes that brought the text to the page on which this was found, the innermost first; none where it
  /// was found on the page of its own file.
  package let way: [SourceRange]

  package init(
    _ id: String, _ severity: Severity, at range: SourceRange, _ summary: String,
    explanation: String = "", notes: [Note] = [], fixes: [Fix] = [], way: [SourceRange] = []
  ) {
    self.id = id
    self.severity = severity
    self.range = range
    self.summary = summary
    self.explanation = explanation
    self.notes = notes
    self.fixes = fixes
    self.way = way
  }

  /// The total order of reports: file, offset, rule, text. It does not depend on timing.
  package static func ordered(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.range.file != right.range.file { return left.range.file < right.range.file }
    if left.range.bytes.lowerBound != right.range.bytes.lowerBound {
      return left.range.bytes.lowerBound < right.range.bytes.lowerBound
    }
    if left.id != right.id { return left.id < right.id }
    return left.summary < right.summary
  }
}

extension [UInt8] {
  /// A text with edits made.
  ///
  /// - Parameter edits: sorted, and apart from each other.
  package func applying(_ edits: [Diagnostic.Fix.Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for edit in edits {
      let range = edit.bytes.clamped(to: place..<count)
      result += self[place..<range.lowerBound]
      result += edit.text.utf8
      place = range.upperBound
    }
    return result + self[place...]
  }
}
