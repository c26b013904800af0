import RunbookBuild
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals that end the program: what was begun is taken back first, and a second signal ends it at
/// once.
///
/// A handler may do next to nothing, so it sends the signal's number through a pipe to a thread that
/// may do all. Blocking the signals and waiting for them would be simpler, but a program whose main
/// thread is given to Dispatch has a thread that lets every signal through.
enum Signals {
  private static let fatal = [SIGHUP, SIGINT, SIGTERM]
  private static let isEnding = Atomic(false)
  private static let pipe = makePipe()

  static func watch() {
    // A reader that has seen enough (`| head`) must not kill a build that is publishing.
    signal(SIGPIPE, SIG_IGN)
    guard pipe.reading >= 0 else { return }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    // Without the thread, signals act as if nobody watched.
    guard pthread_create(&thread, nil, Signals.wait, nil) == 0 else { return }
    for number in fatal where !isIgnored(number) { signal(number, Signals.handle) }
  }

  /// Keeps a command that was interrupted from reporting that as an error of its own.
  static func waitIfEnding() {
    while isEnding.load(ordering: .acquiring) { sleep(1) }
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    let code = errno
    isEnding.store(true, ordering: .releasing)
    signal(number, SIG_DFL)
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(pipe.writing, &byte, 1)
    errno = code
  }

  #if canImport(Glibc)
    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      { _ in Signals.waitForOne() }
  #else
    private static let wait: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { _ in Signals.waitForOne() }
  #endif

  private static func waitForOne() -> Never {
    var byte: UInt8 = 0
    while read(pipe.reading, &byte, 1) != 1 {}
    let number = Int32(byte)
    OpenSessions.interrupt { isPublished in
      switch isPublished {
      case nil: Console.say("interrupted")
      case false?: Console.say("interrupted; the published output was not changed")
      case true?: Console.say("interrupted; the new output had been published")
      }
      // A shell wants to see that a signal ended the program, not merely the number.
      kill(getpid(), number)
      // The first process of a container does not die of a signal.
      _exit(128 + number)
    }
  }

  private static func makePipe() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      guard Glibc.pipe(&ends) == 0 else { return (-1, -1) }
    #else
      guard Darwin.pipe(&ends) == 0 else { return (-1, -1) }
    #endif
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Whether whoever started the program wants a signal to be ignored, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    let old = signal(number, SIG_DFL)
    guard unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else {
      return false
    }
    signal(number, SIG_IGN)
    return true
  }
}
