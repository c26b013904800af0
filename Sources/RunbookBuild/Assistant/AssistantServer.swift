import RunbookModel

/// Answers an assistant that speaks the Model Context Protocol (modelcontextprotocol.io, revision
/// 2025-06-18): a JSON-RPC message is a line. Nothing is run and nothing is written; every call reads the site
/// anew, so that a page that was changed is answered as it is.
package struct AssistantServer: Sendable {
  private let options: BuildOptions
  private let version: String

  package init(_ options: BuildOptions, version: String) {
    (self.options, self.version) = (options, version)
  }

  /// Longer messages are refused.
  package static let longestLine = 1 << 20

  /// The answer to a line, without a line end; nil where none is wanted.
  package func answer(_ line: [UInt8]) async -> [UInt8]? {
    guard let message = try? JSONReader.read(line) else {
      return Self.problem(nil, -32700, "this is no JSON")
    }
    guard case .object = message.kind, let method = message["method"]?.string else {
      return message["result"] != nil || message["error"] != nil
        ? nil : Self.problem(nil, -32600, "this is no request")
    }
    // Without an id it is a notification, which nobody answers.
    guard let id = message["id"] else { return nil }
    switch method {
    case "initialize":
      let asked = message["params"]?["protocolVersion"]?.string
      return Self.result(id) { hello(asked, &$0) }
    case "ping": return Self.result(id) { _ in }
    case "tools/list":
      return Self.result(id) { json in
        json.member("tools") { $0.array(AssistantTool.allCases) { $1.describe(&$0) } }
      }
    case "tools/call":
      let name = message["params"]?["name"]?.string ?? ""
      guard let tool = AssistantTool(rawValue: name) else {
        return Self.problem(id, -32602, "there is no tool '\(name)'")
      }
      return await call(tool, message["params"]?["arguments"], id)
    default: return Self.problem(id, -32601, "there is no method '\(method)'")
    }
  }

  /// The answer to a line that is too long to be read.
  package static var tooLong: [UInt8] {
    problem(nil, -32600, "a message has at most \(longestLine) bytes")
  }

  private func hello(_ asked: String?, _ json: inout JSONWriter) {
    json.member("protocolVersion") { $0.string(asked ?? "2025-06-18") }
    json.member("capabilities") { $0.object { $0.member("tools") { $0.object { _ in } } } }
    json.member("serverInfo") { json in
      json.object { json in
        json.member("name") { $0.string("runbookgen") }
        json.member("version") { $0.string(version) }
      }
    }
    json.member("instructions") {
      $0.string(
        "Runbooks of this organisation, checked. Nothing is run here. Commands that destroy something have to be "
          + "confirmed by a person before anybody runs them; do not change how values are quoted.")
    }
  }

  private func call(_ tool: AssistantTool, _ arguments: JSONNode?, _ id: JSONNode) async -> [UInt8]
  {
    var text: String
    var isError = false
    do {
      text = try await AssistantTools.answer(tool, arguments, options)
    } catch let problem as AssistantTools.Problem {
      (text, isError) = (problem.text, true)
    } catch {
      (text, isError) = ("\(error)", true)
    }
    return Self.result(id) { json in
      json.member("content") { json in
        json.array([text]) { json, text in
          json.object { json in
            json.member("type") { $0.string("text") }
            json.member("text") { $0.string(text) }
          }
        }
      }
      json.member("isError") { $0.boolean(isError) }
    }
  }

  // MARK: Messages

  private static func result(_ id: JSONNode, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    message(id) { json in json.member("result") { $0.object(body) } }
  }

  private static func problem(_ id: JSONNode?, _ code: Int, _ text: String) -> [UInt8] {
    message(id) { json in
      json.member("error") { json in
        json.object { json in
          json.member("code") { $0.number(code) }
          json.member("message") { $0.string(text) }
        }
      }
    }
  }

  private static func message(_ id: JSONNode?, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(isOneLine: true)
    json.object { json in
      json.member("jsonrpc") { $0.string("2.0") }
      json.member("id") { json in
        if let id { json.value(id) } else { json.string(nil) }
      }
      body(&json)
    }
    return json.bytes
  }
}
