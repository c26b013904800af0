/// The words that this module writes; templates and scripts have others. Each is called as its key in
/// `templates/words`, where a test looks for all of them.
package enum Word: Int, Sendable, CaseIterable {
  case permalink
  case backToContent
  case details
  case done
  case toDo

  package var key: String { "\(self)" }
}
