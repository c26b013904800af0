package import RunbookRendering

/// How an output folder differs from what a build made; each list is in the order of path bytes.
package struct OutputDifference: Sendable, Equatable {
  /// The folder that was compared, as the user names it.
  package var folder = ""
  /// Made by the build and not in the folder.
  package var missing: [String] = []
  /// In both, with other content or as something else than a file.
  package var different: [String] = []
  /// In the folder only; an empty folder ends with `/`.
  package var surplus: [String] = []
  /// How many files are alike.
  package var unchanged = 0

  package var isEmpty: Bool { missing.isEmpty && different.isEmpty && surplus.isEmpty }

  /// Every path that differs, in one order.
  package var paths: [String] {
    (missing + different + surplus).sorted { $0.precedesByBytes($1) }
  }
}

/// Compares an output folder with what a build made, without writing anything.
package enum OutputVerifier {
  /// The difference; a folder that does not exist misses everything.
  package static func compare(_ files: [OutputFile], with folder: String) throws(FileProblem)
    -> OutputDifference
  {
    try OutputPaths.check(files)
    var difference = try compare(all: files + [OutputMarker.file], with: folder).difference
    difference.folder = folder
    // The marker is ours to count, not the user's.
    if !difference.paths.contains(OutputMarker.name) { difference.unchanged -= 1 }
    return difference
  }

  struct Comparison {
    var difference = OutputDifference()
    /// Paths of the files that are alike.
    var alike: Set<String> = []
  }

  /// The same for a list that holds the marker.
  static func compare(all files: [OutputFile], with folder: String) throws(FileProblem)
    -> Comparison
  {
    var result = Comparison()
    let files = files.sorted { $0.path.precedesByBytes($1.path) }
    guard try Disk.kind(of: folder) != nil else {
      result.difference.missing = files.map(\.path)
      return result
    }
    let walk = try FolderWalk(folder, includesHidden: true)
    var kinds: [String: Disk.Kind] = [:]
    for entry in walk.entries where entry.hasReadableName { kinds[entry.path] = entry.kind }
    for file in files {
      guard let kind = kinds[file.path] else {
        result.difference.missing.append(file.path)
        continue
      }
      if kind == .file, try Disk.file(folder + "/" + file.path, holds: file.bytes) {
        result.alike.insert(file.path)
      } else {
        result.difference.different.append(file.path)
      }
    }
    let expected = Set(files.map(\.path))
    result.difference.surplus =
      (walk.entries.filter { !$0.hasReadableName || !expected.contains($0.path) }.map(\.path)
      + walk.emptyFolders.map { $0 + "/" }).sorted { $0.precedesByBytes($1) }
    result.difference.unchanged = result.alike.count
    return result
  }
}
