import RunbookModel

/// A part of the program that takes bytes from anybody, and what mutations of its input are made of.
struct FuzzTarget: Sendable {
  let name: String
  let seeds: [[UInt8]]
  /// Pieces that mean something to the part; they are put in whole.
  let tokens: [String]
  /// Ends the process when the part misbehaves.
  let run: @Sendable ([UInt8]) async -> Void

  init(
    name: String, seeds: [[UInt8]], tokens: [String],
    run: @escaping @Sendable ([UInt8]) async -> Void
  ) {
    self.name = name
    self.seeds = seeds
    self.tokens = tokens
    self.run = run
  }

  /// Sorted.
  static let all = [
    ConfigTarget.target, FrontMatterTarget.target, MarkdownTarget.target, PowerShellTarget.target,
    ShellTarget.target,
  ]
}

/// Says what is wrong and ends the process as a crash does.
func require(_ condition: Bool, _ complaint: @autoclosure () -> String) {
  precondition(condition, complaint())
}

/// Every finding has to point into its file.
func require(_ diagnostics: [Diagnostic], pointInto file: SourceFile) {
  for diagnostic in diagnostics {
    for range in [diagnostic.range] + diagnostic.notes.map(\.range)
    where range.file == file.path {
      require(
        range.bytes.lowerBound <= range.bytes.upperBound
          && range.bytes.upperBound <= file.bytes.count,
        "\(diagnostic.id) points to \(range.bytes) of \(file.bytes.count) bytes")
    }
  }
}
