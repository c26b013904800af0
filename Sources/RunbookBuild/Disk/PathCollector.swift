import RunbookModel
import Synchronization

/// Takes the files of an output for their paths alone.
final class PathCollector: OutputReceiver {
  private let paths = Mutex(OutputPathSet())

  func add(_ path: String, _: UnsafeRawBufferPointer) {
    paths.withLock { _ = $0.insert(path) }
  }

  /// For the path alone, any file is as good.
  func holds(_: FileDigest, _: OutputTrust) -> Bool { true }

  func addHeld(_ file: FileDigest) { paths.withLock { _ = $0.insert(file.path) } }

  var hasFailed: Bool { false }

  var refusals: [OutputPathSet.Refusal] { paths.withLock { $0.refusals } }
}
