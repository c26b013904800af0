package import RunbookModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A publication under way, which holds the lock of its output folder. Files come one by one, from
/// any thread; what did not change is compared and not written. Until `commit` the old output stands
/// untouched, and whatever ends the session otherwise leaves nothing behind.
package final class PublishSession: OutputReceiver {
  private enum Phase { case open, committing, published, ending, ended }

  private struct State {
    var phase = Phase.open
    /// How many files are being taken at this moment.
    var running = 0
    var isInterrupted = false
  }

  let place: OutputPlace
  let comparison: OutputComparison
  let staging: StagingFolder
  private let lock: FileLock
  /// Folders above the output that this session made, innermost first.
  private let madeParents: [String]
  let spare: SpareOutput?
  let exchange: @Sendable (String, String) -> Int32?
  let onMessage: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Takes the lock, cleans up after killed builds and looks at the old output.
  init(
    _ writer: OutputWriter, onMessage: @escaping @Sendable (String) -> Void
  ) async throws(FileProblem) {
    var place = try OutputPlace(writer.folder, apartFrom: writer.sources)
    let madeParents = try Disk.makeFolders(place.parent, shown: place.shown)
    var lock: FileLock?
    do throws(FileProblem) {
      let held = try await FileLock.acquire(place.lock, shown: place.shown) {
        onMessage("another build is publishing to '\(place.shown)'; waiting for it")
      }
      lock = held
      for problem in try place.cleanUp() {
        onMessage("warning: \(problem.description); a build that ended early left it behind")
      }
      try place.requireOwnership()
      let place = place
      let undo: @Sendable () -> Void = {
        _ = Disk.remove(place.staging)
        held.release()
        for folder in madeParents { rmdir(folder) }
      }
      staging = try OpenSessions.begin(place.staging, undo: undo) { () throws(FileProblem) in
        try StagingFolder(at: place)
      }
      do throws(FileProblem) {
        comparison = try OutputComparison(place.path, shown: place.shown, modes: staging.modes)
      } catch {
        _ = Disk.remove(place.staging)
        OpenSessions.forget(place.staging)
        throw error
      }
      self.lock = held
    } catch {
      lock?.release()
      for folder in madeParents { rmdir(folder) }
      throw error
    }
    (self.place, self.madeParents, self.onMessage) = (place, madeParents, onMessage)
    exchange = writer.exchange
    spare = writer.spares.map { [place] in SpareOutput(in: $0, of: place.path) }
    OpenSessions.insert(self, staging: place.staging)
  }

  deinit { end() }

  /// Whether `commit` will throw, so that further work is in vain.
  package var hasFailed: Bool { comparison.hasFailed || isInterrupted }

  package var refusals: [OutputPathSet.Refusal] { comparison.refusals }

  package func holds(_ file: FileDigest, _ trust: OutputTrust) -> Bool {
    comparison.holds(file, trust)
  }

  package func addHeld(_ file: FileDigest) {
    guard enter() else { return }
    defer { state.withLock { $0.running -= 1 } }
    comparison.addHeld(file)
  }

  package func add(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    guard enter() else { return }
    defer { state.withLock { $0.running -= 1 } }
    let verdict = comparison.judge(path, bytes)
    write(path, bytes, verdict)
  }

  /// Publishes what was added as the whole content of the output folder, in one step. After an
  /// error the old output stands. Ends the session.
  package func commit() async throws(FileProblem) -> PublishSummary {
    let isOpen = state.withLock { state in
      guard state.phase == .open else { return false }
      state.phase = .committing
      return true
    }
    guard isOpen else { throw interruption }
    let summary: PublishSummary
    do throws(FileProblem) {
      summary = try await publish()
    } catch {
      end()
      throw error
    }
    end()
    return summary
  }

  /// Ends the session without publishing. Does nothing after the end.
  package func abort() { end() }

  /// Ends the session because the program is about to end: before the exchange everything is taken
  /// back, after it what is left of the old output is removed. Returns whether the new output stands.
  func interrupt() -> Bool {
    while true {
      let phase = state.withLock { state in
        state.isInterrupted = true
        return state.running == 0 ? state.phase : .ending
      }
      switch phase {
      case .open: end()
      case .ended: return isPublished.withLock { $0 }
      case .committing, .published, .ending: usleep(1000)
      }
    }
  }

  private let isPublished = Mutex(false)
  /// What the output holds since `commit`; nil before.
  private(set) var published: PublishedFiles? {
    get { publishedFiles.withLock { $0 } }
    set { publishedFiles.withLock { $0 = newValue } }
  }
  private let publishedFiles = Mutex<PublishedFiles?>(nil)
  var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

  private var interruption: FileProblem {
    FileProblem(path: place.shown, operation: "publish to", reason: "the build was interrupted")
  }

  private func enter() -> Bool {
    state.withLock { state in
      guard state.phase == .open, !state.isInterrupted else { return false }
      state.running += 1
      return true
    }
  }

  private func write(
    _ path: String, _ bytes: UnsafeRawBufferPointer, _ verdict: OutputComparison.Verdict
  ) {
    guard verdict == .missing || verdict == .different else { return }
    do throws(FileProblem) {
      try staging.write(path, bytes)
    } catch {
      comparison.fail(error)
    }
  }

  private func publish() async throws(FileProblem) -> PublishSummary {
    try place.requireNothingHidden(except: comparison.hiddenNames)
    let marker = comparison.judgeMarker()
    let difference = try comparison.difference()
    let alike = comparison.alike
    var summary = PublishSummary(difference)
    let isRootFit = try fitRoot(&summary)
    summary.modesChanged =
      alike.misfit.count + comparison.misfitFolderCount + (isRootFit ? 0 : 1)
    if difference.isEmpty && summary.modesChanged == 0 {
      published = PublishedFiles(alike, moved: [], written: [])
      return summary
    }
    OutputMarker.bytes.withUnsafeBytes { write(OutputMarker.name, $0, marker) }
    try comparison.requireSuccess()
    let (next, moved) = try await gather(alike, difference, isUsual: summary.modesChanged == 0)
    if isInterrupted { throw interruption }
    let isExchanged = try replace(with: next.path)
    isPublished.withLock { $0 = true }
    let isKept = isExchanged && spare?.keep(next.path) == true
    await removeOld(next.path, isKept: isKept)
    // Where the old output is removed, all its files lose a name.
    published = PublishedFiles(
      alike, moved: isKept ? moved : Set(alike.fit),
      written: difference.missing + difference.different)
    return summary
  }

  /// Gives the new folder the rights that somebody chose for the old one, and tells so. An old one
  /// whose rights go with those of its files has them from a umask, and nobody chose them.
  ///
  /// - Returns: whether the old folder, if there is one, may stay as it is.
  private func fitRoot(_ summary: inout PublishSummary) throws(FileProblem) -> Bool {
    guard let root = comparison.root, let old = root.rights(of: "."), old != staging.modes.folder
    else { return true }
    if let file = root.rights(of: OutputMarker.name), FileModes.areAlike(file: file, folder: old) {
      return false
    }
    staging.setMode(old | 0o700)
    summary.note =
      "note: '\(place.shown)' keeps its mode \(FileModes.text(old)); the umask would give it"
      + " \(FileModes.text(staging.modes.folder))"
    return true
  }

  /// Removes what must not stay, and gives the lock back; once.
  private func end() {
    let isMine = state.withLock { state in
      guard state.phase != .ending, state.phase != .ended else { return false }
      state.phase = .ending
      return true
    }
    guard isMine else { return }
    _ = Disk.remove(place.staging)
    _ = Disk.remove(place.reuse)
    lock.release()
    // Only those that stayed empty go.
    for folder in madeParents where rmdir(folder) != 0 { break }
    state.withLock { $0.phase = .ended }
    OpenSessions.remove(self)
  }
}
