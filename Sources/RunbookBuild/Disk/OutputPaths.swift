import RunbookModel

extension FileProblem {
  /// A file of the output that cannot be published.
  init(_ refusal: OutputPathSet.Refusal) {
    self.init(
      path: refusal.path, operation: "publish", reason: refusal.reason,
      advice: "rename the page or file that it comes from")
  }
}

/// The file that says that a folder is an output folder, and may be replaced.
enum OutputMarker {
  static let name = OutputPathSet.markerName
  static let bytes = Array("runbookgen output; do not edit\n".utf8)

  /// A later version may say more, so the beginning decides.
  static func isMarker(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "runbookgen output".utf8) }
}
