#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input and output as another program holds them that talks with this one.
package enum StandardPipe {
  /// Waits for input.
  ///
  /// - Returns: what has come; nil at its end.
  /// - Throws: what keeps it from being read.
  package static func read() throws(FileProblem) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes {
        systemRead(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 { return Array(buffer[..<count]) }
      if count == 0 { return nil }
      guard errno == EINTR else {
        throw FileProblem(path: "standard input", operation: "read", code: errno)
      }
    }
  }

  /// Whether a read would not wait.
  package static var hasInput: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  /// - Throws: what keeps the output from being written; nobody may be there to read it.
  package static func write(_ bytes: [UInt8]) throws(FileProblem) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        systemWrite(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw FileProblem(path: "standard output", operation: "write", code: errno)
      }
    }
  }
}

private func systemRead(_ file: Int32, _ place: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.read(file, place, count)
  #else
    Darwin.read(file, place, count)
  #endif
}

private func systemWrite(_ file: Int32, _ place: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(file, place, count)
  #else
    Darwin.write(file, place, count)
  #endif
}
