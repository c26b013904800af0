package import RunbookModel

/// How much of what was found is known, by the baseline or from an earlier state of the site.
package struct KnownFindings: Sendable, Equatable {
  /// How many findings were left out.
  package var leftOut: Int
  /// How many entries of the baseline were not found any more; nil where not everything was reported.
  package var gone: Int?
}

/// What a run found and did.
package struct BuildReport: Sendable {
  /// Sorted.
  package var diagnostics: [Diagnostic]
  /// The files that diagnostics and notes speak of, by path.
  package let sources: [String: SourceFile]
  package var pageCount: Int
  /// The files of all pages that were reported on.
  package var pages: [String] = []
  /// What people should know of what was made, one line each.
  package var remarks: [String] = []
  /// Nil when nothing was published, because of errors or because nobody asked.
  package var published: PublishSummary?
  /// Why nothing was published, although there was no error.
  package var problem: FileProblem?
  /// Where it was published, and every file and folder that it was made from; nil where that cannot
  /// be told.
  var output: NamedPlace?
  var places: [NamedPlace]?
  /// What was published; nil where nothing was.
  var files: PublishedFiles?
  /// Keeps the stamps of what was published.
  var stamps: OutputStamps?
  /// What was left out because it is known; nil where nothing is.
  package var known: KnownFindings?
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
