import RunbookModel
import Synchronization

/// The texts of pages as they were read, so that a page is read once and all that is said of it is said of
/// one text. Of a large site those beyond a limit are read again, as memory must not grow with the text of
/// a site.
final class PageTexts: Sendable {
  private struct Kept {
    var files: [PagePath: SourceFile] = [:]
    var size = 0
  }

  /// Bytes of all that is kept.
  private static let limit = 4 << 20

  private let project: Project
  private let kept = Mutex(Kept())

  init(_ project: Project) { self.project = project }

  /// - Throws: what keeps the file from being read.
  func file(of page: PagePath) throws(FileProblem) -> SourceFile {
    if let file = kept.withLock({ $0.files[page] }) { return file }
    let file = try project.source(of: page)
    kept.withLock { kept in
      guard kept.size + file.bytes.count <= Self.limit, kept.files[page] == nil else { return }
      kept.files[page] = file
      kept.size += file.bytes.count
    }
    return file
  }
}
