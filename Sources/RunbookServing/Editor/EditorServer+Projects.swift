import RunbookBuild
import RunbookModel

extension EditorServer {
  mutating func open(_ root: String) {
    guard state.projects[root] == nil else { return }
    do throws(FileProblem) {
      state.projects[root] = try EditorProject(root: root, options(root))
    } catch {
      // Whoever edits other Markdown is not to be bothered.
      if ProjectFinder.hasConfig(root) { show(error.description) } else { log(error.description) }
      return
    }
    // A project inside another one, or around it, has documents of its own.
    for document in state.documents.values { edit(document.path, document.bytes) }
  }

  mutating func edit(_ path: String, _ text: [UInt8]?) {
    for root in state.projects.keys {
      guard let name = state.projects[root]?.name(of: path) else { continue }
      let isIts = text == nil || EditorRoots.belongs(path, to: root, of: Array(state.projects.keys))
      if isIts { state.projects[root]?.workspace.edit(name, text) }
    }
  }

  mutating func noticeChange(of path: String) {
    for root in state.projects.keys {
      guard let name = state.projects[root]?.name(of: path) else { continue }
      state.projects[root]?.workspace.noticeChange(of: name)
    }
  }

  /// Checks what has changed, and tells the editor.
  ///
  /// - Parameter limit: how many pages of each project are judged besides those that were edited; nil for all.
  mutating func settle(limit: Int?) async {
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
}
