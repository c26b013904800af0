package import RunbookModel

/// What a page says and its target cannot hold, and what the structure pass moved, in the order of
/// the page.
package struct LossReport: Sendable, Equatable {
  /// The payloads that a loss concerns.
  package enum Scope: String, Sendable {
    case every
    /// Only what goes through REST or a source editor.
    case storage
    /// Only what is pasted, and ADF.
    case paste
  }

  package struct Loss: Sendable, Equatable {
    /// Bytes of the source file.
    package let range: ByteRange
    /// What the reader of the target will not get as the author wrote it.
    package let what: String
    /// The reason, and what stands there instead.
    package let why: String
    package let scope: Scope
    /// Why it is a link of the page that leads nowhere from there; nil for everything else.
    package let deadLink: DeadLink?
  }

  /// Why a link leads nowhere in what is pasted.
  package enum DeadLink: Sendable {
    /// The wiki has no address that it could lead to.
    case withoutAddress
    case broken
  }

  package private(set) var losses: [Loss] = []

  package init() {}

  /// The same finding at the same place is listed once.
  mutating func add(
    _ range: ByteRange, _ what: String, _ why: String, in scope: Scope = .every,
    deadLink: DeadLink? = nil
  ) {
    let loss = Loss(range: range, what: what, why: why, scope: scope, deadLink: deadLink)
    if losses.last != loss { losses.append(loss) }
  }

  /// How many links lead nowhere in what is pasted, for this reason.
  func count(_ deadLink: DeadLink) -> Int { losses.count { $0.deadLink == deadLink } }
}
