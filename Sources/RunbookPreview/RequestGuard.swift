/// Who may ask the server. Any page of the web can have a browser send requests to this machine, and can give a
/// name of its own the address 127.0.0.1 (DNS rebinding): a request has to be addressed to the server by a name that
/// only means this machine, and must not come from another site.
struct RequestGuard: Sendable {
  /// The port that the server listens on.
  let port: Int

  private var hosts: [String] {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }

  /// Why a request is refused; nil for one that may be answered.
  func refusal(of request: PreviewRequest) -> String? {
    let named = request.values(of: "host")
    guard named.count == 1, hosts.contains(named[0].lowercased()) else {
      return "this preview answers to http://127.0.0.1:\(port)/ and http://localhost:\(port)/ only"
    }
    let origins = request.values(of: "origin")
    guard origins.allSatisfy({ $0 == "http://" + named[0].lowercased() }) else {
      return "another site may not ask a preview"
    }
    // Fetch Metadata Request Headers (W3C): who makes the browser send this. A click on a link in another place is
    // fine: the page that it leads to is not shown to that place.
    let site = request.header("sec-fetch-site") ?? "same-origin"
    let isVisit =
      request.header("sec-fetch-mode") == "navigate"
      && request.header("sec-fetch-dest") == "document" && request.method == "GET"
    guard ["same-origin", "none"].contains(site) || isVisit else {
      return "another site may not ask a preview"
    }
    // Browsers name the origin whenever they change something.
    if request.method == "POST" {
      let type = request.header("content-type") ?? ""
      guard !origins.isEmpty, type.hasPrefix("application/json") else {
        return "only a page of this preview may change files"
      }
    }
    return nil
  }
}
