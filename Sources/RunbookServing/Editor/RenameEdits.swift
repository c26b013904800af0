import RunbookBuild
import RunbookModel

/// Changes of several pages, as a `WorkspaceEdit`.
struct RenameEdits: Sendable {
  private let project: EditorProject
  private let encoding: PositionEncoding
  private var edits: [PagePath: [(range: ByteRange, text: String)]] = [:]

  init(_ project: EditorProject, _ encoding: PositionEncoding) {
    (self.project, self.encoding) = (project, encoding)
  }

  var isEmpty: Bool { edits.isEmpty }

  /// Each place is changed once.
  mutating func add(_ range: ByteRange, _ text: String, on page: PagePath) {
    guard !edits[page, default: []].contains(where: { $0.range == range }) else { return }
    edits[page, default: []].append((range, text))
  }

  func write(to json: inout JSONWriter) {
    let files = edits.sorted { $0.key < $1.key }.compactMap { page, edits in
      (try? project.workspace.source(of: page)).map {
        (
          uri: project.uri(of: page),
          edits: edits.sorted { $0.range.lowerBound < $1.range.lowerBound },
          lines: EditorText($0, encoding)
        )
      }
    }
    json.workspaceEdit(files)
  }
}
