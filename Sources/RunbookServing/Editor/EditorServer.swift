package import RunbookBuild
import RunbookChecks
import RunbookModel

/// Speaks the Language Server Protocol 3.17 with one editor. Messages go in one after the other; what is to be
/// sent is taken out. Nothing here reads or writes the pipe.
package struct EditorServer: Sendable {
  enum Phase: Sendable { case new, running, shutDown }

  var state = EditorState()
  var phase = Phase.new
  var outgoing: [[UInt8]] = []
  var requestCount = 0
  var watchesFiles = false
  let options: @Sendable (_ project: String) -> BuildOptions
  private let version: String

  /// The status to end with, once the editor says so.
  package internal(set) var exitStatus: Int32?

  /// - Parameters:
  ///   - version: of the program.
  ///   - options: how the project in a folder is checked, today.
  package init(version: String, options: @escaping @Sendable (_ project: String) -> BuildOptions) {
    (self.version, self.options) = (version, options)
  }

  /// Takes out the messages that are to be sent, in order.
  package mutating func takeOutgoing() -> [[UInt8]] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes in messages that have come at once. A request that a later one of them cancels is not answered.
  package mutating func receive(_ bodies: [[UInt8]]) async {
    var messages: [RPCMessage] = []
    for body in bodies {
      do throws(RPCError) {
        messages.append(try RPCMessage(body))
      } catch {
        outgoing.append(RPCMessage.refusal(of: nil, error))
      }
    }
    let cancelled = messages.filter { $0.method == "$/cancelRequest" }
      .compactMap { $0.params["id"]?.kind }
    for message in messages where exitStatus == nil {
      if let id = message.id, message.method != nil, cancelled.contains(id.kind) {
        outgoing.append(
          RPCMessage.refusal(of: id, RPCError(.requestCancelled, "the editor cancelled it")))
      } else {
        await receive(message)
      }
    }
    await settle(limit: 0)
  }

  /// Whether pages are left to be judged, which `goOn` does a few at a time.
  package var isBusy: Bool {
    phase == .running
      && state.projects.values.contains { $0.problem == nil && !$0.workspace.isDone }
  }

  /// Judges some more of the pages that changes reach.
  package mutating func goOn() async { await settle(limit: 8) }

  private mutating func receive(_ message: RPCMessage) async {
    // Answers to requests of ours need nothing done.
    guard let method = message.method else { return }
    guard let id = message.id else {
      do throws(RPCError) {
        try await notice(method, message.params)
      } catch {
        log(error.text)
      }
      return
    }
    do throws(RPCError) {
      let result = try await answer(method, message.params)
      outgoing.append(RPCMessage.answer(to: id, result))
    } catch {
      outgoing.append(RPCMessage.refusal(of: id, error))
    }
  }

  // MARK: - Requests

  private mutating func answer(
    _ method: String, _ params: JSONNode
  ) async throws(RPCError) -> JSONBody {
    switch (phase, method) {
    case (.new, "initialize"): return initialize(params)
    case (.new, _):
      throw RPCError(.serverNotInitialized, "the session begins with 'initialize'")
    case (.shutDown, _): throw RPCError(.invalidRequest, "the session was shut down")
    case (.running, "initialize"):
      throw RPCError(.invalidRequest, "the session has begun already")
    case (.running, "shutdown"):
      phase = .shutDown
      return nothing
    case (.running, "runbookgen/settled"):
      // For whoever wants to know what is found in the end.
      await settle(limit: nil)
      return nothing
    case (.running, _): break
    }
    guard let request = EditorRequestCatalog.byMethod[method] else {
      throw RPCError(.methodNotFound, "there is no method '\(method)' here")
    }
    await settle(limit: 0)
    return try await request.answer(state, params)
  }

  private mutating func initialize(_ params: JSONNode) -> JSONBody {
    phase = .running
    let capabilities = params["capabilities"]
    let encodings = capabilities?["general"]?["positionEncodings"]?.elements.compactMap(\.string)
    state.encoding =
      (encodings ?? []).contains("utf-8") ? .utf8 : .utf16
    let document = capabilities?["textDocument"]
    let suggested = document?["completion"]?["completionItem"]?["documentationFormat"]
    if suggested?.elements.contains(where: { $0.string == "markdown" }) == true {
      state.suggestsInMarkdown = true
    }
    if document?["hover"]?["contentFormat"]?.elements.contains(where: { $0.string == "markdown" })
      == true
    {
      state.hoversInMarkdown = true
    }
    let watching = capabilities?["workspace"]?["didChangeWatchedFiles"]
    watchesFiles = watching?["dynamicRegistration"]?.boolean == true
    var folders = params["workspaceFolders"]?.elements.compactMap { $0["uri"]?.string } ?? []
    if folders.isEmpty { folders = [params["rootUri"]?.string].compactMap(\.self) }
    state.folders = folders.compactMap(DocumentAddress.path)
    let (encoding, version) = (state.encoding, version)
    return { json in
      json.object { json in
        json.member("capabilities") { EditorCapabilities.write(encoding, to: &$0) }
        json.member("serverInfo") { json in
          json.object { json in
            json.member("name") { $0.string("runbookgen") }
            json.member("version") { $0.string(version) }
          }
        }
      }
    }
  }

  // MARK: - Words for the user

  /// Shows a message in the editor.
  mutating func show(_ text: String) { tell("window/showMessage", type: 1, text) }

  mutating func log(_ text: String) { tell("window/logMessage", type: 2, text) }

  private mutating func tell(_ method: String, type: Int, _ text: String) {
    outgoing.append(
      RPCMessage.notification(method) { json in
        json.object { json in
          json.member("type") { $0.number(type) }
          json.member("message") { $0.string("runbookgen: " + text) }
        }
      })
  }
}
