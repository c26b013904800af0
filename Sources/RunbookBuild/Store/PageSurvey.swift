import RunbookChecks
import RunbookModel

/// What is known of a page before bodies are read.
struct PageSurvey: Sendable {
  let summary: PageSummary
  let diagnostics: [Diagnostic]
  /// The key of what it shows to others; nil where nothing is kept.
  let face: ContentKey?

  init(_ summary: PageSummary, _ diagnostics: [Diagnostic], face: ContentKey?) {
    (self.summary, self.diagnostics, self.face) = (summary, diagnostics, face)
  }

  func write(to record: inout RecordWriter) {
    record.file = summary.sourcePath
    record.put(face)
    summary.write(to: &record)
    record.put(diagnostics)
  }

  /// - Throws: `RecordDamage` where the bytes hold no survey.
  init(
    from record: inout RecordReader, at path: PagePath, in file: String
  ) throws(RecordDamage) {
    record.file = file
    face = try record.take()
    summary = try PageSummary(from: &record, at: path, in: file)
    diagnostics = try record.take()
  }
}

extension ContentKey {
  /// Of what a page shows to others before bodies are read: its names, its front matter as it is written, and
  /// its title, wherever that comes from.
  static func face(
    of page: PageSummary, _ frontMatter: FrontMatter?, in file: SourceFile
  ) -> ContentKey {
    var record = RecordWriter()
    record.put(page.path)
    record.text(page.sourcePath)
    if let range = frontMatter?.range {
      record.put(range)
      record.blob(Array(file.bytes[range]))
    }
    record.text(page.metadata.title.value)
    record.put(page.metadata.title.range)
    return ContentKey(record)
  }
}
