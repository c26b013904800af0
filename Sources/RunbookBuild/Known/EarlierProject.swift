import RunbookModel

/// The project as it was at a revision of git, in a folder of its own for the time of some work.
enum EarlierProject {
  enum State: Sendable {
    /// The options of the project, with the folder in its place.
    case there(BuildOptions)
    /// There was no project yet.
    case absent
  }

  /// - Parameter temporary: where the folder is made, and removed again.
  /// - Returns: nil when there is no such revision.
  static func use<Value: Sendable>(
    _ options: BuildOptions, at revision: String, temporary: String,
    _ work: (State) async throws(FileProblem) -> Value
  ) async throws(FileProblem) -> Value? {
    let repository = try Repository(holding: options.project)
    guard let commit = try repository.commit(revision) else { return nil }
    let folder = try Disk.makeTemporaryFolder(in: temporary)
    let remove: @Sendable () -> Void = { _ = Disk.remove(folder) }
    defer {
      remove()
      OpenSessions.forget(folder)
    }
    // An interruption takes it away, too.
    try OpenSessions.begin(folder, undo: remove) {}
    let project = folder + "/project"
    guard try repository.unpack(commit, into: project, scratch: folder) else {
      return try await work(.absent)
    }
    var earlier = options
    earlier.project = project
    earlier.usesBaseline = false
    // What is kept is of the project as it is.
    earlier.cache = nil
    earlier.paths = []
    earlier.texts = [:]
    if let config = options.config, let inside = try RelativePath.of(config, in: options.project) {
      earlier.config = project + "/" + inside
    }
    return try await work(.there(earlier))
  }
}
