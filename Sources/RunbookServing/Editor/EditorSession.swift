package import RunbookBuild

/// Lets a server talk over standard input and output until the editor ends the session.
package enum EditorSession {
  /// - Returns: the status to end with.
  /// - Throws: what keeps the pipe from being read or written.
  package static func run(_ server: EditorServer) async throws(FileProblem) -> Int32 {
    var server = server
    var frames = ContentFrames()
    while let bytes = try StandardPipe.read() {
      frames.append(bytes)
      // What has come meanwhile is looked at together: only the last text of a page matters.
      while StandardPipe.hasInput, let more = try StandardPipe.read() { frames.append(more) }
      var bodies: [[UInt8]] = []
      do throws(ContentFrames.Damage) {
        while let body = try frames.next() { bodies.append(body) }
      } catch {
        throw FileProblem(
          path: "standard input", operation: "read", reason: error.reason,
          advice: "start this command from an editor; it speaks the Language Server Protocol")
      }
      guard !bodies.isEmpty else { continue }
      await server.receive(bodies)
      try send(server.takeOutgoing())
      if let status = server.exitStatus { return status }
      while server.isBusy, !StandardPipe.hasInput {
        await server.goOn()
        try send(server.takeOutgoing())
      }
    }
    // An editor that is gone without a word has not shut the session down.
    return 1
  }

  private static func send(_ messages: [[UInt8]]) throws(FileProblem) {
    for message in messages { try StandardPipe.write(ContentFrames.frame(message)) }
  }
}
