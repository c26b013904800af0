import RunbookModel

/// A thing that one place of a site defines and others speak of.
enum Subject: Sendable, Hashable {
  case page(PagePath)
  /// A heading or a step of a page, by its anchor.
  case anchor(PagePath, String)
  /// A value that the reader of a page fills in, by its name.
  case input(PagePath, String)
  /// A block of a page whose commands a quick reference lists, by its index.
  case block(PagePath, Int)
  /// A place where commands run, by its id.
  case context(String)
  case alert(String)

  static func step(_ page: PagePath, _ name: String) -> Subject { .anchor(page, "step-" + name) }
}

/// A place that defines a thing, or speaks of it.
struct Mention: Sendable {
  let subject: Subject
  /// The bytes that name it, without quotes and brackets.
  let range: ByteRange
  let isDefinition: Bool
  /// What the file says there is only the end of an anchor: the `drain` of `step-drain`.
  let isStepName: Bool

  init(
    _ subject: Subject, at range: ByteRange, isDefinition: Bool = false, isStepName: Bool = false
  ) {
    (self.subject, self.range) = (subject, range)
    (self.isDefinition, self.isStepName) = (isDefinition, isStepName)
  }
}
