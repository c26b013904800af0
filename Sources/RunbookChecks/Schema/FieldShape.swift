/// What a field of a YAML file takes. The readers of such files say it of each field that they read, so
/// that what is checked and what `runbookgen schema` prints are one thing.
package indirect enum FieldShape: Sendable {
  /// Any text; numbers, dates and `true` are taken as they are written.
  case text
  /// The same, and not blank.
  case filledText
  /// Text of a form that no number has, as a regular expression of ECMA-262.
  case pattern(String)
  case boolean
  case integer(ClosedRange<Int>?)
  case choice([String])
  case list(FieldShape, count: ClosedRange<Int>? = nil)
  /// Fields that the program knows, and no others.
  case mapping([FieldDescription])
  /// Names of the author's choice, all with values of one shape, besides some that the program knows.
  /// Nothing is a value too where `takesNothing` says so. `names` is a regular expression of ECMA-262
  /// that every name fits.
  case names(
    FieldShape, besides: [FieldDescription] = [], names: String? = nil, takesNothing: Bool = false)
  case either([FieldShape])
  /// A large shape that several fields have, under a name. It may be left out wherever it stands.
  case shared(String, FieldShape)
  /// Left to others: nothing is said of it.
  case anything
}

/// One field of a YAML file.
package struct FieldDescription: Sendable {
  package let name: String
  package let shape: FieldShape
  package let isRequired: Bool
  /// What it is or takes, in a few words without a full stop; nil where only the shape is known.
  package let summary: String?

  package init(
    _ name: String, _ shape: FieldShape, isRequired: Bool = false, summary: String? = nil
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
  }

  /// The same where it may be left out.
  var optional: FieldDescription { FieldDescription(name, shape, summary: summary) }
}

/// Forms of text that several fields have. Each says a little less than the function that reads it: what
/// it refuses, that function refuses too.
enum TextForm {
  /// A day of the calendar; that not every year has a 29 February is left out.
  static let date =
    #"^\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$"#
  /// `P6M`, `6 months`.
  static let interval = #"^(P(\d{1,5}[YMWD])+| *\d{1,5} +(day|week|month|year)s? *)$"#
  /// `PT30M`, `30 minutes`.
  static let span = #"^(PT(\d{1,5}[HM])+| *\d{1,6} +(min|minutes?|h|hours?) *)$"#
  static let webAddress = "^https?://"
  /// A path that neither begins at the root nor leaves the project at once.
  static let path = #"^(?!/)(?!\.\.(/|$))[\s\S]"#
  static let styleSheet = #"^(?!/)(?!\.\.(/|$))[\s\S]*\.css$"#
  /// BCP 47, without what its registry knows.
  static let languageTag = "^([A-Za-z]{2,3}|[IiXx])(-[A-Za-z0-9]{1,8})*$"
}
