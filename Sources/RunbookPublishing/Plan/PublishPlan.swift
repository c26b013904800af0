/// What would be done, and what is left alone and why.
package struct PublishPlan: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, renamed, moved, changed, removed
    /// Left alone, as something would be lost.
    case skipped
    /// Cannot be published.
    case refused
  }

  package enum Cause: String, Sendable {
    case title, source, parent, order, content, labels, attachments
    /// Somebody has changed the page in Confluence.
    case edited
    /// Inline comments are open.
    case comments
    /// What is done with a page whose source is no more.
    case page
    /// Why a page cannot be published.
    case reason
  }

  package struct Reason: Sendable, Equatable {
    package let cause: Cause
    package let detail: String
  }

  package struct Action: Sendable, Equatable {
    package let kind: Kind
    package let source: String
    package let title: String
    /// The title of the page that a new one will be below.
    package var parent: String?
    package var reasons: [Reason] = []
    /// The page in Confluence, its version, and where people see it; nil for one that is to be made.
    package var id: String?
    package var version: Int?
    package var link: String?
    /// Of what the page will hold.
    package var digest: String?
    /// Whether the page itself is saved anew: not for its labels, files and place among siblings.
    package var savesPage = false
    /// Whether a page that is removed is archived.
    package var archives = false
  }

  /// By kind, then parents first.
  package var actions: [Action] = []
  package var unchanged = 0

  package func count(_ kind: Kind) -> Int { actions.count { $0.kind == kind } }

  /// Whether anything would be written.
  package var hasWork: Bool { actions.contains { $0.kind.isWork || $0.archives } }
}

extension PublishPlan.Kind {
  /// Whether a page of the site is written.
  package var isWork: Bool {
    switch self {
    case .added, .renamed, .moved, .changed: true
    case .removed, .skipped, .refused: false
    }
  }
}

/// What a user wants done where there is a choice.
package struct PublishChoices: Sendable, Equatable {
  package enum Orphans: String, Sendable, CaseIterable { case report, archive }

  /// Whether what people have changed in Confluence is overwritten.
  package var overwrites = false
  /// Whether leaving such pages alone is all right.
  package var skipsEdited = false
  package var orphans = Orphans.report

  package init() {}
}
