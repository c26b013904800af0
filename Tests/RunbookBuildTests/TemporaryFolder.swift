import RunbookBuild
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a test's own, which goes away with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/runbookgen-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    _ = shell("chmod -R u+rwx . ; rm -rf '\(path)'")
  }

  /// Runs a command inside the folder; returns its exit status.
  @discardableResult
  func shell(_ command: String) -> Int32 {
    system("cd '\(path)' && { \(command); } >shell.log 2>&1 && rm -f shell.log")
  }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to file: String) throws {
    shell("mkdir -p \"$(dirname '\(file)')\"")
    try Disk.replaceFile(path + "/" + file, with: Array(text.utf8))
  }

  /// Every path below the folder with what stands there, one a line.
  func listing(_ folder: String = ".") throws -> String {
    shell(
      "find \(folder) -mindepth 1 ! -name shell.log -printf '%P %y\\n' | sort > /tmp/list-$$ ; mv /tmp/list-$$ list.txt"
    )
    defer { unlink(path + "/list.txt") }
    return String(decoding: try Disk.read(path + "/list.txt"), as: UTF8.self)
  }

  func text(_ file: String) throws -> String {
    String(decoding: try Disk.read(path + "/" + file), as: UTF8.self)
  }

  /// Which file stands there and when it last changed, in nanoseconds.
  func stamp(_ file: String) throws -> [Int] {
    var status = stat()
    try #require(lstat(path + "/" + file, &status) == 0)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return [Int(status.st_ino), Int(time.tv_sec), Int(time.tv_nsec)]
  }
}
