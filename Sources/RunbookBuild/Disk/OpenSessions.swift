import Synchronization

/// The publications under way in this process, for a signal to end them.
package enum OpenSessions {
  private struct Reference {
    weak var session: PublishSession?
  }

  private static let sessions = Mutex<[ObjectIdentifier: Reference]>([:])

  /// Held while something is done that must not be left half done.
  private static let steps = Mutex(())

  /// Ends every session, and keeps none of its files unless its output has taken the old one's place
  /// already; then calls the body, which is told whether any has, or nil if none was open.
  package static func interrupt(_ end: (Bool?) -> Never) -> Never {
    let open = sessions.withLock { $0.values.compactMap(\.session) }
    let outcomes = open.map { $0.interrupt() }
    steps.withLock { _ in end(outcomes.isEmpty ? nil : outcomes.contains(true)) }
  }

  /// Runs a short step that an interruption waits for.
  static func uninterrupted<Result>(_ step: () throws(FileProblem) -> Result) throws(FileProblem)
    -> Result
  {
    try steps.withLock { (_: inout Void) throws(FileProblem) -> Result in try step() }
  }

  static func insert(_ session: PublishSession) {
    sessions.withLock { $0[ObjectIdentifier(session)] = Reference(session: session) }
  }

  static func remove(_ session: PublishSession) {
    let identity = ObjectIdentifier(session)
    sessions.withLock { $0[identity] = nil }
  }
}
