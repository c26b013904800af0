import RunbookRendering

/// The files of an output that was published, with what is known of those that are the very ones of the output before
/// it: nobody has to look at these again.
package struct PublishedFiles: Sendable {
  /// Relative to the output.
  private let paths: [String]
  /// What was seen of each; nil where nobody has looked since it was put there.
  private let stamps: [FileStamp?]

  /// - Parameters:
  ///   - alike: files that did not change.
  ///   - moved: those of them that got another name since they were looked at, and their last change with it.
  ///   - written: all others.
  init(_ alike: AlikeFiles, moved: Set<String>, written: [String]) {
    paths = alike.fit + alike.misfit + written
    stamps =
      zip(alike.fit, alike.stamps).map { moved.contains($0) ? nil : $1 }
      + Array(repeating: nil, count: alike.misfit.count + written.count)
  }

  /// Everything in the output, and the output itself.
  ///
  /// - Parameter folder: the output, without links.
  func stamps(in folder: String) async -> StampList {
    var folders: Set<String> = []
    for path in paths {
      var folder = path.deletingLastComponent
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = folder.deletingLastComponent
      }
    }
    var list = StampList()
    list.add(StampList.Entry(path: folder, stamp: FileStamp(folder)))
    let files = Array(zip(paths, stamps))
    for entry in await Parallel.map(
      files,
      { path, stamp in
        let place = folder + "/" + path
        return StampList.Entry(path: place, stamp: stamp ?? FileStamp(place))
      })
    { list.add(entry) }
    for name in folders.sorted() {
      let place = folder + "/" + name
      list.add(StampList.Entry(path: place, stamp: FileStamp(place)))
    }
    return list
  }
}
