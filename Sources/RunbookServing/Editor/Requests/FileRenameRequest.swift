import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering

/// `workspace/willRenameFiles`: the links that have to change when pages are renamed or moved.
enum FileRenameRequest {
  static let request = EditorRequest("workspace/willRenameFiles", nil) {
    state, params throws(RPCError) in
    var answers: [RenameEdits] = []
    for (root, moves) in moves(params, state) {
      guard let project = state.projects[root] else { continue }
      answers.append(await edits(moves, project, state.encoding))
    }
    guard let edits = answers.first(where: { !$0.isEmpty }) else { return nothing }
    return { json in edits.write(to: &json) }
  }

  static func writeFilters(to json: inout JSONWriter) {
    json.object { json in
      json.member("filters") { json in
        json.array(["**/*"]) { json, glob in
          json.object { json in
            json.member("scheme") { $0.string("file") }
            json.member("pattern") { json in
              json.object { json in json.member("glob") { $0.string(glob) } }
            }
          }
        }
      }
    }
  }

  /// Old and new paths of files in the content folder, by project. A folder moves all that is in it.
  private static func moves(
    _ params: JSONNode, _ state: EditorState
  ) -> [(root: String, moves: [PagePath: PagePath])] {
    var moves: [String: [PagePath: PagePath]] = [:]
    for file in params["files"]?.elements ?? [] {
      guard let old = file["oldUri"]?.string.flatMap(DocumentAddress.path),
        let new = file["newUri"]?.string.flatMap(DocumentAddress.path),
        let (project, oldName) = state.project(of: old), let newName = project.name(of: new)
      else { continue }
      let folders = project.workspace.config.directories
      for page in project.workspace.index.pages {
        let name = page.sourcePath
        let moved =
          name == oldName
          ? newName : name.hasPrefix(oldName + "/") ? newName + name.dropFirst(oldName.count) : nil
        guard let moved, let path = folders.name(ofFile: moved) else { continue }
        moves[project.root, default: [:]][page.path] = PagePath(path)
      }
    }
    return moves.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func edits(
    _ moves: [PagePath: PagePath], _ project: EditorProject, _ encoding: PositionEncoding
  ) async -> RenameEdits {
    var edits = RenameEdits(project, encoding)
    let site = project.workspace.index
    func sourceName(_ page: PagePath) -> String { site.page(page)?.sourceName ?? page.text }
    for page in await project.mentions.all(of: project) {
      let home = moves[page.path]?.text ?? sourceName(page.path)
      for mention in page.mentions.all where !mention.isDefinition {
        guard case .page(let target) = mention.subject else { continue }
        guard moves[target] != nil || moves[page.path] != nil else { continue }
        let written = page.file.text(mention.range)
        // A link from the root of the content stays one.
        let goal = moves[target]?.text ?? sourceName(target)
        let link =
          written.hasPrefix("/")
          ? "/" + RelativeURL.from("x", to: goal) : RelativeURL.from(home, to: goal)
        if link != written { edits.add(mention.range, link, on: page.path) }
      }
    }
    return edits
  }
}
