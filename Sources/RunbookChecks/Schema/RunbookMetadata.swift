package import RunbookModel

package enum RunbookKind: String, Sendable, CaseIterable {
  case runbook, reference, comparison, concept

  package var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

package enum Lifecycle: String, Sendable, CaseIterable {
  case draft, active, deprecated
}

/// The front matter of a page, typed. A field that is missing or wrong was reported, and stands here
/// with a value that lets everything else be checked.
package struct RunbookMetadata: Sendable {
  package struct Owner: Sendable {
    package let team: String
    package let contact: Field<String>?
  }

  package struct AppliesTo: Sendable {
    package let product: String
    /// As it is written.
    package let versions: Field<String>?
  }

  package struct Escalation: Sendable {
    package let after: CalendarSpan
    package let to: Field<String>
  }

  package struct Confluence: Sendable {
    package var title: Field<String>?
    package var parent: String?
    package var space: String?
    package var labels: [Field<String>] = []

    package init() {}
  }

  package var kind = RunbookKind.concept
  package var title = Field("", at: SourceRange(file: "", bytes: 0..<0))
  package var summary: String?
  package var owner: Field<Owner>?
  package var reviewed: Field<CalendarDate>?
  package var reviewEvery: CalendarInterval?
  package var lifecycle = Lifecycle.active
  package var replacedBy: Field<String>?
  package var audience: [String] = []
  package var tagFields: [Field<String>] = []
  package var tags: [String] { tagFields.map(\.value) }
  package var aliases: [Field<String>] = []
  package var severity: String?
  package var alertFields: [Field<String>] = []
  package var alerts: [String] { alertFields.map(\.value) }
  package var order: Int?
  package var navTitle: String?
  /// Rules that are silenced on the whole page.
  package var allowances: [Allowance] = []
  /// What hardly anybody asks of another page.
  var details = KeptDetails.values(PageDetails())

  package init() {}

  /// The day on which the next review is due.
  package var due: CalendarDate? {
    guard let reviewed, let reviewEvery else { return nil }
    return reviewed.value.adding(reviewEvery)
  }

  /// The day on which the review was due, where that is past and still matters.
  package func overdue(on day: CalendarDate) -> CalendarDate? {
    guard lifecycle != .deprecated, let due, due < day else { return nil }
    return due
  }
}

/// Where somebody asks for more than one of these, the details are better at hand.
extension RunbookMetadata {
  package var confluence: Confluence { details.confluence }
  package var context: Field<String>? { details.values.context }
  package var inputs: [InputDeclaration] { details.inputs }
  package var tables: [TableDeclaration] { details.values.tables }
  package var sources: [Field<String>] { details.values.sources }
  package var appliesTo: [AppliesTo] { details.values.appliesTo }
  package var escalation: [Escalation] { details.values.escalation }
  package var environments: [String] { details.values.environments }
  package var permissions: [String] { details.values.permissions }
  package var prerequisites: [String] { details.values.prerequisites }

  /// The same with its details as values.
  package var atHand: RunbookMetadata {
    var metadata = self
    metadata.details = .values(details.values)
    return metadata
  }

  /// The same with its details as bytes.
  ///
  /// - Parameter file: the page's source file.
  func packed(in file: String) -> RunbookMetadata {
    var metadata = self
    metadata.details = details.packed(in: file)
    return metadata
  }
}

/// A time as an escalation waits it: `PT30M` (ISO 8601 duration) or "30 minutes".
package struct CalendarSpan: Sendable, Hashable {
  package let minutes: Int

  package init?(_ text: String) {
    if text.hasPrefix("PT") {
      self.init(designators: text.dropFirst(2))
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[0]), (1...100_000).contains(number) else {
      return nil
    }
    switch words[1] {
    case "minute", "minutes", "min": self.init(minutes: number)
    case "hour", "hours", "h": self.init(minutes: number * 60)
    default: return nil
    }
  }

  private init?(designators text: Substring) {
    guard let parts = DurationDesignators.read(text) else { return nil }
    var total = 0
    for (number, letter) in parts {
      switch letter {
      case "H": total += number * 60
      case "M": total += number
      default: return nil
      }
    }
    guard total > 0 else { return nil }
    self.init(minutes: total)
  }

  init(minutes: Int) { self.minutes = minutes }

  package var text: String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
  }
}

/// A value that the reader supplies: the placeholder `<name>` of the page's commands.
package struct InputDeclaration: Sendable {
  package enum ValueType: String, Sendable, CaseIterable {
    case string, integer, `enum`, duration, ip, path
    case k8sName = "k8s-name"
    case awsRegion = "aws-region"
    case instanceID = "instance-id"
  }

  package let name: Field<String>
  package let type: ValueType
  package let pattern: Field<String>?
  package let example: Field<String>?
  package let summary: String?
  package let isSecret: Bool
  /// `step:NAME` of the step that shows the value.
  package let from: Field<String>?
  /// What an `enum` may be.
  package let choices: [String]
}

/// What a page says of one of its tables.
package struct TableDeclaration: Sendable {
  /// Anchor of the heading that the table stands under.
  package let under: Field<String>
  package let schema: Field<String>
  /// Options of the schema: column names and lists.
  package let columns: [String: Field<String>]
  package let lists: [String: [Field<String>]]
  /// Whether the table is made from the steps instead of being written.
  package var isGenerated = false
}
