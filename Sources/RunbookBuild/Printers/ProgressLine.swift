import Synchronization

/// The one line that says how far a run is, for somebody who waits for more than a second.
package final class ProgressLine: Sendable {
  private struct State {
    /// When it was last written, since the start of the run; nil for never.
    var last: Duration?
    var isShown = false
  }

  /// How long a run may take without a word.
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)

  private let state = Mutex(State())
  private let elapsed: @Sendable () -> Duration
  private let show: @Sendable (String) -> Void

  /// - Parameters:
  ///   - elapsed: the time since the run began.
  ///   - show: puts a text on the terminal as it is.
  package init(
    elapsed: @escaping @Sendable () -> Duration, show: @escaping @Sendable (String) -> Void
  ) {
    self.elapsed = elapsed
    self.show = show
  }

  /// Says how many pages are checked, if it is time to.
  package func note(_ done: Int, of all: Int) {
    let now = elapsed()
    guard now >= Self.patience else { return }
    state.withLock { state in
      if let last = state.last, now - last < Self.pause { return }
      state.last = now
      state.isShown = true
      show("\r\u{1B}[Kchecked \(done) of \(all) pages")
    }
  }

  /// Removes the line, so that something else can be written in its place.
  package func erase() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      show("\r\u{1B}[K")
    }
  }
}
