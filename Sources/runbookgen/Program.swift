import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts the program.
///
/// An asynchronous `main` ends the first thread, which unwinds its stack: a static program sorts the
/// tables of all its functions for that, a tenth of the time that a check takes. Here the first thread
/// sleeps instead.
@main
enum Program {
  static func main() {
    Console.fillClosedStreams()
    Arguments.requireText()
    Signals.watch()
    Task.detached {
      await Runbookgen.main()
      Console.progress?.erase()
      exit(0)
    }
    // libdispatch blocks signals in all threads; they are handled in this one, as it does it itself.
    var none = sigset_t()
    sigemptyset(&none)
    while true { sigsuspend(&none) }
  }
}
