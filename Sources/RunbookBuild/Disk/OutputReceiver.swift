package import RunbookModel
package import RunbookRendering

/// What takes the files of an output, one by one, from any thread.
package protocol OutputReceiver: Sendable {
  /// Takes a file. A failure is remembered and thrown at the end; then nothing more is done.
  func add(_ path: String, _ bytes: UnsafeRawBufferPointer)

  /// Whether a file lies in the output already, as it would be added: then it need not be made.
  func holds(_ file: FileDigest, _ trust: OutputTrust) -> Bool

  /// Takes a file that it holds.
  func addHeld(_ file: FileDigest)

  /// Whether something has failed, so that further work is in vain.
  var hasFailed: Bool { get }

  /// Paths that were refused, so that nothing can be published.
  var refusals: [OutputPathSet.Refusal] { get }
}

extension OutputReceiver {
  package func add(_ path: String, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add(path, $0) }
  }

  package func add(_ file: OutputFile) { add(file.path, file.bytes) }
}
