#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mask of the process, which takes rights from every new file and folder.
enum FileMask {
  static var current: mode_t {
    if let mask = ofProcess { return mask }
    // Elsewhere there is no way to ask for it but to set it, for a moment and for all threads.
    let mask = umask(0o077)
    umask(mask)
    return mask
  }

  /// As Linux tells it since 4.7: proc(5).
  private static var ofProcess: mode_t? {
    let file = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("Umask:") }.flatMap {
      mode_t($0.dropFirst(6).filter(\.isNumber), radix: 8)
    }
  }
}

/// The rights that new files and folders get at a place. The umask decides that, unless the folder has
/// a default list of its own or the file system knows no rights; so it is tried, not computed.
struct FileModes: Sendable, Equatable {
  /// The rights of owner, group and others.
  let file: mode_t
  let folder: mode_t

  static let rights: mode_t = 0o777

  /// What a folder that was made just now and a file that is made in it have.
  init(in folder: FolderHandle, shown: String) throws(FileProblem) {
    let probe = OutputMarker.name + "-probe"
    if let code = folder.create(probe, UnsafeRawBufferPointer(start: nil, count: 0)) {
      throw FileProblem(path: shown, operation: "publish to", code: code)
    }
    let modes = (folder.rights(of: probe), folder.rights(of: "."))
    _ = folder.remove(probe)
    guard case (let file?, let own?) = modes else {
      throw FileProblem(path: shown, operation: "publish to", code: EACCES)
    }
    (self.file, self.folder) = (file, own)
  }

  /// Whether a folder has the rights that go with those of a file in it, as one umask gives both: then
  /// nobody chose them by hand.
  static func areAlike(file: mode_t, folder: mode_t) -> Bool {
    folder & rights == (file | (file >> 2) & 0o111) & rights
  }

  /// As `chmod` takes them.
  static func text(_ mode: mode_t) -> String { String(mode & rights, radix: 8) }
}

extension FolderHandle {
  /// The rights of something in the folder; a link has none.
  func rights(of path: String) -> mode_t? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFLNK ? nil : status.st_mode & FileModes.rights
  }
}
