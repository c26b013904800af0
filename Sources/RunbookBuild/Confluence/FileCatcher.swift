import RunbookModel
import RunbookRendering
import Synchronization

/// Takes some files of an output and lets the others go.
final class FileCatcher: OutputReceiver {
  private let isWanted: @Sendable (String) -> Bool
  private let caught = Mutex<[String: OutputFile]>([:])

  /// - Parameter isWanted: whether the file at a path is one of them.
  init(isWanted: @escaping @Sendable (String) -> Bool) { self.isWanted = isWanted }

  /// The files by their paths.
  var files: [String: OutputFile] { caught.withLock { $0 } }

  var hasFailed: Bool { false }

  var refusals: [OutputPathSet.Refusal] { [] }

  func holds(_ file: FileDigest, _: OutputTrust) -> Bool { !isWanted(file.path) }

  func addHeld(_: FileDigest) {}

  func add(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    guard isWanted(path) else { return }
    let file = OutputFile(path: path, bytes: Array(bytes))
    caught.withLock { $0[path] = file }
  }
}
