#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The last steps of a publication: the whole new output is gathered in one folder, which takes the place of the
/// old one.
extension PublishSession {
  /// Puts what did not change beside what was written.
  ///
  /// - Parameter isUsual: whether nothing needs other rights.
  /// - Returns: the folder with the whole new output, and those files of `alike` that got another name for it.
  func gather(
    _ alike: AlikeFiles, _ difference: OutputDifference, isUsual: Bool
  ) async throws(FileProblem) -> (folder: StagingFolder, moved: Set<String>) {
    guard let old = comparison.root else { return (staging, []) }
    let written = difference.missing + difference.different
    if isUsual, written.count < alike.fit.count, old.rights(of: ".") == staging.modes.folder,
      let (reused, absent) = await reuse(alike, from: old)
    {
      try staging.move(written, to: reused)
      return (reused, Set(absent))
    }
    for (paths, asCopies) in [(alike.fit, false), (alike.misfit, true)] {
      try await staging.adopt(paths, from: old, asCopies: asCopies) { self.isInterrupted }
    }
    return (staging, Set(alike.fit))
  }

  /// Makes a former output hold what did not change, and nothing else; nil where there is none, and where that
  /// goes wrong.
  ///
  /// - Returns: with it what was not there, and got a second name.
  private func reuse(
    _ alike: AlikeFiles, from old: FolderHandle
  ) async -> (folder: StagingFolder, absent: [String])? {
    guard let spare, spare.take(to: place.reuse) else { return nil }
    do throws(FileProblem) {
      let reused = try StagingFolder(reusing: place, staging.modes)
      let absent = try await reused.sweep(keeping: alike.fit, alike.stamps)
      try await reused.adopt(absent, from: old, asCopies: false) { self.isInterrupted }
      reused.setMode(staging.modes.folder)
      return (reused, absent)
    } catch {
      _ = Disk.remove(place.reuse)
      return nil
    }
  }

  /// Removes what is left of the old output.
  ///
  /// - Parameter isKept: whether it has been moved away.
  func removeOld(_ path: String, isKept: Bool) async {
    if !isKept, let old = comparison.root {
      await StagingFolder.remove(comparison.oldFiles, from: old)
    }
    for leftover in [place.staging, place.reuse, place.aside] {
      guard let code = Disk.remove(leftover) else { continue }
      let problem = FileProblem(path: leftover, operation: "remove", code: code)
      onMessage("warning: \(problem.description); it is the old output")
    }
  }

  /// Puts the new folder in the place of the old one. Afterwards the old one, if there was any, is where the new
  /// one was, or aside.
  ///
  /// - Returns: whether both were exchanged.
  func replace(with new: String) throws(FileProblem) -> Bool {
    guard try Disk.kind(of: place.path) != nil else {
      try require(Disk.move(new, to: place.path))
      return false
    }
    guard let code = exchange(new, place.path) else { return true }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) else {
      try require(code)
      return false
    }
    try require(Disk.move(place.path, to: place.aside))
    if let code = Disk.move(new, to: place.path) {
      _ = Disk.move(place.aside, to: place.path)
      try require(code)
    }
    return false
  }

  private func require(_ code: Int32?) throws(FileProblem) {
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
