import RunbookBuild
import RunbookModel

/// Why a request did not do what it was for.
enum RequestFailure: Error, Equatable {
  /// Nothing more can be done in this run.
  case ending(FileProblem)
  /// This one thing cannot be done; the rest can.
  case refused(status: Int, reason: String)
}

/// Sends requests until they are answered, within limits.
final class RESTClient {
  /// How often a request is sent at most.
  static let tries = 5
  /// Seconds. A server that asks for more is not worth the wait.
  static let longestWait = 60.0

  private let transport: any Transport
  private let url: String
  private let wait: (Double) -> Void
  private let say: (String) -> Void
  private var hasAnswered = false

  /// - Parameters:
  ///   - url: the address of Confluence, for messages.
  ///   - wait: waits so many seconds.
  ///   - say: tells a person what takes so long.
  init(
    _ transport: any Transport, url: String, wait: @escaping (Double) -> Void,
    say: @escaping (String) -> Void
  ) {
    self.transport = transport
    self.url = url
    self.wait = wait
    self.say = say
  }

  /// - Parameter recover: looks, before a request is sent again that may have arrived, whether it has
  ///   done its work; nil for a request that may be sent twice.
  /// - Returns: the JSON of the answer; nil for an empty one.
  func send(
    _ request: HTTPRequest, recover: (() throws(RequestFailure) -> JSONNode?)? = nil
  ) throws(RequestFailure) -> JSONNode? {
    var reason = ""
    for attempt in 1...Self.tries {
      var pause = 0.1 * Double(1 << (2 * (attempt - 1)))
      var mayHaveArrived = true
      switch attemptOnce(request) {
      case .success(let response):
        hasAnswered = true
        guard response.status == 429 || response.status >= 500 else { return try answer(response) }
        mayHaveArrived = response.status != 429
        reason = "it answers \(response.status)" + Self.message(response)
        pause = Self.secondsToWait(response) ?? pause
      case .failure(let failure):
        reason = failure.reason
        if failure.prospect == .none || failure.prospect == .ifItWasThere && !hasAnswered {
          throw ending(reason)
        }
      }
      guard attempt < Self.tries else { break }
      pause = min(pause, Self.longestWait)
      if pause > 2 { say("waiting \(Int(pause)) s for \(url): \(reason)") }
      wait(pause)
      if mayHaveArrived, let recover, let done = try recover() { return done }
    }
    throw ending("\(reason) (tried \(Self.tries) times)")
  }

  private func attemptOnce(_ request: HTTPRequest) -> Result<HTTPResponse, TransportFailure> {
    Result { () throws(TransportFailure) in try transport.send(request) }
  }

  private func ending(_ reason: String) -> RequestFailure {
    .ending(
      FileProblem(
        path: url, operation: "talk to", reason: reason,
        advice: "what was done so far stays; run the command again to go on"))
  }

  private func answer(_ response: HTTPResponse) throws(RequestFailure) -> JSONNode? {
    switch response.status {
    case 200..<300: break
    case 401:
      throw .ending(
        FileProblem(
          path: url, operation: "talk to",
          reason: "it does not accept the token" + Self.message(response),
          advice: "Cloud takes CONFLUENCE_EMAIL with CONFLUENCE_TOKEN, Data Center the token alone")
      )
    case 300..<400:
      throw .ending(
        FileProblem(
          path: url, operation: "talk to", reason: "it leads elsewhere, to a login perhaps",
          advice: "give the address of Confluence itself as 'url' of 'confluence'"))
    default:
      throw .refused(
        status: response.status, reason: "\(response.status)" + Self.message(response))
    }
    guard !response.body.isEmpty else { return nil }
    guard let json = try? JSONReader.read(response.body) else {
      throw ending("its answer is not JSON")
    }
    return json
  }

  /// Nil where the server does not say so in seconds.
  private static func secondsToWait(_ response: HTTPResponse) -> Double? {
    response.headers["retry-after"].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : Double($0) }
  }

  /// What the server says of a refusal, with a colon before it; empty when it says nothing.
  private static func message(_ response: HTTPResponse) -> String {
    guard let json = try? JSONReader.read(response.body) else { return "" }
    let first = json["errors"]?.elements.first
    let texts = [first?["detail"], first?["title"], json["message"], first?["message"]?["key"]]
    guard let text = texts.lazy.compactMap({ $0?.text }).first(where: { !$0.isEmpty }) else {
      return ""
    }
    return ": \(text.count > 300 ? text.prefix(300) + "…" : text[...])"
  }
}
