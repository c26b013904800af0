import RunbookModel

/// Paths of the project as people write them in the configuration: `./docs`, `docs/`.
enum ProjectFolder {
  /// The path of something below the project folder, without dots and double slashes.
  static func path(_ text: String) -> String? {
    pathOrProject(text).flatMap { $0 == "." ? nil : $0 }
  }

  /// The same, or `.` for the project folder itself.
  static func pathOrProject(_ text: String) -> String? {
    guard !text.isEmpty, !text.hasPrefix("/"), let path = PagePath("").resolving(text) else {
      return nil
    }
    return path.text.isEmpty ? "." : path.text
  }

  /// A pattern for paths in a folder: `./drafts/` leaves out what `drafts` does.
  static func glob(_ text: String) -> Glob {
    var pattern = text[...]
    while pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
    while pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
    while pattern.hasSuffix("/") { pattern = pattern.dropLast() }
    return Glob(String(pattern))
  }

  /// Whether a build of the one folder would clear the other. What lies below the project folder is no
  /// part of the content, even where that is the project folder.
  static func overlap(_ source: String, _ output: String) -> Bool {
    source == output || source.hasPrefix(output + "/") || output.hasPrefix(source + "/")
  }
}
