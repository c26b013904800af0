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
    let pipes = try pipes(input == nil ? 1 : 3, for: program)
    let output = pipes[0]
    let inputs = Array(pipes.dropFirst())
    defer { close(output.reading) }
    let (code, child) = start(
      program, [program] + arguments,
      ProcessEnvironment.variables { name in
        variables[String(name)] == nil && !removed.contains { $0 == name }
      }
        + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
      reading: inputs.map(\.reading), writingTo: output.writing)
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

  private struct Pipe {
    let reading: Int32
    let writing: Int32
  }

  private static func pipes(_ count: Int, for program: String) throws(FileProblem) -> [Pipe] {
    var pipes: [Pipe] = []
    for _ in 0..<count {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let code = errno
        for pipe in pipes { _ = (close(pipe.reading), close(pipe.writing)) }
        throw FileProblem(path: program, operation: "run", code: code)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(Pipe(reading: ends[0], writing: ends[1]))
    }
    return pipes
  }

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String], reading inputs: [Int32],
    writingTo descriptor: Int32
  ) -> (code: Int32, child: pid_t) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if inputs.isEmpty {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO)
    // The place of the second input comes last: until then one of the others may have its number.
    for (number, input) in zip([STDIN_FILENO, 3], inputs) {
      posix_spawn_file_actions_adddup2(&actions, input, number)
    }
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, &words, &variables)
    return (code, child)
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
