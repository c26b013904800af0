#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Listing folders.
extension Disk {
  struct FolderEntry {
    let bytes: [UInt8]
    /// Nil where the file system does not tell.
    let kind: Kind?
  }

  /// What a folder holds, without `.` and `..`, in no order.
  static func entries(in folder: String) throws(FileProblem) -> [FolderEntry] {
    try FileProblem.check(folder, "list")
    switch entries(in: Array(folder.utf8CString)) {
    case .success(let entries): return entries
    case .failure(let failure):
      // `O_NOFOLLOW | O_DIRECTORY` answers ENOTDIR for a link; ELOOP has the truer words.
      let isLink = failure.code == ENOTDIR && (try? kind(of: folder)) == .link
      throw FileProblem(path: folder, operation: "list", code: isLink ? ELOOP : failure.code)
    }
  }

  /// The names in a folder, as text for people.
  package static func names(in folder: String) throws(FileProblem) -> [String] {
    try entries(in: folder).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  struct SystemError: Error {
    let code: Int32
  }

  /// The same for a path that need not be text.
  static func entries(in folder: [CChar]) -> Result<[FolderEntry], SystemError> {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      return .failure(SystemError(code: code))
    }
    defer { closedir(stream) }
    // A record is as long as its name; copying the whole `dirent` would read beyond it.
    let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let typeOffset = MemoryLayout<dirent>.offset(of: \.d_type) ?? 0
    var entries: [FolderEntry] = []
    errno = 0
    while let record = readdir(stream).map(UnsafeRawPointer.init) {
      let start = (record + nameOffset).assumingMemoryBound(to: CChar.self)
      let name = UnsafeRawBufferPointer(start: start, count: strlen(start))
      if !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8) {
        let kind = kind(ofRecord: record.load(fromByteOffset: typeOffset, as: UInt8.self))
        entries.append(FolderEntry(bytes: [UInt8](name), kind: kind))
      }
      errno = 0
    }
    return errno == 0 ? .success(entries) : .failure(SystemError(code: errno))
  }

  /// The kind by the type that a folder's record gives; nil for "unknown".
  private static func kind(ofRecord type: UInt8) -> Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .pipe
    case Int(DT_SOCK): .socket
    case Int(DT_CHR), Int(DT_BLK): .device
    default: nil
    }
  }
}
