/// The words that this module writes; templates and scripts have others. Each is called as its key in
/// `templates/words`, where a test looks for all of them.
package enum Word: Int, Sendable, CaseIterable {
  case permalink, backToContent, details, done, toDo
  case alertNote, alertTip, alertImportant, alertWarning, alertCaution
  case secret, sentence, suchAs, oneOf, fromSource, stepNamed, and, comma
  case shapeInteger, shapeIP, shapeRegion, shapeInstance
  case lowerCase, upperCase, digits
  case spaces, commas, hyphens, dots, slashes, colons, underscores
  case reviewedOn, reviewsOf, reviewOf, ownerIs

  package var key: String { "\(self)" }
}
