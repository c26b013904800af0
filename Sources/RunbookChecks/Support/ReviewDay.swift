package import RunbookModel

extension RunbookMetadata {
  /// Whether rules have something to say of the review on a day. On all other days a page is judged alike,
  /// so that what was found on one of them holds on the next.
  package func isReviewNews(on today: CalendarDate) -> Bool {
    (reviewed.map { $0.value > today } ?? false) || (due.map { $0 < today } ?? false)
  }
}
