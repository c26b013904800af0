/// A request to the REST interface of a Confluence.
package struct HTTPRequest: Sendable, Equatable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  package let method: Method
  /// From the address of Confluence, with the query: `/api/v2/pages`.
  package let path: String
  package var contentType = "application/json"
  /// Nil for none.
  package var body: [UInt8]?
  /// Whether it sends a form with a file, which Confluence takes from a browser's page for an attack unless
  /// it is told otherwise.
  package var isUpload = false

  package init(_ method: Method, _ path: String, body: [UInt8]? = nil) {
    self.method = method
    self.path = path
    self.body = body
  }
}

package struct HTTPResponse: Sendable, Equatable {
  package let status: Int
  /// By their names in lower case.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String], body: [UInt8]) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }
}

/// Why there is no whole response.
package struct TransportFailure: Error, Sendable, Equatable {
  package enum Prospect: Sendable {
    /// Another try would end in the same way.
    case none
    /// So it would, unless the server has answered before.
    case ifItWasThere
    case good
  }

  package let reason: String
  package let prospect: Prospect

  package init(reason: String, prospect: Prospect) {
    (self.reason, self.prospect) = (reason, prospect)
  }
}

/// What carries requests to a server. It neither tries again nor follows redirections.
package protocol Transport {
  func send(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse
}
