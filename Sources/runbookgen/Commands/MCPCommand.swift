import ArgumentParser
import RunbookBuild

struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer an assistant over the Model Context Protocol: find, page, step.",
    discussion: """
      Speaks JSON-RPC over standard input and output, a message a line. It only reads: values are filled in and \
      quoted as the wiki does it, what has to be confirmed by a person is said, and nothing is run.
      """)

  @OptionGroup var project: ProjectOptions

  func run() async throws {
    var settings = try project.buildOptions()
    settings.onPage = nil
    let server = AssistantServer(settings, version: Runbookgen.version)
    var frames = LineFrames(limit: AssistantServer.longestLine)
    while let bytes = try await Console.reportingProblems({ () throws(FileProblem) in
      try StandardPipe.read()
    }) {
      frames.append(bytes)
      while let message = frames.next() { try await Self.answer(message, server) }
    }
    if let message = frames.rest() { try await Self.answer(message, server) }
  }

  private static func answer(_ message: LineFrames.Message, _ server: AssistantServer) async throws
  {
    let answer =
      switch message {
      case .tooLong: AssistantServer.tooLong as [UInt8]?
      case .line(let bytes): bytes.isEmpty ? nil : await server.answer(bytes)
      }
    if let answer { try Console.result(String(decoding: answer, as: UTF8.self) + "\n") }
  }
}
