package import RunbookModel

/// What a run found and did.
package struct BuildReport: Sendable {
  /// Sorted.
  package var diagnostics: [Diagnostic]
  /// The files that diagnostics and notes speak of, by path.
  package let sources: [String: SourceFile]
  package var pageCount: Int
  /// Nil when nothing was published, because of errors or because nobody asked.
  package var published: PublishSummary?
  /// Why nothing was published, although there was no error.
  package var problem: FileProblem?
  /// Where it was published, and every file and folder that it was made from; nil where that cannot
  /// be told.
  var output: NamedPlace?
  var places: [NamedPlace]?
  /// How the output folder differs from what it should be; nil when that was not asked.
  package var difference: OutputDifference?

  package init(
    diagnostics: [Diagnostic], sources: [String: SourceFile], pageCount: Int,
    published: PublishSummary? = nil, difference: OutputDifference? = nil
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.pageCount = pageCount
    self.published = published
    self.difference = difference
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
