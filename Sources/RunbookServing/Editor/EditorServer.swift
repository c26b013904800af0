package import RunbookBuild
import RunbookChecks
import RunbookModel

/// Speaks the Language Server Protocol 3.17 with one editor. Messages go in one after the other; what is to be
/// sent is taken out. Nothing here reads or writes the pipe.
package struct EditorServer: Sendable {
  private enum Phase: Sendable { case new, running, shutDown }

  private var state = EditorState()
  private var phase = Phase.new
  private var outgoing: [[UInt8]] = []
  private var requestCount = 0
  private var watchesFiles = false
  private let options: @Sendable (_ project: String) -> BuildOptions
  private let version: String

  /// The status to end with, once the editor says so.
  package private(set) var exitStatus: Int32?

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
      state.suggestionFormat = "markdown"
    }
    if document?["hover"]?["contentFormat"]?.elements.contains(where: { $0.string == "markdown" })
      == true
    {
      state.hoverFormat = "markdown"
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

  // MARK: - Notifications

  private mutating func notice(_ method: String, _ params: JSONNode) async throws(RPCError) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized":
      if watchesFiles { registerWatcher() }
      for folder in state.folders where EditorRoots.hasConfig(folder) { open(folder) }
    case "textDocument/didOpen": try openDocument(params["textDocument"] ?? .null)
    case "textDocument/didChange": try changeDocument(params)
    case "textDocument/didClose": closeDocument(params)
    case "textDocument/didSave":
      if let path = params["textDocument"]?["uri"]?.string.flatMap(DocumentAddress.path) {
        noticeChange(of: path)
      }
    case "workspace/didChangeWatchedFiles":
      for change in params["changes"]?.elements ?? [] {
        if let path = change["uri"]?.string.flatMap(DocumentAddress.path) { noticeChange(of: path) }
      }
    case "workspace/didChangeWorkspaceFolders":
      changeFolders(params["event"] ?? .null)
    default: break
    }
  }

  private mutating func registerWatcher() {
    requestCount += 1
    outgoing.append(
      RPCMessage.request(requestCount, "client/registerCapability") { json in
        json.object { json in
          json.member("registrations") { json in
            json.array(["workspace/didChangeWatchedFiles"]) { json, method in
              json.object { json in
                json.member("id") { $0.string("files") }
                json.member("method") { $0.string(method) }
                json.member("registerOptions") { json in
                  json.object { json in
                    json.member("watchers") { json in
                      json.array(["**/*"]) { json, glob in
                        json.object { json in json.member("globPattern") { $0.string(glob) } }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      })
  }

  private mutating func changeFolders(_ event: JSONNode) {
    func paths(_ name: String) -> [String] {
      (event[name]?.elements ?? []).compactMap { $0["uri"]?.string.flatMap(DocumentAddress.path) }
    }
    let gone = paths("removed")
    state.folders.removeAll { gone.contains($0) }
    for folder in paths("added") where !state.folders.contains(folder) {
      state.folders.append(folder)
      if EditorRoots.hasConfig(folder) { open(folder) }
    }
  }

  private mutating func openDocument(_ document: JSONNode) throws(RPCError) {
    guard let uri = document["uri"]?.string, let text = document["text"]?.string else {
      throw RPCError(.invalidParams, "a document was opened without 'uri' or 'text'")
    }
    guard let path = DocumentAddress.path(uri) else { return }
    let document = OpenDocument(
      uri: uri, path: path, version: document["version"]?.integer, text: text)
    state.documents[uri] = document
    if let root = EditorRoots.root(of: path, folders: state.folders) { open(root) }
    edit(path, document.bytes)
  }

  private mutating func changeDocument(_ params: JSONNode) throws(RPCError) {
    let named = params["textDocument"]
    guard let uri = named?["uri"]?.string, var document = state.documents[uri] else { return }
    state.documents[uri] = nil
    defer { state.documents[uri] = document }
    document.version = named?["version"]?.integer
    try document.apply(params["contentChanges"]?.elements ?? [], state.encoding)
    edit(document.path, document.bytes)
  }

  private mutating func closeDocument(_ params: JSONNode) {
    guard let uri = params["textDocument"]?["uri"]?.string,
      let document = state.documents.removeValue(forKey: uri)
    else { return }
    edit(document.path, nil)
  }

  // MARK: - Projects

  private mutating func open(_ root: String) {
    guard state.projects[root] == nil else { return }
    do throws(FileProblem) {
      state.projects[root] = try EditorProject(root: root, options(root))
    } catch {
      // Whoever edits other Markdown is not to be bothered.
      if EditorRoots.hasConfig(root) { show(error.description) } else { log(error.description) }
      return
    }
    // A project inside another one, or around it, has documents of its own.
    for document in state.documents.values { edit(document.path, document.bytes) }
  }

  private mutating func edit(_ path: String, _ text: [UInt8]?) {
    for root in state.projects.keys {
      guard let name = state.projects[root]?.name(of: path) else { continue }
      let isIts = text == nil || EditorRoots.belongs(path, to: root, of: Array(state.projects.keys))
      if isIts { state.projects[root]?.workspace.edit(name, text) }
    }
  }

  private mutating func noticeChange(of path: String) {
    for root in state.projects.keys {
      guard let name = state.projects[root]?.name(of: path) else { continue }
      state.projects[root]?.workspace.noticeChange(of: name)
    }
  }

  /// Checks what has changed, and tells the editor.
  ///
  /// - Parameter limit: how many pages of each project are judged besides those that were edited; nil for all.
  private mutating func settle(limit: Int?) async {
    guard phase == .running else { return }
    for root in state.projects.keys.sorted() {
      guard var project = state.projects[root] else { continue }
      project.workspace.setToday(options(root).today)
      do throws(FileProblem) {
        let changed = try await project.workspace.update(limit: limit)
        project.problem = nil
        for file in changed.sorted() { publish(file, of: project) }
      } catch {
        if project.problem != error { show(error.description) }
        project.problem = error
      }
      state.projects[root] = project
    }
  }

  private mutating func publish(_ name: String, of project: EditorProject) {
    let uri = project.uri(of: name)
    let document = state.documents.values.first { $0.path == project.root + "/" + name }
    let findings = project.workspace.findings(in: name)
    let encoding = state.encoding
    outgoing.append(
      RPCMessage.notification("textDocument/publishDiagnostics") { json in
        json.object { json in
          json.member("uri") { $0.string(document?.uri ?? uri) }
          if let version = document?.version { json.member("version") { $0.number(version) } }
          json.member("diagnostics") { json in
            var writer = FindingWriter(project, encoding)
            json.array(findings) { json, finding in writer.write(finding, to: &json) }
          }
        }
      })
  }

  // MARK: - Words for the user

  /// Shows a message in the editor.
  private mutating func show(_ text: String) { tell("window/showMessage", type: 1, text) }

  private mutating func log(_ text: String) { tell("window/logMessage", type: 2, text) }

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
