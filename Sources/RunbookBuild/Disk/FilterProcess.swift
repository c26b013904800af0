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

  /// - Parameters:
  ///   - program: looked for in `PATH` when it has no slash.
  ///   - variables: set besides those of this process, or in their place.
  ///   - folder: where it runs; nil for the folder of this process.
  /// - Throws: when it cannot be started.
  func run(
    _ program: String, _ arguments: [String], reading input: [UInt8],
    adding variables: [String: String] = [:], in folder: String? = nil
  ) throws(FileProblem) -> Outcome {
    let pipes = try ProcessPipe.make(3, for: program)
    let ours = [pipes[0].writing, pipes[1].reading, pipes[2].reading]
    let theirs = [pipes[0].reading, pipes[1].writing, pipes[2].writing]
    for end in ours { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let (code, child) = ProcessSpawn.start(
      [program] + arguments,
      ProcessEnvironment.variables { !Self.isSecret($0) && variables[String($0)] == nil }
        + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
      zip(theirs, [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]).map { (from: $0, to: $1) },
      leadsGroup: true, folder: folder)
    for end in theirs { close(end) }
    guard code == 0 else {
      for end in ours { close(end) }
      throw FileProblem(path: program, operation: "run", code: code)
    }
    let deadline = Self.now + time
    var exchange = Exchange(input: input, ends: ours, deadline: deadline, size: size)
    // One that has closed its output may go on all the same.
    let isWhole = exchange.run() && Self.hasEnded(child, by: deadline)
    // With what it started. Until it is waited for, nobody else gets its number.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    let end: Outcome.End =
      isWhole
      ? signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      : exchange.isTooMuch ? .wroteTooMuch : .tookTooLong
    return Outcome(end: end, output: exchange.written[0], errors: exchange.written[1])
  }

  /// A program that draws needs no token of the pipeline that it runs in.
  static func isSecret(_ name: Substring) -> Bool {
    let name = name.uppercased()
    return [
      "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "PRIVATE_KEY", "API_KEY", "ACCESS_KEY",
    ]
    .contains(where: name.contains)
  }

  /// Waits for the end of a program, and leaves its status to who asks for it.
  private static func hasEnded(_ child: pid_t, by deadline: Int) -> Bool {
    while true {
      var information = siginfo_t()
      let result = waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT | WNOHANG)
      if result == 0 && information.si_signo != 0 { return true }
      if result < 0 && errno != EINTR { return true }
      guard now < deadline else { return false }
      usleep(1000)
    }
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

    init(input: [UInt8], ends: [Int32], deadline: Int, size: Int) {
      (self.input, self.deadline, self.size) = (input, deadline, size)
      open = zip(ends, [POLLOUT, POLLIN, POLLIN]).map {
        pollfd(fd: $0, events: Int16($1), revents: 0)
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
