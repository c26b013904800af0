#if canImport(Glibc)
  private import CLinux
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives a file that belongs to the user other content, and changes nothing else about it: mode, owner,
/// other names (hard links) and extended attributes stay.
///
/// A sibling that takes the name in one step is safest, and is used where it can be made the same in
/// everything else. Otherwise the file is written in place, after its old content was put beside it: a
/// program that is killed meanwhile loses nothing.
package struct FileRewrite {
  private let path: String
  private let descriptor: Int32
  private let status: stat
  private let old: [UInt8]
  private let new: [UInt8]

  /// - Parameter old: what the file holds, as it was read.
  package static func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) throws(FileProblem)
  {
    try OpenSessions.uninterrupted { () throws(FileProblem) in
      let rewrite = try FileRewrite(path, old, new)
      defer { close(rewrite.descriptor) }
      if try rewrite.byExchange() { return }
      try rewrite.inPlace()
    }
  }

  /// Files in a folder that hold what other files were before a program was killed that wrote those.
  package static func leftovers(in folder: String) -> [String] {
    let walk = try? FolderWalk(folder, hidden: .all, requiresAll: false)
    return (walk?.entries ?? []).map(\.path).filter { path in
      path.hasSuffix(oldSuffix) && (path.split(separator: "/").last?.hasPrefix(".") ?? false)
    }
  }

  private init(_ path: String, _ old: [UInt8], _ new: [UInt8]) throws(FileProblem) {
    guard access(path, W_OK) == 0 else { throw Self.problem(path, errno) }
    descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.problem(path, code)
    }
    (self.path, self.status, self.old, self.new) = (path, status, old, new)
  }

  // MARK: By exchange

  /// - Returns: false, with nothing done, when the sibling would differ in more than the content.
  private func byExchange() throws(FileProblem) -> Bool {
    guard status.st_nlink == 1, !hasAttributes else { return false }
    let sibling = sibling(Self.newSuffix)
    _ = unlink(sibling)
    let file = open(sibling, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isSame =
      fchown(file, status.st_uid, status.st_gid) == 0
      && fchmod(file, status.st_mode & 0o7777) == 0
    var failure = isSame ? new.withUnsafeBytes { Disk.write($0, to: file) } : nil
    if isSame && failure == nil && fsync(file) != 0 { failure = errno }
    if close(file) != 0 && failure == nil { failure = errno }
    if isSame && failure == nil { failure = Disk.move(sibling, to: path) }
    if !isSame || failure != nil { _ = unlink(sibling) }
    if let failure { throw Self.problem(path, failure) }
    if isSame { syncFolder() }
    return isSame
  }

  /// Whether the file has attributes that a new one would not get by itself.
  private var hasAttributes: Bool {
    #if canImport(Glibc)
      let size = attribute_names(descriptor, nil, 0)
      guard size > 0 else { return false }
      var names = [CChar](repeating: 0, count: size)
      let count = attribute_names(descriptor, &names, size)
      // A new file in the same folder gets the same label.
      let label = Array("security.selinux".utf8CString.dropLast())
      return count < 0
        || names[..<count].split(separator: 0).contains { !$0.elementsEqual(label) }
    #else
      return flistxattr(descriptor, nil, 0, 0) > 0
    #endif
  }

  // MARK: In place

  private func inPlace() throws(FileProblem) {
    let backup = sibling(Self.oldSuffix)
    try keep(at: backup)
    syncFolder()
    if let code = write(new, longestCount: max(old.count, new.count)) {
      // The room that the old content needs was never given away.
      guard write(old, longestCount: old.count) == nil else {
        let (reason, _) = FileProblem.words(for: code)
        throw FileProblem(
          path: path, operation: "write", reason: reason, advice: "what it was is in '\(backup)'")
      }
      _ = unlink(backup)
      throw Self.problem(path, code)
    }
    _ = unlink(backup)
    syncFolder()
  }

  private func keep(at backup: String) throws(FileProblem) {
    let file = open(backup, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST {
        throw FileProblem(
          path: path, operation: "write",
          reason: "'\(backup)' holds what it was before a run that was killed",
          advice: "put that back, or remove it if the file is whole")
      }
      throw FileProblem(
        path: path, operation: "write",
        reason: "no copy of it can be kept beside it meanwhile "
          + "(\(FileProblem.words(for: errno).reason))",
        advice: "check the owner and mode of its folder")
    }
    var failure = old.withUnsafeBytes { Disk.write($0, to: file) }
    if failure == nil && fsync(file) != 0 { failure = errno }
    if close(file) != 0 && failure == nil { failure = errno }
    guard let failure else { return }
    _ = unlink(backup)
    throw Self.problem(path, failure)
  }

  /// Room is taken first, so that a full disk is noticed before anything is lost.
  private func write(_ bytes: [UInt8], longestCount: Int) -> Int32? {
    #if canImport(Glibc)
      let code = posix_fallocate(descriptor, 0, off_t(max(longestCount, 1)))
      if [ENOSPC, EDQUOT, EFBIG].contains(code) { return code }
    #endif
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return errno }
    if let code = bytes.withUnsafeBytes({ Disk.write($0, to: descriptor) }) { return code }
    return ftruncate(descriptor, off_t(bytes.count)) == 0 && fsync(descriptor) == 0 ? nil : errno
  }

  // MARK: Names

  private static let newSuffix = ".runbookgen-new"
  private static let oldSuffix = ".runbookgen-old"

  /// Hidden, so that no build takes it for a part of the site.
  private func sibling(_ suffix: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return path.dropLast(name.count) + "." + name + suffix
  }

  private func syncFolder() {
    let folder = path.deletingLastComponent
    let handle = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    FileProblem(path: path, operation: "write", code: code)
  }
}
