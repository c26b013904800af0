import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering

/// A project that an editor has files of.
struct EditorProject: Sendable {
  /// The project folder, as an absolute path.
  let root: String
  var workspace: Workspace
  /// What could not be read at the last update; told once.
  var problem: FileProblem?
  /// Files whose findings the editor was told.
  var told: Set<String> = []
  let mentions = MentionCache()

  init(root: String, _ options: BuildOptions) throws(FileProblem) {
    self.root = root
    workspace = try Workspace(options)
  }

  /// The path of a file from the project folder; nil for one outside.
  func name(of path: String) -> String? {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : nil
  }

  func uri(of name: String) -> String { DocumentAddress.uri(root + "/" + name) }

  func uri(of page: PagePath) -> String { uri(of: workspace.file(of: page)) }

  /// Where a subject is spoken of, on every page.
  func places(of subject: Subject, _ encoding: PositionEncoding) async -> [(
    page: PagePath, text: EditorText, mention: Mention
  )] {
    await mentions.all(of: self).flatMap { page in
      page.mentions.mentions(of: subject).map {
        (page.path, EditorText(page.file, encoding), $0)
      }
    }
  }
}
