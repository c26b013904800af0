package import RunbookBuild
import RunbookModel

/// Runs `curl` once for each request. All that it is told, the token too, goes through pipes: what is
/// an argument or a variable can be read in the list of processes, what is in a file can be left behind.
package struct CurlTransport: Transport {
  private let url: String
  private let credentials: Credentials

  /// - Parameter url: the address of Confluence, without a slash at its end.
  /// - Throws: for an address over which a token would travel in the clear.
  package init(url: String, credentials: Credentials) throws(FileProblem) {
    guard url.hasPrefix("https://") || Self.isLoopback(url) else {
      throw FileProblem(
        path: url, operation: "publish to", reason: "a token is only sent over https",
        advice: "give 'confluence: {url: https://…}' in the configuration")
    }
    self.url = url
    self.credentials = credentials
  }

  package func send(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse {
    let outcome: ChildProcess.Outcome
    do throws(FileProblem) {
      // `-q`: the user's own settings could write everything into a log.
      outcome = try ChildProcess.run(
        "curl", ["-q", "-K", "-"], without: Credentials.variables, adding: [:],
        reading: .init(first: Array(configuration(request).utf8), second: request.body ?? []))
    } catch {
      throw TransportFailure(reason: error.description, prospect: .none)
    }
    guard outcome.status == 0 else {
      let last = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").last ?? ""
      throw TransportFailure(
        reason: credentials.redacted(
          last.isEmpty ? "curl ended with \(outcome.status)" : String(last)),
        prospect: Self.prospect(outcome.status))
    }
    guard let response = CurlOutput.response(outcome.output) else {
      throw TransportFailure(reason: "the answer is not one of HTTP", prospect: .good)
    }
    return response
  }

  /// By the exit statuses of curl(1).
  private static func prospect(_ status: Int32) -> TransportFailure.Prospect {
    switch status {
    // A wrong address, a certificate that is not trusted, an option that an old curl does not know.
    case 1, 2, 3, 26, 27, 35, 51, 58, 59, 60, 77: .none
    // No such name, nobody who listens.
    case 5, 6, 7: .ifItWasThere
    default: .good
    }
  }

  private static func isLoopback(_ url: String) -> Bool {
    ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { start in
      url.hasPrefix(start) && [nil, ":", "/"].contains(url.dropFirst(start.count).first)
    }
  }

  /// The options of curl(1), one a line.
  private func configuration(_ request: HTTPRequest) -> String {
    var lines = [
      "silent", "show-error", "globoff", "suppress-connect-headers",
      Self.option("url", url + request.path),
      Self.option("request", request.method.rawValue),
      Self.option("proto", url.hasPrefix("https://") ? "=https" : "=http"),
      Self.option("dump-header", "-"),
      Self.option("connect-timeout", "20"), Self.option("max-time", "300"),
      Self.option("user-agent", "runbookgen/" + ToolVersion.current),
      Self.option("header", "Accept: application/json"),
      Self.option("header", "Authorization: " + credentials.authorization),
    ]
    if !url.hasPrefix("https://") { lines.append(Self.option("noproxy", "*")) }
    if request.isUpload { lines.append(Self.option("header", "X-Atlassian-Token: no-check")) }
    if request.body != nil {
      lines += [
        Self.option("header", "Content-Type: " + request.contentType),
        // Otherwise curl waits a second for a word that few servers say.
        Self.option("header", "Expect:"),
        Self.option("data-binary", "@/dev/fd/3"),
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func option(_ name: String, _ value: String) -> String {
    let escaped = value.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return "\(name) = \"\(escaped)\""
  }
}

/// What curl writes with `dump-header = -`: the heads of all responses and the body of the last.
enum CurlOutput {
  static func response(_ bytes: [UInt8]) -> HTTPResponse? {
    var rest = bytes[...]
    while rest.starts(with: Array("HTTP/".utf8)), let end = endOfHead(rest) {
      let lines = String(decoding: rest[..<end], as: UTF8.self)
        .split(whereSeparator: \.isNewline)
      rest = rest[end...]
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count > 1, let status = Int(words[1]) else { return nil }
      // A server may say that it goes on before it answers.
      if (100..<200).contains(status) { continue }
      return HTTPResponse(status: status, headers: headers(lines.dropFirst()), body: Array(rest))
    }
    return nil
  }

  /// Behind the empty line.
  private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while let newline = bytes[start...].firstIndex(of: 0x0A) {
      let line = bytes[start..<newline]
      if line.isEmpty || line.elementsEqual([0x0D]) { return newline + 1 }
      start = newline + 1
    }
    return nil
  }

  private static func headers(_ lines: some Sequence<Substring>) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers[line[..<colon].lowercased()] = String(value)
    }
    return headers
  }
}
