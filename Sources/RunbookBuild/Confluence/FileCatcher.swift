import RunbookRendering
import Synchronization

/// Takes one file of an output and lets the others go.
final class FileCatcher: OutputReceiver {
  private let path: String
  private let caught = Mutex<OutputFile?>(nil)

  init(path: String) { self.path = path }

  var file: OutputFile? { caught.withLock { $0 } }

  var hasFailed: Bool { false }

  func add(_ file: OutputFile) {
    if file.path == path { caught.withLock { $0 = file } }
  }
}
