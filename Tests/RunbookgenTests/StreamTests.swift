import Foundation
import Testing

/// Standard streams that are closed, or whose reader has gone.
@Suite struct StreamTests {
  private func withSite(_ body: (ManyFilesSite) throws -> Void) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    try body(ManyFilesSite(scratch, version: "one", fileCount: 3))
  }

  /// Runs a shell script in which `"$@"` is the program; returns its status.
  private func shell(_ script: String, _ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", Tool.program.path] + arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }

  /// The pipe has no reader from the start, and the signal acts as in a shell.
  @Test(arguments: [["check", "--format", "json"], ["rules"], ["--help"], ["build"]])
  func aReaderThatWentAwayIsNoError(_ arguments: [String]) throws {
    try withSite { site in
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["--default-signal=PIPE", Tool.program.path] + arguments
      process.currentDirectoryURL = site.folder
      process.standardOutput = pipe.fileHandleForWriting
      process.standardError = pipe.fileHandleForWriting
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func aResultThatCannotBeWrittenIsAnError() throws {
    try withSite { site in
      let check = ["check", "--format", "json"]
      let full = try shell(#""$@" >/dev/full"#, check, in: site.folder)
      #expect(full == 74)
      let noOutput = try shell(#""$@" >&-"#, check, in: site.folder)
      #expect(noOutput == 74)
      let noErrors = try shell(#""$@" 2>&-"#, check, in: site.folder)
      #expect(noErrors == 0)
      let nothing = try shell(#""$@" <&- >&- 2>&-"#, ["build"], in: site.folder)
      #expect(nothing == 0)
    }
  }

  #if os(Linux)
    /// Else the first file that is opened gets the number, and messages are written into it.
    @Test func aClosedStreamIsNotTakenByAFile() throws {
      try withSite { site in
        let lock = site.folder.appendingPathComponent(".site.runbookgen-lock").path
        let descriptor = open(lock, O_RDWR | O_CREAT, 0o600)
        try #require(flock(descriptor, LOCK_EX) == 0)
        let build = try RunningTool(
          ["build"], in: site.folder, wrapper: ["sh", "-c", #"exec "$@" 2>&-"#, "sh"])
        func target(_ number: String) -> String? {
          try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/\(build.identifier)/fd/\(number)")
        }
        #expect(build.reaches { (3..<40).contains { target("\($0)") == lock } })
        #expect(target("2") == "/dev/null")
        unlink(lock)
        close(descriptor)
        #expect(build.wait() == 0)
      }
    }
  #endif
}
