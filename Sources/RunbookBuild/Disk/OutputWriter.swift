/// What publishing did.
package struct PublishSummary: Sendable, Equatable {
  /// Paths of new and changed files, in path order.
  package let written: [String]
  /// How many files kept their bytes and their time of change.
  package let unchanged: Int
  /// Paths that were in the old output only, in path order.
  package let removed: [String]
  /// How many files and folders did not change but for their rights, which are now those that the
  /// umask gives.
  package var modesChanged = 0
  /// What is worth telling a person each time, as long as it is so.
  package var note: String?

  package init(written: [String], unchanged: Int, removed: [String]) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }

  init(_ difference: OutputDifference) {
    written = (difference.missing + difference.different).filter { $0 != OutputMarker.name }
      .sorted { $0.precedesByBytes($1) }
    unchanged = difference.unchanged
    removed = difference.surplus
  }

  /// How many files the output holds.
  package var fileCount: Int { written.count + unchanged }
}

/// Publishes files as the whole content of a folder, in one step: a reader sees all of the old
/// output or all of the new one, and after an error the old one stands untouched.
package struct OutputWriter: Sendable {
  let folder: String
  let sources: [String]
  /// The folder where former outputs wait to be made into the next ones; nil where none is kept.
  let spares: String?
  /// The system call, which a test replaces by one that fails as on a file system without it.
  package var exchange: @Sendable (String, String) -> Int32? = Disk.exchange

  /// `sources` are files and folders that the output must neither lie in nor contain.
  package init(folder: String, apartFrom sources: [String] = [], spares: String? = nil) {
    self.folder = folder
    self.sources = sources
    self.spares = spares
  }

  /// Begins to publish, as soon as no other build publishes to the folder. `onMessage` hears what is
  /// worth telling a person meanwhile: that another build is waited for, or that old files could not
  /// be removed.
  package func begin(onMessage: @escaping @Sendable (String) -> Void = { _ in })
    async throws(FileProblem) -> PublishSession
  {
    try await PublishSession(self, onMessage: onMessage)
  }
}
