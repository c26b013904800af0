/// What there is to do in Confluence since somebody last pasted, as the to-do page shows it.
package struct ConfluenceWork: Sendable {
  package struct Item: Sendable {
    /// Of the page, or of one that is gone.
    package let source: String
    package let title: String
    /// What happened to it, such as `renamed`; nil for a page that is gone.
    package let kind: String?
    /// Why it has to be touched, each in a few words.
    package let reasons: [String]
    /// Whether it comes to stand in another place among its siblings, which no hash shows.
    package let isReordered: Bool

    package init(source: String, title: String, kind: String?, reasons: [String], isReordered: Bool)
    {
      self.source = source
      self.title = title
      self.kind = kind
      self.reasons = reasons
      self.isReordered = isReordered
    }
  }

  /// In the order of the work: a page after the one that it stands below, pages that are gone last.
  package let items: [Item]
  /// How many pages are as they were pasted.
  package let unchanged: Int
  /// JSON from which the to-do page makes the manifest of what is done.
  package let update: [UInt8]

  package init(items: [Item], unchanged: Int, update: [UInt8]) {
    self.items = items
    self.unchanged = unchanged
    self.update = update
  }
}
