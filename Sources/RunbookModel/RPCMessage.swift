/// What a value is written by.
package typealias JSONBody = @Sendable (inout JSONWriter) -> Void

/// A message of JSON-RPC 2.0 as somebody sent it.
package struct RPCMessage: Sendable {
  /// Nil for a notification, which gets no answer. A number or a string.
  package let id: JSONNode?
  /// Nil for an answer to a request of ours.
  package let method: String?
  package let params: JSONNode

  /// - Throws: what is answered, where there is something to answer to.
  package init(_ bytes: [UInt8]) throws(RPCError) {
    let node: JSONNode
    do throws(JSONProblem) {
      node = try JSONReader.read(bytes, replacesHalves: true)
    } catch {
      throw RPCError(.parseError, "the message is not JSON: byte \(error.offset): \(error.reason)")
    }
    guard case .object = node.kind else {
      throw RPCError(.invalidRequest, "the message is \(node.typeName) and not an object")
    }
    id = node["id"].flatMap { $0.text == nil ? nil : $0 }
    method = node["method"]?.string
    params = node["params"] ?? JSONNode(kind: .null, offset: 0)
    if method == nil, node["result"] == nil, node["error"] == nil {
      throw RPCError(.invalidRequest, "the message names no method")
    }
  }

  // MARK: - Answers

  package static func answer(to id: JSONNode, _ result: JSONBody) -> [UInt8] {
    message { json in
      json.member("id") { $0.value(id) }
      json.member("result") { result(&$0) }
    }
  }

  /// - Parameter id: nil where the message could not be read that far.
  package static func refusal(of id: JSONNode?, _ error: RPCError) -> [UInt8] {
    message { json in
      json.member("id") { if let id { $0.value(id) } else { $0.string(nil) } }
      json.member("error") { json in
        json.object { json in
          json.member("code") { $0.number(error.code.rawValue) }
          json.member("message") { $0.string(error.text) }
        }
      }
    }
  }

  package static func notification(_ method: String, _ params: JSONBody) -> [UInt8] {
    message { json in
      json.member("method") { $0.string(method) }
      json.member("params") { params(&$0) }
    }
  }

  package static func request(_ id: Int, _ method: String, _ params: JSONBody) -> [UInt8] {
    message { json in
      json.member("id") { $0.number(id) }
      json.member("method") { $0.string(method) }
      json.member("params") { params(&$0) }
    }
  }

  private static func message(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(isOneLine: true)
    json.object { json in
      json.member("jsonrpc") { $0.string("2.0") }
      body(&json)
    }
    return json.bytes
  }
}

/// Why a request gets no result.
package struct RPCError: Error, Sendable, Equatable {
  /// Codes of JSON-RPC 2.0 (section 5.1), and of LSP 3.17 ("ErrorCodes").
  package enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  package let code: Code
  package let text: String

  package init(_ code: Code, _ text: String) {
    (self.code, self.text) = (code, text)
  }
}
