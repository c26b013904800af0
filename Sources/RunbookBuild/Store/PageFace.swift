import RunbookChecks
import RunbookModel

/// What a page shows to others before their bodies are read, and its text, as keys.
struct PageFace: Sendable {
  let path: PagePath
  /// Its names, its front matter as it is written, and its title, wherever that comes from.
  let face: ContentKey
  let text: ContentKey

  init(_ page: PageSummary, _ frontMatter: FrontMatter?, in file: SourceFile) {
    path = page.path
    text = ContentKey(ofText: file.bytes)
    var record = RecordWriter()
    record.put(page.path)
    record.text(page.sourcePath)
    if let range = frontMatter?.range {
      record.put(range)
      record.blob(Array(file.bytes[range]))
    }
    record.text(page.metadata.title.value)
    record.put(page.metadata.title.range)
    face = ContentKey(record)
  }
}
