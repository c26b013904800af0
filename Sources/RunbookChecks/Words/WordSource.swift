package import RunbookModel

/// A file `words/LANGUAGE.yml` of the templates: of the program, or of the site, whose words go before
/// those of the program one by one.
package struct WordSource: Sendable {
  let file: SourceFile
  /// Nil for an empty file, or one that could not be read.
  let root: YAMLNode?
  let isOwn: Bool

  /// The language tag that the file is called by, in lower case.
  var language: String { PagePath(file.path).stem.lowercased() }

  package init(_ file: SourceFile, _ root: YAMLNode?, isOwn: Bool) {
    (self.file, self.root, self.isOwn) = (file, root, isOwn)
  }

  /// The languages whose words stand for those of a language, the first choice first: `de-CH` is
  /// `de-ch`, then `de`, then English.
  package static func languages(for tag: String) -> [String] {
    var parts = tag.lowercased().split(separator: "-")
    var languages: [String] = []
    while !parts.isEmpty {
      languages.append(parts.joined(separator: "-"))
      parts.removeLast()
      // A letter or digit alone only says what follows it.
      if parts.last?.count == 1 { parts.removeLast() }
    }
    return languages.contains("en") ? languages : languages + ["en"]
  }
}
