package import RunbookBuild
import RunbookModel
import RunbookRendering
import Synchronization

/// The state of a preview, which whoever follows the files writes and whoever answers browsers reads.
package final class PreviewHub: Sendable {
  struct State: Sendable {
    var workspace: Workspace
    /// The last one that there was something to show of.
    var preview: SitePreview?
    /// What keeps the files from being read.
    var problem: FileProblem?
    /// Another number for each state of the site.
    var count = 0
    /// Another number for each state of the files beside pages, which pages name and do not hold.
    var fileCount = 0
    /// Where pages are shown whose files were renamed, by where they were.
    var moves: [String: String] = [:]
    /// Fixes that were made, the last one at the end.
    var fixes: [AppliedFix] = []
    fileprivate var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    fileprivate var listenerCount = 0
  }

  private let state: Mutex<State>

  package init(_ workspace: Workspace) { state = Mutex(State(workspace: workspace)) }

  var current: State { state.withLock { $0 } }

  /// Takes in a new state and tells everyone who listens.
  func publish(_ change: (inout State) -> Void) {
    let (count, listeners) = state.withLock { state in
      change(&state)
      state.count += 1
      return (state.count, state.listeners.values)
    }
    for listener in listeners { listener.yield(count) }
  }

  /// Changes what no page shows before the files change.
  func note(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

  /// The numbers of this state and of those that follow; of several that nobody has taken, the last.
  func listen() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let (number, count) = state.withLock { state in
      state.listenerCount += 1
      state.listeners[state.listenerCount] = continuation
      return (state.listenerCount, state.count)
    }
    continuation.yield(count)
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }
}
