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
    var input = Lines()
    while let line = try await Console.reportingProblems({ () throws(FileProblem) in
      try input.next()
    }) {
      let answer =
        switch line {
        case .tooLong: AssistantServer.tooLong as [UInt8]?
        case .text(let bytes): bytes.isEmpty ? nil : await server.answer(bytes)
        }
      if let answer { try Console.result(String(decoding: answer, as: UTF8.self) + "\n") }
    }
  }

  /// The lines of the standard input, of which none may fill the memory.
  private struct Lines {
    enum Line {
      case text([UInt8])
      case tooLong
    }

    private var buffer: [UInt8] = []
    private var isSkipping = false

    mutating func next() throws(FileProblem) -> Line? {
      while true {
        if let end = buffer.firstIndex(of: 0x0A) {
          let line = Array(buffer[..<end])
          buffer.removeSubrange(...end)
          guard isSkipping || line.count > AssistantServer.longestLine else { return .text(line) }
          isSkipping = false
          return .tooLong
        }
        if buffer.count > AssistantServer.longestLine {
          isSkipping = true
          buffer = []
        }
        guard let part = try StandardPipe.read() else { return nil }
        buffer += part
      }
    }
  }
}
