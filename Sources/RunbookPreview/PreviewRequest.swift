import RunbookChecks
import RunbookModel

/// What a browser asks for.
struct PreviewRequest: Sendable {
  let method: String
  /// The path with the query, as it was sent.
  let target: String
  /// In the order that they were sent in.
  let headers: [(name: String, value: String)]
  var body: [UInt8] = []

  /// The largest body that is read, in bytes.
  static let longestBody = 64 << 10

  /// The value of a header that may come once; nil without it.
  func header(_ name: String) -> String? { values(of: name).first }

  func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The path from the root, without the slash that it starts with and without escapes.
  var path: String {
    PercentEncoding.decode(String(target.drop { $0 == "/" }.prefix { $0 != "?" && $0 != "#" }))
  }

  /// The values of a name in the query, as forms write it (URL Standard, section 5.1).
  func query(_ name: String) -> [String] {
    target.drop { $0 != "?" }.dropFirst().split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == name else { return nil }
      return PercentEncoding.decode(String(parts[1].map { $0 == "+" ? " " : $0 }))
    }
  }
}

/// What a browser gets.
struct PreviewAnswer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A line for each state of the site, for as long as somebody listens.
    case events(AsyncStream<Int>)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: Int, _ type: String, _ bytes: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    body = .bytes(bytes)
  }

  static let tooLong = text(
    413, "the request is longer than \(PreviewRequest.longestBody) bytes")

  static func text(_ status: Int, _ text: String) -> PreviewAnswer {
    PreviewAnswer(status, "text/plain; charset=utf-8", Array((text + "\n").utf8))
  }
}
