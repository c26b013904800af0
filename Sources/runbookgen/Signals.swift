import RunbookBuild
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals that end the program: what was begun is taken back first, and a second signal ends it at
/// once.
enum Signals {
  private static let fatal = [SIGHUP, SIGINT, SIGTERM]
  private static let isEnding = Atomic(false)

  /// To be called before any other thread is there: they inherit which signals are blocked.
  static func watch() {
    // A reader that has seen enough (`| head`) must not kill a build that is publishing.
    signal(SIGPIPE, SIG_IGN)
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in fatal where !isIgnored(number) { sigaddset(&watched, number) }
    pthread_sigmask(SIG_BLOCK, &watched, nil)
    let memory = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    memory.initialize(to: watched)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let code = pthread_create(&thread, nil, Signals.wait, memory)
    // Without the thread, signals act as if nobody watched.
    if code != 0 { pthread_sigmask(SIG_UNBLOCK, &watched, nil) }
  }

  /// Keeps a command that was interrupted from reporting that as an error of its own.
  static func waitIfEnding() {
    while isEnding.load(ordering: .acquiring) { sleep(1) }
  }

  #if canImport(Glibc)
    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      { memory in Signals.waitForOne(memory) }
  #else
    private static let wait: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { memory in Signals.waitForOne(memory) }
  #endif

  private static func waitForOne(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let watched = memory?.assumingMemoryBound(to: sigset_t.self) else { return nil }
    var number: Int32 = 0
    while sigwait(watched, &number) != 0 {}
    isEnding.store(true, ordering: .releasing)
    pthread_sigmask(SIG_UNBLOCK, watched, nil)
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
