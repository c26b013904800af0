/// A sound page of the kind that needs no procedure.
enum ReferencePage {
  /// - Parameter more: more lines of its front matter.
  static func text(_ title: String, _ body: String, _ more: String = "") -> String {
    """
    ---
    kind: reference
    title: \(title)
    owner: Ops
    reviewed: 2026-11-01
    review_every: P6M
    \(more)---
    \(body)

    """
  }
}
