import ArgumentParser
import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends.
enum Exit {
  /// Errors were found in the user's files, or the output is stale.
  static let findings = ExitCode(1)
  /// A file could not be read or written (`EX_IOERR` of sysexits.h).
  static let files = ExitCode(74)
}

/// The two streams: results for programs on standard output, words for people on standard error.
enum Console {
  /// Puts something that cannot be written to in the place of standard streams that are closed, or
  /// the next file that is opened would take the place, and messages would be written into it.
  static func fillClosedStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Nil where nobody watches: in a file, a pipe or a pipeline, or on a terminal that cannot erase a line.
  static let progress: ProgressLine? = {
    let surroundings = Surroundings.process
    guard surroundings.isTerminal, surroundings.variable("TERM") ?? "dumb" != "dumb",
      surroundings.variable("CI") == nil
    else { return nil }
    let start = ContinuousClock.now
    return ProgressLine {
      ContinuousClock.now - start
    } show: { text in
      _ = write(text, to: STDERR_FILENO)
    }
  }()

  /// Writes a result. A reader that went away is no error; a full disk is.
  static func result(_ text: String) throws {
    progress?.erase()
    guard let code = write(text, to: STDOUT_FILENO), code != EPIPE else { return }
    say("error: cannot write to the standard output: \(String(cString: strerror(code)))")
    throw Exit.files
  }

  /// Tells a person something, as one line.
  static func say(_ line: String) {
    progress?.erase()
    _ = write(line + "\n", to: STDERR_FILENO)
  }

  /// Shows a person a text as it is.
  static func show(_ text: String) {
    progress?.erase()
    _ = write(text, to: STDERR_FILENO)
  }

  /// Runs a step that may fail because of the disk; says why, and ends with the status for that.
  ///
  /// - Parameter document: what programs get to read in place of the result; nil for nothing.
  static func reportingProblems<Value>(
    as document: (FileProblem) -> String? = { _ in nil },
    _ body: () async throws(FileProblem) -> Value
  ) async throws -> Value {
    do throws(FileProblem) {
      return try await body()
    } catch {
      Signals.waitIfEnding()
      if let text = document(error) { try result(text) }
      throw end(error)
    }
  }

  /// Says what went wrong, and returns the status for that.
  static func end(_ problem: FileProblem) -> ExitCode {
    say("error: " + TerminalText.escaped(problem.description))
    return Exit.files
  }

  private static func write(_ text: String, to stream: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      #else
        let count = rest.withUnsafeBytes { Darwin.write(stream, $0.baseAddress, $0.count) }
      #endif
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
