import NIOCore
import NIOHTTP1
import NIOPosix
package import RunbookBuild

/// Listens for browsers on this machine alone.
package struct PreviewListener: Sendable {
  /// The port that it listens on.
  package let port: Int
  private let channel: any Channel

  /// How many ports after a taken one are tried.
  private static let tries = 20

  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - isFixed: whether no other port will do.
  /// - Throws: `FileProblem` where the port is taken, or may not be used.
  package init(_ hub: PreviewHub, port: Int, isFixed: Bool) async throws(FileProblem) {
    let last = isFixed || port == 0 ? port : min(port + Self.tries, 65535)
    var failure: FileProblem?
    for number in port...last {
      do {
        channel = try await Self.listen(hub, number)
        self.port = channel.localAddress?.port ?? number
        return
      } catch {
        failure = Self.problem(number, error)
      }
    }
    throw failure ?? Self.problem(port, nil)
  }

  /// Ends when the server does.
  package func waitUntilClosed() async { try? await channel.closeFuture.get() }

  private static func listen(_ hub: PreviewHub, _ port: Int) async throws -> any Channel {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(ChannelOptions.backlog, value: 64)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(ChannelOptions.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            HTTPConnection(
              PreviewServer(hub: hub, guardian: RequestGuard(port: channel.localAddress?.port ?? 0))
            ))
        }
      }
      .bind(host: "127.0.0.1", port: port).get()

  }

  private static func problem(_ port: Int, _ error: (any Error)?) -> FileProblem {
    let code = (error as? IOError)?.errnoCode
    let isTaken = code == EADDRINUSE
    return FileProblem(
      path: "port \(port)", operation: "listen on",
      reason: isTaken
        ? "another program uses it, perhaps another preview"
        : error.map { "\($0)" } ?? "it is not to be had",
      advice: isTaken
        ? "end that program, or name another port with '--port'"
        : "name a port between 1024 and 65535 with '--port'")
  }
}
