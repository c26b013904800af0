import RunbookModel

/// Answers an assistant that speaks the Model Context Protocol (modelcontextprotocol.io, revision
/// 2025-06-18): a JSON-RPC message is a line. Nothing is run and nothing is written; every call reads the site
/// anew, so that a page that was changed is answered as it is.
package struct AssistantServer: Sendable {
  private let options: BuildOptions
  private let version: String
  private let index = AssistantIndex()

  package init(_ options: BuildOptions, version: String) {
    (self.options, self.version) = (options, version)
  }

  /// Longer messages are refused.
  package static let longestLine = 1 << 20

  /// The answer to a line, without a line end; nil where none is wanted.
  package func answer(_ line: [UInt8]) async -> [UInt8]? {
    let message: RPCMessage
    do throws(RPCError) {
      message = try RPCMessage(line)
    } catch {
      return RPCMessage.refusal(of: nil, error)
    }
    // Nobody answers a notification, or an answer.
    guard let method = message.method, let id = message.id else { return nil }
    do throws(RPCError) {
      return RPCMessage.answer(to: id, try await result(of: method, message.params))
    } catch {
      return RPCMessage.refusal(of: id, error)
    }
  }

  private func result(
    of method: String, _ params: JSONNode
  ) async throws(RPCError) -> JSONBody {
    switch method {
    case "initialize":
      let asked = params["protocolVersion"]?.string
      return { json in json.object { hello(asked, &$0) } }
    case "ping": return { json in json.object { _ in } }
    case "tools/list":
      return { json in
        json.object { json in
          json.member("tools") { $0.array(AssistantTool.allCases) { $1.describe(&$0) } }
        }
      }
    case "tools/call":
      let name = params["name"]?.string ?? ""
      guard let tool = AssistantTool(rawValue: name) else {
        throw RPCError(.invalidParams, "there is no tool '\(name)'")
      }
      return await call(tool, params["arguments"])
    default: throw RPCError(.methodNotFound, "there is no method '\(method)'")
    }
  }

  /// The answer to a line that is too long to be read.
  package static var tooLong: [UInt8] {
    RPCMessage.refusal(
      of: nil, RPCError(.invalidRequest, "a message has at most \(longestLine) bytes"))
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

  private func call(_ tool: AssistantTool, _ arguments: JSONNode?) async -> JSONBody {
    let (text, isError) = await said(by: tool, arguments)
    return { json in
      json.object { json in
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
  }

  private func said(
    by tool: AssistantTool, _ arguments: JSONNode?
  ) async -> (text: String, isError: Bool) {
    do {
      return (try await AssistantTools.answer(tool, arguments, options, index), false)
    } catch let problem as AssistantTools.Problem {
      return (problem.text, true)
    } catch {
      return ("\(error)", true)
    }
  }
}
