#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Everything below a folder, links unfollowed, in the order of the path bytes.
struct FolderWalk {
  struct Entry {
    /// Relative to the folder; bytes that are not text show as replacement characters.
    let path: String
    let kind: Disk.Kind
    let hasReadableName: Bool
  }

  /// Files and special files.
  let entries: [Entry]
  /// Folders that hold nothing, not even a folder.
  let emptyFolders: [String]

  init(_ folder: String, includesHidden: Bool) throws(FileProblem) {
    var entries: [Entry] = []
    var emptyFolders: [String] = []
    var pending = [""]
    while let parent = pending.popLast() {
      let shown = parent.isEmpty ? folder : folder + "/" + parent
      let names = try Disk.names(in: shown)
      if names.isEmpty && !parent.isEmpty { emptyFolders.append(parent) }
      for name in names where includesHidden || name.first != UInt8(ascii: ".") {
        let text = String(decoding: name, as: UTF8.self)
        let path = parent.isEmpty ? text : parent + "/" + text
        guard Array(text.utf8) == name else {
          entries.append(Entry(path: path, kind: .file, hasReadableName: false))
          continue
        }
        // A name can vanish between listing and looking; then it is as if it had never been there.
        guard let kind = try Disk.kind(of: folder + "/" + path) else { continue }
        if kind == .folder {
          pending.append(path)
        } else {
          entries.append(Entry(path: path, kind: kind, hasReadableName: true))
        }
      }
    }
    self.entries = entries.sorted { $0.path.precedesByBytes($1.path) }
    self.emptyFolders = emptyFolders.sorted { $0.precedesByBytes($1) }
  }
}

extension String {
  /// An order that depends on no locale and no Unicode version.
  func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Disk {
  /// The names in a folder as raw bytes, without `.` and `..`, in no order.
  static func names(in folder: String) throws(FileProblem) -> [[UInt8]] {
    try FileProblem.check(folder, "list")
    switch names(in: Array(folder.utf8CString)) {
    case .success(let names): return names
    case .failure(let failure):
      // `O_NOFOLLOW | O_DIRECTORY` answers ENOTDIR for a link; ELOOP has the truer words.
      let isLink = failure.code == ENOTDIR && (try? kind(of: folder)) == .link
      throw FileProblem(path: folder, operation: "list", code: isLink ? ELOOP : failure.code)
    }
  }

  struct SystemError: Error {
    let code: Int32
  }

  /// The same for a path that need not be text.
  static func names(in folder: [CChar]) -> Result<[[UInt8]], SystemError> {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      return .failure(SystemError(code: code))
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      // The record is as long as its name; copying the whole `dirent` would read beyond it.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      let name = UnsafeRawBufferPointer(start: start, count: strlen(start))
      if !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8) {
        names.append([UInt8](name))
      }
      errno = 0
    }
    return errno == 0 ? .success(names) : .failure(SystemError(code: errno))
  }
}
