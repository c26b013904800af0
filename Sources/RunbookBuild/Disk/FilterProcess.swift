import RunbookModel

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// A program that reads a text and writes another, held to a time and a size. It is the leader of a process
/// group of its own, so that what it started ends with it.
struct FilterProcess {
  /// In milliseconds.
  let time: Int
  /// In bytes, for each of standard output and standard error.
  let size: Int

  struct Outcome {
    enum End: Equatable {
      case exited(Int32)
      case signalled(Int32)
      case tookTooLong
      case wroteTooMuch
    }

    let end: End
    let output: [UInt8]
    let errors: [UInt8]
  }

  /// - Parameter program: looked for in `PATH` when it has no slash.
  /// - Throws: when it cannot be started.
  func run(_ program: String, _ arguments: [String], reading input: [UInt8]) throws(FileProblem)
    -> Outcome
  {
    let pipes = try Self.pipes(for: program)
    let (code, child) = Self.start(program, [program] + arguments, pipes)
    for pipe in pipes { close(pipe.theirs) }
    guard code == 0 else {
      for pipe in pipes { close(pipe.ours) }
      throw FileProblem(path: program, operation: "run", code: code)
    }
    var exchange = Exchange(input: input, pipes: pipes, deadline: Self.now + time, size: size)
    let isWhole = exchange.run()
    if !isWhole { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    // What it left behind.
    kill(-child, SIGKILL)
    let signal = status & 0x7F
    let end: Outcome.End =
      isWhole
      ? signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      : exchange.isTooMuch ? .wroteTooMuch : .tookTooLong
    return Outcome(end: end, output: exchange.written[0], errors: exchange.written[1])
  }

  // MARK: Start

  private struct Pipe {
    let ours: Int32
    let theirs: Int32
  }

  /// For standard input, standard output and standard error.
  private static func pipes(for program: String) throws(FileProblem) -> [Pipe] {
    var pipes: [Pipe] = []
    for number in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let code = errno
        for pipe in pipes { _ = (close(pipe.ours), close(pipe.theirs)) }
        throw FileProblem(path: program, operation: "run", code: code)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let isInput = number == 0
      pipes.append(Pipe(ours: ends[isInput ? 1 : 0], theirs: ends[isInput ? 0 : 1]))
      _ = fcntl(pipes[number].ours, F_SETFL, O_NONBLOCK)
    }
    return pipes
  }

  private static func start(_ program: String, _ words: [String], _ pipes: [Pipe]) -> (
    code: Int32, child: pid_t
  ) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    for (number, pipe) in pipes.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, pipe.theirs, Int32(number))
    }
    let environment = ProcessEnvironment.variables { !isSecret($0) }
    var words = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, &attributes, &words, &variables)
    return (code, child)
  }

  /// A program that draws needs no token of the pipeline that it runs in.
  static func isSecret(_ name: Substring) -> Bool {
    let name = name.uppercased()
    return [
      "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "PRIVATE_KEY", "API_KEY", "ACCESS_KEY",
    ]
    .contains(where: name.contains)
  }

  // MARK: Exchange

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Writes and reads at the same time, as neither side may wait for the other; closes our ends.
  private struct Exchange {
    let input: [UInt8]
    let deadline: Int
    let size: Int
    private var open: [pollfd]
    private var sent = 0
    private(set) var written: [[UInt8]] = [[], []]
    private(set) var isTooMuch = false

    init(input: [UInt8], pipes: [Pipe], deadline: Int, size: Int) {
      (self.input, self.deadline, self.size) = (input, deadline, size)
      open = zip(pipes, [POLLOUT, POLLIN, POLLIN]).map {
        pollfd(fd: $0.ours, events: Int16($1), revents: 0)
      }
    }

    /// - Returns: false when a limit was reached.
    mutating func run() -> Bool {
      defer { for index in open.indices { close(index) } }
      while open.contains(where: { $0.fd >= 0 }) {
        let left = deadline - FilterProcess.now
        guard left > 0 else { return false }
        let ready = poll(&open, nfds_t(open.count), Int32(min(left, Int(Int32.max))))
        if ready < 0 && errno != EINTR { return false }
        for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
          index == 0 ? send() : receive(index)
          if isTooMuch { return false }
        }
      }
      return true
    }

    private mutating func send() {
      let count = input.withUnsafeBytes { bytes in
        write(open[0].fd, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count > 0 { sent += count }
      // One that does not read to the end may still draw.
      let isStuck = count < 0 && errno != EAGAIN && errno != EINTR
      if isStuck || sent == input.count { close(0) }
    }

    private mutating func receive(_ index: Int) {
      withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { buffer in
        let count = read(open[index].fd, buffer.baseAddress, buffer.count)
        if count > 0 {
          written[index - 1] += buffer[..<count]
          isTooMuch = isTooMuch || written[index - 1].count > size
        } else if count == 0 || errno != EAGAIN && errno != EINTR {
          close(index)
        }
      }
    }

    private mutating func close(_ index: Int) {
      if open[index].fd >= 0 { _ = closeDescriptor(open[index].fd) }
      open[index].fd = -1
    }
  }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
