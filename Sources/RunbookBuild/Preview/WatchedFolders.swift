import RunbookChecks
package import RunbookModel

/// The folders of which changes matter to a project, as paths from where the program runs.
package struct WatchedFolders: Sendable, Equatable {
  /// With all that is below.
  package var trees: [String]
  /// For the files that lie in them.
  package var folders: [String]
  /// Trees inside of those that are of no concern.
  package var leftOut: [String]

  package init(trees: [String], folders: [String], leftOut: [String]) {
    (self.trees, self.folders, self.leftOut) = (trees, folders, leftOut)
  }
}

extension Workspace {
  /// What to watch, so that `noticeChange` is told what may change a check.
  package var watchedFolders: WatchedFolders {
    let discovery = project.discovery
    let folders = project.config.directories
    var watched = WatchedFolders(
      trees: [], folders: [discovery.path(".")],
      leftOut: (try? project.outputFolder(options)).map { [$0] } ?? [])
    let named = [folders.contentIsProject ? "." : folders.content, folders.templates]
    watched.trees = (named + [folders.programs].compactMap(\.self)).map(discovery.path)
    let files =
      [project.config.stylesheet?.value, project.config.trendsFile?.value].compactMap(\.self)
      + project.config.alerts.rules
    watched.folders += files.map { file in
      let folder = PagePath(file).folder
      return discovery.path(folder.isEmpty ? "." : folder)
    }
    // One that was named is called as it was named.
    watched.folders += [options.config].compactMap(\.self).map { file in
      let folder = PagePath(file).folder
      return folder.isEmpty ? "." : folder
    }
    watched.trees += project.config.alerts.rules.map(AlertFiles.place(of:)).map(discovery.path)
    return watched
  }

  /// A file that lies at a path from where the program runs, as `noticeChange` takes it; nil for one outside the
  /// project.
  package func name(ofPlace place: String) -> String? {
    let folder = project.discovery.path(".")
    if folder == "." { return place }
    return place.hasPrefix(folder + "/") ? String(place.dropFirst(folder.utf8.count + 1)) : nil
  }

  /// How many pages there are.
  package var pageCount: Int { pages.count }

  /// Each page with another key for each text of it.
  package var texts: [PagePath: ContentKey] { pages.mapValues(\.text) }
}
