import Synchronization

/// The publications under way in this process, for a signal to end them.
package enum OpenSessions {
  private struct Reference {
    weak var session: PublishSession?
  }

  private static let sessions = Mutex<[ObjectIdentifier: Reference]>([:])

  /// What undoes publications that are not among the sessions yet, by their staging folders.
  private static let beginnings = Mutex<[String: @Sendable () -> Void]>([:])

  /// Held while something is done that must not be left half done.
  private static let steps = Mutex(())

  /// Ends every session, and keeps none of its files unless its output has taken the old one's place
  /// already; then calls the body, which is told whether any has, or nil if none was open.
  package static func interrupt(_ end: (Bool?) -> Never) -> Never {
    var outcomes: [ObjectIdentifier: Bool] = [:]
    while true {
      for session in open where outcomes[ObjectIdentifier(session)] == nil {
        outcomes[ObjectIdentifier(session)] = session.interrupt()
      }
      steps.withLock { _ in
        // One that began meanwhile has its turn first.
        guard open.allSatisfy({ outcomes[ObjectIdentifier($0)] != nil }) else { return }
        let begun = beginnings.withLock { $0 }
        for undo in begun.values { undo() }
        let isAny = !outcomes.isEmpty || !begun.isEmpty
        end(isAny ? outcomes.values.contains(true) : nil)
      }
    }
  }

  private static var open: [PublishSession] {
    sessions.withLock { $0.values.compactMap(\.session) }
  }

  /// Makes the staging folder of a publication.
  ///
  /// - Parameter undo: what an interruption does until the session is inserted.
  static func begin<Result>(
    _ folder: String, undo: @escaping @Sendable () -> Void,
    _ step: () throws(FileProblem) -> Result
  ) throws(FileProblem) -> Result {
    try uninterrupted { () throws(FileProblem) in
      let result = try step()
      beginnings.withLock { $0[folder] = undo }
      return result
    }
  }

  /// Forgets a staging folder that was removed.
  static func forget(_ folder: String) { beginnings.withLock { $0[folder] = nil } }

  /// Runs a short step that an interruption waits for.
  static func uninterrupted<Result>(_ step: () throws(FileProblem) -> Result) throws(FileProblem)
    -> Result
  {
    try steps.withLock { (_: inout Void) throws(FileProblem) -> Result in try step() }
  }

  /// - Parameter folder: the staging folder, which is the session's from now on.
  static func insert(_ session: PublishSession, staging folder: String) {
    steps.withLock { _ in
      forget(folder)
      sessions.withLock { $0[ObjectIdentifier(session)] = Reference(session: session) }
    }
  }

  static func remove(_ session: PublishSession) {
    let identity = ObjectIdentifier(session)
    sessions.withLock { $0[identity] = nil }
  }
}
