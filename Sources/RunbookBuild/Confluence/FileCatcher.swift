import RunbookModel
import RunbookRendering
import Synchronization

/// Takes one file of an output and lets the others go.
final class FileCatcher: OutputReceiver {
  private let path: String
  private let caught = Mutex<OutputFile?>(nil)

  init(path: String) { self.path = path }

  var file: OutputFile? { caught.withLock { $0 } }

  var hasFailed: Bool { false }

  var refusals: [OutputPathSet.Refusal] { [] }

  func add(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    guard path == self.path else { return }
    let file = OutputFile(path: path, bytes: Array(bytes))
    caught.withLock { $0 = file }
  }
}
