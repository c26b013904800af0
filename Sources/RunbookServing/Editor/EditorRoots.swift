import RunbookBuild

/// Which folder is the project of a file.
enum EditorRoots {
  /// The nearest folder above with a configuration, else the folder that the editor works in; nil for a
  /// file of neither: the folder around it may hold anything.
  static func root(of path: String, folders: [String]) -> String? {
    var folder = parent(path)
    while !folder.isEmpty {
      if ProjectFinder.hasConfig(folder) { return folder }
      folder = parent(folder)
    }
    return folders.filter { path.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
  }

  /// Whether no other project is nearer to a file.
  static func belongs(_ path: String, to root: String, of roots: [String]) -> Bool {
    !roots.contains { $0.utf8.count > root.utf8.count && path.hasPrefix($0 + "/") }
  }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
