import NIOPosix
import RunbookBuild
import Synchronization

/// Changes of files between the thread that waits for them and who takes them in.
final class ChangeMailbox: Sendable {
  private struct State: Sendable {
    var changes = FolderChanges()
    var watched: WatchedFolders
    var problem: FileProblem?
    var isWatching = false
  }

  /// Comes after changes that were not taken yet.
  let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let state: Mutex<State>

  /// How long the thread waits before it asks what to watch, in milliseconds.
  private static let patience: Int32 = 500

  init(_ watched: WatchedFolders) {
    state = Mutex(State(watched: watched))
    (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  var isEmpty: Bool { state.withLock { $0.changes.isEmpty } }

  /// Watches other folders from now on.
  func watch(_ watched: WatchedFolders) { state.withLock { $0.watched = watched } }

  /// - Throws: what keeps files from being watched.
  func take() throws(FileProblem) -> FolderChanges {
    let (changes, problem) = state.withLock { state in
      defer { state.changes = FolderChanges() }
      return (state.changes, state.problem)
    }
    if let problem { throw problem }
    return changes
  }

  /// Waits for changes on a thread of its own until the program ends. Once this returns, no change is missed.
  ///
  /// - Throws: what keeps files from being watched.
  func startWatching() async throws(FileProblem) {
    await withCheckedContinuation { started in
      NIOThreadPool.singleton.submit { [self] _ in
        do throws(FileProblem) {
          var watch = try FolderWatch(state.withLock { $0.watched })
          state.withLock { $0.isWatching = true }
          started.resume()
          try run(&watch)
        } catch {
          let isFirst = state.withLock { state in
            defer { state.problem = error }
            return !state.isWatching
          }
          if isFirst { started.resume() }
          signal.yield()
        }
      }
    }
    if let problem = state.withLock({ $0.problem }) { throw problem }
  }

  private func run(_ watch: inout FolderWatch) throws(FileProblem) {
    while true {
      let changes = try watch.next(within: Self.patience)
      try watch.watch(state.withLock { $0.watched })
      if changes.isEmpty { continue }
      state.withLock { $0.changes.formUnion(changes) }
      signal.yield()
    }
  }
}
