package import RunbookModel

/// What a page says and its target cannot hold, in the order of rendering.
package struct LossReport: Sendable, Equatable {
  package struct Loss: Sendable, Equatable {
    /// Bytes of the source file.
    package let range: ByteRange
    /// What the reader of the target will not get as the author wrote it.
    package let what: String
    /// The reason, and what stands there instead.
    package let why: String
  }

  package private(set) var losses: [Loss] = []

  package init() {}

  /// The same finding at the same place is listed once.
  mutating func add(_ range: ByteRange, _ what: String, _ why: String) {
    let loss = Loss(range: range, what: what, why: why)
    if losses.last != loss { losses.append(loss) }
  }
}
