import RunbookChecks
import RunbookModel

/// "Did you mean" for the pages that a command is given.
package enum PageNames {
  /// The page or folder that a path was probably meant to be, as it is named from the project folder.
  package static func nearest(to path: String, in options: BuildOptions) -> String? {
    guard let project = try? Project(options) else { return nil }
    let folders = project.config.directories
    let files = project.pages.map { folders.file(project.listing.file(of: $0)) }
    let suggestions = PathSuggestions(files)
    let wanted = path.hasSuffix("/") ? String(path.dropLast()) : path
    for place in [wanted, folders.file(wanted)] {
      if let near = suggestions.nearest(to: place) { return near }
    }
    var above: Set<String> = []
    for file in files {
      var folder = PagePath(file).folder
      while !folder.isEmpty, above.insert(folder).inserted { folder = PagePath(folder).folder }
    }
    return NearestName.suggestion(for: wanted, among: above.sorted())
  }
}
