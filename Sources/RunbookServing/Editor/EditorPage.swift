import RunbookBuild
import RunbookChecks
import RunbookModel

/// A page as an editor's request sees it.
struct EditorPage: Sendable {
  let project: EditorProject
  let path: PagePath
  let text: EditorText
  let draft: PageDraft
  let mentions: PageMentions

  var site: SiteIndex { project.workspace.index }
  var config: SiteConfig { project.workspace.config }
  var file: SourceFile { draft.page.file }

  init(_ path: PagePath, in project: EditorProject, _ encoding: PositionEncoding) throws(RPCError) {
    guard let summary = project.workspace.index.page(path) else {
      throw RPCError(.requestFailed, "'\(path)' is no page")
    }
    let draft: PageDraft
    do throws(FileProblem) {
      draft = try project.workspace.draft(of: summary)
    } catch {
      throw RPCError(.requestFailed, error.description)
    }
    (self.project, self.path, self.draft) = (project, path, draft)
    text = EditorText(draft.page.file, encoding)
    mentions = PageMentions(draft, in: project.workspace.index)
  }

  /// The path of the file in the content folder.
  var sourceName: String { path.sourceName(of: file.path) }

  /// Every command of its steps, and of the rows of its quick references.
  var commands: [BoundCommand] {
    draft.blocks.flatMap(\.commands)
      + draft.tables.flatMap { table -> [BoundCommand] in
        guard case .quickReference(let table) = table.content else { return [] }
        return table.rows.flatMap(\.commands).flatMap(\.bound)
      }
  }

  /// The block that holds an offset.
  func block(at offset: Int) -> CommandBlock? {
    draft.blocks.first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
  }
}
