import RunbookModel
import Synchronization

/// Takes the files of an output for their paths alone.
final class PathCollector: OutputReceiver {
  private let paths = Mutex(OutputPathSet())

  func add(_ path: String, _: UnsafeRawBufferPointer) {
    paths.withLock { _ = $0.insert(path) }
  }

  var hasFailed: Bool { false }

  var refusals: [OutputPathSet.Refusal] { paths.withLock { $0.refusals } }
}
