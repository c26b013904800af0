#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Another program, run to its end.
enum ChildProcess {
  struct Outcome {
    /// 128 and more for one that a signal ended.
    let status: Int32
    /// What it wrote, on standard output and standard error.
    let output: [UInt8]
  }

  /// - Parameters:
  ///   - program: looked for in `PATH`.
  ///   - without: variables that it does not get.
  /// - Throws: when it cannot be started.
  static func run(
    _ program: String, _ arguments: [String], without removed: [String],
    adding variables: [String: String]
  ) throws(FileProblem) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw FileProblem(path: program, operation: "run", code: errno)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (code, child) = start(
      program, [program] + arguments,
      environment(without: removed + variables.keys)
        + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
      writingTo: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard code == 0 else {
      let (reason, _) = FileProblem.words(for: code)
      throw FileProblem(
        path: program, operation: "run", reason: reason,
        advice: code == ENOENT ? "install it, or do without what needs it" : "")
    }
    let output = everything(from: ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: output)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String], writingTo descriptor: Int32
  ) -> (code: Int32, child: pid_t) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO)
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, &words, &variables)
    return (code, child)
  }

  /// The variables of this process, as `NAME=value`.
  private static func environment(without removed: [String]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !removed.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
      next += 1
    }
    return variables
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
