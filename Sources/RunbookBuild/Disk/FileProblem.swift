#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that the disk, or the state of a folder, did not allow: what, where, why, what to do.
package struct FileProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the user would name it.
  package let path: String
  /// What was tried, as a verb: `read`, `publish to`.
  package let operation: String
  package let reason: String
  /// What the user can do; may be empty.
  package let advice: String

  package init(path: String, operation: String, reason: String, advice: String = "") {
    self.path = path
    self.operation = operation
    self.reason = reason
    self.advice = advice
  }

  /// One line for people.
  package var description: String {
    "cannot \(operation) '\(path)': \(reason)" + (advice.isEmpty ? "" : "; \(advice)")
  }

  /// The problem that a failed system call reported through `errno`.
  init(path: String, operation: String, code: Int32) {
    let (reason, advice) = Self.words(for: code)
    self.init(path: path, operation: operation, reason: reason, advice: advice)
  }

  /// A NUL would silently cut a path short when it is handed to the system.
  static func check(_ path: String, _ operation: String) throws(FileProblem) {
    guard path.utf8.contains(0) else { return }
    throw FileProblem(
      path: path, operation: operation, reason: "the path holds a NUL character",
      advice: "remove it")
  }

  static func words(for code: Int32) -> (reason: String, advice: String) {
    switch code {
    case ENOSPC: ("the disk is full", "free some space and try again")
    case EDQUOT: ("the disk quota is used up", "free some space and try again")
    case EACCES, EPERM: ("permission denied", "check its owner and mode, and those of its folder")
    case EROFS: ("the file system is read-only", "choose a folder that can be written")
    case ENOENT: ("it does not exist", "check the path")
    case ENOTDIR: ("a part of the path is not a folder", "check the path")
    case EISDIR: ("it is a folder", "check the path")
    case ELOOP: ("it is a symbolic link", "name the place that it points to")
    case ENAMETOOLONG: ("the name is too long", "shorten it")
    case EMFILE, ENFILE: ("too many files are open", "raise the limit with 'ulimit -n'")
    default: (String(cString: strerror(code)), "")
    }
  }
}
