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
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      let read = Disk.read(STDIN_FILENO, into: UnsafeMutableRawBufferPointer(buffer))
      if read < 0 { failure = errno }
      count = max(0, read)
    }
    if let failure {
      throw FileProblem(path: "standard input", operation: "read", code: failure)
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// Whether a read would not wait.
  package static var hasInput: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  /// - Throws: what keeps the output from being written; nobody may be there to read it.
  package static func write(_ bytes: [UInt8]) throws(FileProblem) {
    if let failure = bytes.withUnsafeBytes({ Disk.write($0, to: STDOUT_FILENO) }) {
      throw FileProblem(path: "standard output", operation: "write", code: failure)
    }
  }
}
