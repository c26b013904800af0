/// One thing that is different for whoever runs a procedure.
package struct ProcedureChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case effectRaised = "effect-raised"
    case destructiveAdded = "destructive-added"
    case guardRemoved = "guard-removed"
    case warningRemoved = "warning-removed"
    case commandAdded = "command-added"
    case commandRemoved = "command-removed"
    case commandChanged = "command-changed"
    case commandMoved = "command-moved"
    case contentAdded = "content-added"
    case contentRemoved = "content-removed"
    case contentChanged = "content-changed"
    case contextChanged = "context-changed"
    case effectLowered = "effect-lowered"
    case guardAdded = "guard-added"
    case warningAdded = "warning-added"
    case warningChanged = "warning-changed"
    case expectationChanged = "expectation-changed"
    case stepAdded = "step-added"
    case stepRemoved = "step-removed"
    case stepMoved = "step-moved"
    case inputAdded = "input-added"
    case inputRemoved = "input-removed"
    case inputChanged = "input-changed"
    case referenceAdded = "quick-reference-added"
    case referenceRemoved = "quick-reference-removed"
    case referenceChanged = "quick-reference-changed"
    case metadataChanged = "metadata-changed"
    case declarationChanged = "declaration-changed"
    case pageAdded = "page-added"
    case pageRemoved = "page-removed"
    case pageRenamed = "page-renamed"

    /// What is worse for production than before, whatever the reason.
    package var isDangerous: Bool {
      [.effectRaised, .destructiveAdded, .guardRemoved, .warningRemoved].contains(self)
    }
  }

  /// A place in the file before or after, with a line that counts from 1.
  package struct Place: Sendable {
    package let file: String
    package let line: Int
  }

  package let kind: Kind
  /// The title of the step; empty outside of steps.
  package let step: String
  /// What was, and what is; nil where there was nothing, or is nothing.
  package let old: String?
  package let new: String?
  /// What is different about it, word by word: `--timeout: 10m → 30s`.
  package let details: [String]
  package let oldPlace: Place?
  package let newPlace: Place?

  init(
    _ kind: Kind, step: String = "", old: String? = nil, new: String? = nil, details: [String] = [],
    at oldPlace: Place? = nil, and newPlace: Place? = nil
  ) {
    self.kind = kind
    self.step = step
    self.old = old
    self.new = new
    self.details = details
    self.oldPlace = oldPlace
    self.newPlace = newPlace
  }
}

/// What is different about a page, or about what the site declares.
package struct PageChanges: Sendable {
  /// The title of the page; nil for what the site declares.
  package let title: String?
  /// The path of the file as it is, or as it was where it is gone.
  package let file: String
  package let changes: [ProcedureChange]
}
