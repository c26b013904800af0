import Foundation
import Testing

@testable import RunbookBuild

@Suite("Programs that read a text and write another")
struct FilterProcessTests {
  /// As the tool does.
  init() { signal(SIGPIPE, SIG_IGN) }

  private func run(
    _ script: String, reading input: [UInt8] = [], time: Int = 60_000, size: Int = 1 << 20
  ) throws -> FilterProcess.Outcome {
    try FilterProcess(time: time, size: size).run("sh", ["-c", script], reading: input)
  }

  @Test func textGoesInAndOut() throws {
    let made = try run("tr a-z A-Z; echo no >&2; exit 3", reading: Array("abc".utf8))
    #expect(made.end == .exited(3))
    #expect(made.output == Array("ABC".utf8))
    #expect(made.errors == Array("no\n".utf8))
  }

  /// Both sides hold more than a pipe does.
  @Test func neitherSideWaitsForTheOther() throws {
    let text = [UInt8](repeating: 0x61, count: 1 << 19)
    let made = try run("cat; head -c 300000 /dev/zero >&2", reading: text)
    #expect(made.end == .exited(0))
    #expect(made.output == text)
    #expect(made.errors.count == 300_000)
  }

  @Test func oneThatDoesNotReadMayWrite() throws {
    let made = try run("exec <&-; echo x", reading: [UInt8](repeating: 0x61, count: 1 << 19))
    #expect(made.end == .exited(0))
    #expect(made.output == Array("x\n".utf8))
  }

  @Test func oneThatGoesOnIsStopped() throws {
    #expect(try run("sleep 1000 & sleep 1000", time: 100).end == .tookTooLong)
    #expect(try run("exec sleep 1000", time: 100).end == .tookTooLong)
    #expect(try run("exec <&- >&- 2>&-; sleep 1000", time: 300).end == .tookTooLong)
    #expect(try run("cat /dev/zero", size: 1000).end == .wroteTooMuch)
    #expect(try run("cat /dev/zero >&2", size: 1000).end == .wroteTooMuch)
    #expect(try run("kill -9 $$").end == .signalled(9))
  }

  /// Its input stays open in no other program that is started at the same time.
  @Test func manyRunBesideEachOther() async throws {
    try await withThrowingTaskGroup(of: FilterProcess.Outcome.self) { group in
      for _ in 0..<40 {
        group.addTask { try FilterProcessTests().run("cat", reading: Array("abc".utf8)) }
      }
      for try await made in group {
        #expect(made.end == .exited(0))
        #expect(made.output == Array("abc".utf8))
      }
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(throws: FileProblem.self) {
      try FilterProcess(time: 1000, size: 10).run("/no/such program", [], reading: [])
    }
  }

  @Test(arguments: [
    ("GITHUB_TOKEN", true), ("DB_PASSWORD", true), ("AWS_SECRET_ACCESS_KEY", true), ("PATH", false),
    ("HOME", false), ("JAVA_HOME", false), ("npm_config_token", true),
  ])
  func secretsStayHere(_ name: String, _ isSecret: Bool) {
    #expect(FilterProcess.isSecret(name[...]) == isSecret)
  }
}
