import NIOCore
import NIOHTTP1

/// One connection of a browser: requests go to the server one after the other.
final class HTTPConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let server: PreviewServer
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isTooLong = false
  private var work: Task<Void, Never>?

  init(_ server: PreviewServer) { self.server = server }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      (self.head, body, isTooLong) = (head, [], false)
    case .body(let buffer):
      isTooLong = isTooLong || body.count + buffer.readableBytes > PreviewRequest.longestBody
      if !isTooLong { body += buffer.readableBytesView }
    case .end:
      guard let head else { return }
      let request = PreviewRequest(
        method: head.method.rawValue, target: head.uri,
        headers: head.headers.map { ($0.name, $0.value) }, body: body)
      work = Self.answer(
        request, head, isTooLong: isTooLong, by: server, on: context.channel)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    work?.cancel()
    context.fireChannelInactive()
  }

  /// What the parser or the network refuses ends the connection; who asked may ask again.
  func errorCaught(context: ChannelHandlerContext, error _: any Error) {
    context.close(promise: nil)
  }

  private static func answer(
    _ request: PreviewRequest, _ head: HTTPRequestHead, isTooLong: Bool, by server: PreviewServer,
    on channel: any Channel
  ) -> Task<Void, Never> {
    Task {
      let answer = isTooLong ? PreviewAnswer.tooLong : await server.answer(request)
      do {
        try await send(answer, to: request, head, on: channel)
      } catch {
        // The browser went away.
        try? await channel.close()
      }
    }
  }

  private static func send(
    _ answer: PreviewAnswer, to request: PreviewRequest, _ head: HTTPRequestHead,
    on channel: any Channel
  ) async throws {
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: answer.status)
    switch answer.body {
    case .bytes(let bytes):
      headers.add(name: "Content-Length", value: String(bytes.count))
      channel.write(
        HTTPServerResponsePart.head(.init(version: head.version, status: status, headers: headers)),
        promise: nil)
      if request.method != "HEAD", !bytes.isEmpty {
        channel.write(
          HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))), promise: nil)
      }
      try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
      if !head.isKeepAlive { try await channel.close() }
    case .events(let events):
      try await channel.writeAndFlush(
        HTTPServerResponsePart.head(.init(version: head.version, status: status, headers: headers)))
      for await count in events {
        let line = ByteBuffer(string: "data: \(count)\n\n")
        try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(line)))
      }
      try await channel.close()
    }
  }
}
