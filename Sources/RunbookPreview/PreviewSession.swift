package import RunbookBuild
package import RunbookModel

/// A preview from its start to its end.
package enum PreviewSession {
  /// What the person who started it is told.
  package enum Event: Sendable {
    /// Browsers may come, to this port.
    case started(port: Int, PreviewFollower.Round)
    case followed(PreviewFollower.Round)
  }

  /// Serves a site until the program is ended.
  ///
  /// - Parameters:
  ///   - port: the port to listen on, or where that is taken one after it.
  ///   - isFixed: whether no other port will do.
  ///   - today: the day; nil for that of before.
  /// - Throws: `FileProblem` where files cannot be read or watched, or the port is not to be had.
  package static func run(
    _ options: BuildOptions, port: Int, isFixed: Bool,
    today: @escaping @Sendable () -> CalendarDate?, onEvent: @escaping @Sendable (Event) -> Void
  ) async throws(FileProblem) {
    let workspace = try Workspace(options)
    let hub = PreviewHub(workspace)
    var follower = PreviewFollower(workspace, hub, today: today)
    let mailbox = ChangeMailbox(follower.watchedFolders)
    let listener = try await PreviewListener(hub, port: port, isFixed: isFixed)
    try await mailbox.startWatching()
    let first = await follower.follow(FolderChanges(isUnknown: true))
    onEvent(.started(port: listener.port, first))
    mailbox.watch(follower.watchedFolders)
    for await _ in mailbox.signals {
      let changes = try mailbox.take()
      if changes.isEmpty { continue }
      let round = await follower.follow(changes) { mailbox.isEmpty }
      mailbox.watch(follower.watchedFolders)
      onEvent(.followed(round))
    }
  }
}
