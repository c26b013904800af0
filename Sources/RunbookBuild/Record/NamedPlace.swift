/// A place as it is named, with what the name stood for when it was looked up: a folder on the way may
/// be a link, and links are pointed elsewhere.
package struct NamedPlace: Sendable, Equatable {
  /// From the working folder, or absolute.
  let name: String
  /// Without links. The place need not exist.
  let path: String

  init(_ name: String) throws(FileProblem) {
    self.init(name: name, path: try CanonicalPath(name).path)
  }

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// Whether the name still stands for the same place.
  var isCurrent: Bool { (try? CanonicalPath(name).path) == path }
}
