import Synchronization

/// The publications under way in this process, for a signal to end them.
package enum OpenSessions {
  private struct Reference {
    weak var session: PublishSession?
  }

  private static let sessions = Mutex<[ObjectIdentifier: Reference]>([:])

  /// Ends every session, and keeps none of its files unless its output has taken the old one's place
  /// already. Returns whether any has.
  package static func interrupt() -> Bool {
    let open = sessions.withLock { $0.values.compactMap(\.session) }
    return open.reduce(false) { $1.interrupt() || $0 }
  }

  static func insert(_ session: PublishSession) {
    sessions.withLock { $0[ObjectIdentifier(session)] = Reference(session: session) }
  }

  static func remove(_ session: PublishSession) {
    let identity = ObjectIdentifier(session)
    sessions.withLock { $0[identity] = nil }
  }
}
