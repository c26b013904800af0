package import RunbookRendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What publishing did.
package struct PublishSummary: Sendable, Equatable {
  /// Paths of new and changed files, sorted.
  package let written: [String]
  /// How many files kept their bytes and their time of change.
  package let unchanged: Int
  /// Paths that were in the old output only, sorted.
  package let removed: [String]

  package init(written: [String], unchanged: Int, removed: [String]) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }

  /// How many files the output holds.
  package var fileCount: Int { written.count + unchanged }
}

/// Publishes files as the whole content of a folder, in one step: a reader sees all of the old
/// output or all of the new one, and after an error the old one stands untouched.
package struct OutputWriter: Sendable {
  private let folder: String
  private let sources: [String]
  /// The system call, which a test replaces by one that fails as on a file system without it.
  var exchange: @Sendable (String, String) -> Int32? = Disk.exchange

  /// `sources` are folders that the output must neither lie in nor contain.
  package init(folder: String, apartFrom sources: [String] = []) {
    self.folder = folder
    self.sources = sources
  }

  /// Publishes. `onMessage` hears what is worth telling a person meanwhile: that another build is
  /// waited for, or that old files could not be removed.
  package func publish(_ files: [OutputFile], onMessage: (String) -> Void = { _ in })
    throws(FileProblem) -> PublishSummary
  {
    try OutputPaths.check(files)
    let place = try OutputPlace(folder, apartFrom: sources)
    try Disk.makeFolders(place.parent, shown: place.shown)
    let waiting = { onMessage("another build is publishing to '\(place.shown)'; waiting for it") }
    return try FileLock.holding(place.lock, shown: place.shown, onWait: waiting) {
      () throws(FileProblem) in
      try place.cleanUp()
      try place.requireOwnership(publishing: files)
      return try publish(files + [OutputMarker.file], to: place, onMessage)
    }
  }

  private func publish(
    _ files: [OutputFile], to place: OutputPlace, _ onMessage: (String) -> Void
  ) throws(FileProblem) -> PublishSummary {
    let comparison = try OutputVerifier.compare(all: files, with: place.path)
    let difference = comparison.difference
    let isMarkerAlike = comparison.alike.contains(OutputMarker.name)
    let summary = PublishSummary(
      written: (difference.missing + difference.different).filter { $0 != OutputMarker.name }
        .sorted { $0.precedesByBytes($1) },
      unchanged: difference.unchanged - (isMarkerAlike ? 1 : 0), removed: difference.surplus)
    if difference.isEmpty { return summary }
    do throws(FileProblem) {
      try stage(files, alike: comparison.alike, at: place)
      try replace(place)
    } catch {
      _ = Disk.remove(place.staging)
      throw error
    }
    for leftover in [place.staging, place.aside] where Disk.remove(leftover) != nil {
      onMessage("the old output could not be removed; it is at '\(leftover)'")
    }
    return summary
  }

  private func stage(_ files: [OutputFile], alike: Set<String>, at place: OutputPlace)
    throws(FileProblem)
  {
    let staging = place.staging
    try Disk.makeFolders(staging, shown: place.shown)
    if let old = try Disk.status(of: place.path) { chmod(staging, old.mode | 0o700) }
    var folders: Set<String> = [staging]
    for file in files {
      let path = staging + "/" + file.path
      let shown = place.shown + "/" + file.path
      let parent = path.deletingLastComponent
      if folders.insert(parent).inserted { try Disk.makeFolders(parent, shown: shown) }
      if alike.contains(file.path) {
        let old = place.path + "/" + file.path
        try Disk.link(old, to: path, holding: file.bytes, shown: shown)
      } else {
        try Disk.create(path, file.bytes, shown: shown)
      }
    }
  }

  /// Puts the staged folder in the place of the old one. Afterwards the old one, if there was any,
  /// is at the staging path or aside.
  private func replace(_ place: OutputPlace) throws(FileProblem) {
    guard try Disk.kind(of: place.path) != nil else {
      try require(Disk.move(place.staging, to: place.path), place)
      return
    }
    guard let code = exchange(place.staging, place.path) else { return }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) else {
      try require(code, place)
      return
    }
    try require(Disk.move(place.path, to: place.aside), place)
    if let code = Disk.move(place.staging, to: place.path) {
      _ = Disk.move(place.aside, to: place.path)
      try require(code, place)
    }
  }

  private func require(_ code: Int32?, _ place: OutputPlace) throws(FileProblem) {
    guard let code else { return }
    guard code == EBUSY || code == EXDEV else {
      throw FileProblem(path: place.shown, operation: "publish to", code: code)
    }
    throw FileProblem(
      path: place.shown, operation: "publish to",
      reason: "it is a mount point, which cannot be exchanged in one step",
      advice: "choose a folder inside it")
  }
}
