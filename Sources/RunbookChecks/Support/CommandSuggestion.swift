import RunbookCommands
import RunbookModel

/// "Did you mean" for a word of a command.
struct CommandSuggestion {
  let name: String
  /// The edit, if nothing else can be meant.
  let fix: Diagnostic.Fix?

  /// `; did you mean ‹name›?`
  var question: String { "; did you mean `\(name)`?" }

  /// - Parameter range: the word as it stands in the page.
  init?(
    _ word: String, at range: ByteRange, among known: [String], _ context: PageContext
  ) {
    guard word.utf8.count > 2, let near = Self.nearest(to: word, among: known) else { return nil }
    self.init(near.name, isCertain: near.isCertain, at: range, instead: word, context)
  }

  init(
    _ name: String, isCertain: Bool, at range: ByteRange, instead word: String,
    _ context: PageContext
  ) {
    self.name = name
    // In quotes the word is not all that stands there.
    let isPlain = context.file.text(range) == word
    fix =
      isCertain && isPlain
      ? Diagnostic.Fix("Write `\(name)`", edits: [.init(range, with: name)]) : nil
  }

  private static func nearest(
    to word: String, among known: [String]
  ) -> (name: String, isCertain: Bool)? {
    let candidates = known.filter { $0.utf8.count > 2 }
    if candidates.contains("-" + word) { return ("-" + word, true) }
    if word.hasPrefix("--"), known.contains(String(word.dropFirst())) {
      return (String(word.dropFirst()), true)
    }
    guard word.drop(while: { $0 == "-" }).utf8.count > 2 else { return nil }
    guard let name = NearestName.suggestion(for: word, among: candidates) else { return nil }
    let near = candidates.filter { isNear($0, word) }
    return (name, word.utf8.count > 4 && near == [name])
  }

  /// Whether one slip of the finger lies between two words.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    abs(left.utf8.count - right.utf8.count) <= 1
      && NearestName.distance(Array(left.utf8), Array(right.utf8)) == 1
  }
}
