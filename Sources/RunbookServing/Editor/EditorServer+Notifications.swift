import RunbookBuild
import RunbookModel

extension EditorServer {
  mutating func notice(_ method: String, _ params: JSONNode) async throws(RPCError) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized":
      if watchesFiles { registerWatcher() }
      for folder in state.folders where ProjectFinder.hasConfig(folder) { open(folder) }
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
      if ProjectFinder.hasConfig(folder) { open(folder) }
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
}
