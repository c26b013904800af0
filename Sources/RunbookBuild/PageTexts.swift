import RunbookModel
import Synchronization

/// The texts of pages as they were read, so that a page is read once and all that is said of it is said of
/// one text. Of a large site those beyond a limit are read again, as memory must not grow with the text of
/// a site.
final class PageTexts: Sendable {
  private struct Kept {
    var files: [PagePath: SourceFile] = [:]
    /// What was read for its key only.
    var bytes: [PagePath: [UInt8]] = [:]
    var size = 0
    var keys: [PagePath: ContentKey] = [:]
    /// Pages of which another text was read later.
    var unsteady: Set<PagePath> = []
  }

  /// Bytes of all that is kept.
  private static let limit = 4 << 20

  private let project: Project
  /// What earlier builds read; nil where they left nothing, and where not all texts are on the disk.
  private let stamps: SourceStamps?
  private let kept = Mutex(Kept())

  init(_ project: Project, _ stamps: SourceStamps?) {
    self.project = project
    self.stamps = stamps
  }

  /// The key of a page's bytes, as they were when somebody first asked.
  ///
  /// - Throws: what keeps the file from being read.
  func key(of page: PagePath) throws(FileProblem) -> ContentKey {
    if let key = kept.withLock({ $0.keys[page] }) { return key }
    let file = project.place(of: page)
    let stamp = stamps.flatMap { _ in FileStamp(file) }
    if let stamp, let key = stamps?.key(of: file, stamp) {
      kept.withLock { $0.keys[page] = key }
      return key
    }
    let bytes = try project.bytes(of: page)
    let key = ContentKey(ofText: bytes)
    if let stamp { stamps?.keep(key, of: file, stamp) }
    kept.withLock { kept in
      kept.keys[page] = key
      guard kept.size + bytes.count <= Self.limit else { return }
      kept.bytes[page] = bytes
      kept.size += bytes.count
    }
    return key
  }

  /// The key of a page's bytes; nil where the file cannot be read, or was read with another text later.
  func knownKey(of page: PagePath) -> ContentKey? {
    _ = try? key(of: page)
    return steadyKey(of: page)
  }

  /// Whether every text of the page that was read has the key that was told.
  func isSteady(_ page: PagePath) -> Bool { kept.withLock { !$0.unsteady.contains(page) } }

  /// The key that was told of a page; nil where none was, or another text was read later.
  func steadyKey(of page: PagePath) -> ContentKey? {
    kept.withLock { $0.unsteady.contains(page) ? nil : $0.keys[page] }
  }

  /// - Throws: what keeps the file from being read.
  func file(of page: PagePath) throws(FileProblem) -> SourceFile {
    if let file = kept.withLock({ $0.files[page] }) { return file }
    let (known, key) = kept.withLock { ($0.bytes.removeValue(forKey: page), $0.keys[page]) }
    let bytes: [UInt8]
    if let known { bytes = known } else { bytes = try project.bytes(of: page) }
    let isSteady = known != nil || key == nil || key == ContentKey(ofText: bytes)
    let file = SourceFile(path: project.sourcePath(of: page), bytes: bytes)
    kept.withLock { kept in
      if !isSteady { kept.unsteady.insert(page) }
      if known != nil { kept.size -= bytes.count }
      guard kept.size + bytes.count <= Self.limit, kept.files[page] == nil else { return }
      kept.files[page] = file
      kept.size += bytes.count
    }
    return file
  }

  /// Lets go of the texts, once what is said of them is said. Whoever asks for one reads its file again.
  func forget() {
    kept.withLock { kept in
      (kept.files, kept.bytes, kept.size) = ([:], [:], 0)
    }
  }

  /// Keeps the stamps of what was read.
  func finish() {
    let unsteady = kept.withLock { $0.unsteady }
    stamps?.finish(without: unsteady.map(project.place))
  }
}
