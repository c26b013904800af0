import CTemplates
import RunbookChecks
import RunbookModel

/// The templates and assets that come with the program, for sites that bring none of their own.
package enum BuiltinTemplates {
  /// By their paths from the folder of templates, sorted.
  package static let files = builtinFiles(builtin_templates)

  /// Where the words lie among them, a file for each language.
  static let wordFolder = "words/"

  /// Whether the program has words for a site in some language, a tag such as `de` or `de-AT`.
  static func hasWords(in language: String) -> Bool {
    let languages = WordSource.languages(for: language)
    return files.contains { file in
      file.name.hasPrefix(wordFolder) && languages.first == PagePath(file.name).stem
    }
  }
}

/// What checks runbooks in pipelines.
package enum BuiltinPipelines {
  /// By their paths in the repository of this program, sorted.
  package static let files = builtinFiles(builtin_pipelines)
}

/// What a preview adds to pages.
package enum BuiltinPreview {
  package static let files = builtinFiles(builtin_preview)
}

/// What the program holds, by its name.
func builtinFiles(
  _ list: (UnsafeMutablePointer<Int>?) -> UnsafePointer<builtin_file>?
) -> [(name: String, bytes: [UInt8])] {
  var count = 0
  let files = UnsafeBufferPointer(start: list(&count), count: count)
  return files.map { file in
    (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
}
