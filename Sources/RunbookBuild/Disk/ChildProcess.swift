#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Another program, run to its end.
package enum ChildProcess {
  package struct Outcome: Sendable {
    /// 128 and more for one that a signal ended.
    package let status: Int32
    /// What it wrote, on standard output and standard error.
    package let output: [UInt8]
  }

  /// What a program gets to read. It has to read the one to its end before the other, and both before it
  /// writes more than a pipe holds.
  package struct Input: Sendable {
    /// Its standard input.
    package let first: [UInt8]
    /// What it finds at `/dev/fd/3`.
    package let second: [UInt8]

    package init(first: [UInt8], second: [UInt8]) {
      (self.first, self.second) = (first, second)
    }
  }

  /// - Parameters:
  ///   - program: looked for in `PATH`.
  ///   - removed: variables that it does not get.
  ///   - input: nil for nothing to read.
  /// - Throws: when it cannot be started.
  package static func run(
    _ program: String, _ arguments: [String], without removed: [String],
    adding variables: [String: String], reading input: Input? = nil
  ) throws(FileProblem) -> Outcome {
    let pipes = try ProcessPipe.make(input == nil ? 1 : 3, for: program)
    let output = pipes[0]
    let inputs = Array(pipes.dropFirst())
    defer { close(output.reading) }
    let environment =
      ProcessEnvironment.variables { name in
        variables[String(name)] == nil && !removed.contains { $0 == name }
      } + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    // The place of the second input comes last: until then one of the others may have its number.
    let descriptors =
      [STDOUT_FILENO, STDERR_FILENO].map { (from: output.writing, to: $0) }
      + zip(inputs, [STDIN_FILENO, 3]).map { (from: $0.reading, to: $1) }
    let (code, child) = ProcessSpawn.start([program] + arguments, environment, descriptors)
    close(output.writing)
    for end in inputs { close(end.reading) }
    // One that does not read is one that ends, and then says why.
    for (end, bytes) in zip(inputs, [input?.first ?? [], input?.second ?? []]) {
      if code == 0 { _ = bytes.withUnsafeBytes { Disk.write($0, to: end.writing) } }
      close(end.writing)
    }
    guard code == 0 else {
      let (reason, _) = FileProblem.words(for: code)
      throw FileProblem(
        path: program, operation: "run", reason: reason,
        advice: code == ENOENT ? "install it, or do without what needs it" : "")
    }
    let written = everything(from: output.reading)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: written)
  }

  private static func everything(from descriptor: Int32) -> [UInt8] {
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { buffer in
      var bytes: [UInt8] = []
      while true {
        let count = Disk.read(descriptor, into: buffer)
        if count <= 0 { return bytes }
        bytes += buffer[..<count]
      }
    }
  }
}
