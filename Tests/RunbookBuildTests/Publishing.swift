import RunbookBuild
import RunbookRendering

extension OutputWriter {
  /// Publishes a whole list of files.
  func publish(
    _ files: [OutputFile], onMessage: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(FileProblem) -> PublishSummary {
    let session = try await begin(onMessage: onMessage)
    _ = await Parallel.map(files) { session.add($0) }
    return try await session.commit()
  }
}

extension OutputComparison {
  /// Compares a folder with a whole list of files.
  static func compare(_ files: [OutputFile], with folder: String) throws(FileProblem)
    -> OutputDifference
  {
    let comparison = try OutputComparison(folder)
    for file in files { comparison.add(file) }
    return try comparison.finish()
  }
}
