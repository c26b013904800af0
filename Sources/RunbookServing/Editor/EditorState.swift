import RunbookBuild
import RunbookChecks
import RunbookModel

/// What a session of an editor has opened.
struct EditorState: Sendable {
  var encoding = PositionEncoding.utf16
  /// Whether the editor shows Markdown beside suggestions, and for what the cursor is on.
  var suggestsInMarkdown = false
  var hoversInMarkdown = false
  /// By URI.
  var documents: [String: OpenDocument] = [:]
  /// By their folders.
  var projects: [String: EditorProject] = [:]
  /// The folders that the editor works in, as absolute paths.
  var folders: [String] = []

  /// The project that a file belongs to, with its path from there; nil for a file of none.
  func project(of path: String) -> (project: EditorProject, name: String)? {
    let root = projects.keys.filter { path.hasPrefix($0 + "/") }.max {
      $0.utf8.count < $1.utf8.count
    }
    guard let root, let project = projects[root], let name = project.name(of: path) else {
      return nil
    }
    return (project, name)
  }

  /// The page that a request is about; nil where the document is no page.
  func page(_ params: JSONNode) throws(RPCError) -> EditorPage? {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw RPCError(.invalidParams, "the request names no 'textDocument'")
    }
    guard let path = DocumentAddress.path(uri), let (project, name) = project(of: path),
      let page = project.workspace.page(ofFile: name)
    else { return nil }
    return try EditorPage(page, in: project, encoding)
  }

  /// The page that a request is about, and the place.
  func place(_ params: JSONNode) throws(RPCError) -> (page: EditorPage, offset: Int)? {
    guard let position = EditorPosition(params["position"]) else {
      throw RPCError(.invalidParams, "the request has no 'position'")
    }
    guard let page = try page(params) else { return nil }
    return (page, page.text.offset(of: position))
  }
}
