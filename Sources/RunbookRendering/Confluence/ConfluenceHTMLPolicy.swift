/// What to do with HTML that stands in the Markdown. `<br>` is always a line break and a comment
/// always vanishes.
package enum ConfluenceHTMLPolicy: String, Sendable, CaseIterable {
  /// Shown as the author typed it. A `<cluster-name>` in prose is a placeholder far more often than
  /// it is markup, and one unknown tag makes the server refuse the page (mark#54, mark#63).
  case escape
  /// As `escape`, but `<sub>`, `<sup>`, `<u>` and their kind work where they are closed properly.
  case formatting
  /// Tags disappear; what they enclose stays.
  case drop
}
