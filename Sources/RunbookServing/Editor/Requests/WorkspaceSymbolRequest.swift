import RunbookBuild
import RunbookChecks
import RunbookModel

/// `workspace/symbol`: pages, headings, steps and alerts of every project.
enum WorkspaceSymbolRequest {
  /// How many are told at most.
  private static let limit = 500

  static let request = EditorRequest("workspace/symbol", "workspaceSymbolProvider") {
    state, params throws(RPCError) in
    let query = params["query"]?.string ?? ""
    var found: [Symbol] = []
    for project in state.projects.values.sorted(by: { $0.root < $1.root }) {
      for page in await project.mentions.all(of: project) where found.count < limit {
        let text = EditorText(page.file, state.encoding)
        let title = project.workspace.index.page(page.path)?.metadata.title.value ?? page.path.text
        for mention in page.mentions.all where mention.isDefinition {
          guard let (name, kind) = name(mention, title, text), FuzzyMatch.holds(name, query) else {
            continue
          }
          found.append(
            Symbol(
              name: name, kind: kind, page: title, uri: project.uri(of: page.path),
              range: mention.range, text: text))
        }
      }
    }
    let symbols = Array(found.prefix(limit))
    return { json in
      json.array(symbols) { json, symbol in
        json.object { json in
          json.member("name") { $0.string(symbol.name) }
          json.member("kind") { $0.number(symbol.kind) }
          json.member("containerName") { $0.string(symbol.page) }
          json.member("location") { $0.location(symbol.uri, symbol.range, in: symbol.text) }
        }
      }
    }
  }

  private struct Symbol: Sendable {
    let name: String
    let kind: Int
    let page: String
    let uri: String
    let range: ByteRange
    let text: EditorText
  }

  /// Kinds as LSP 3.17, "SymbolKind", numbers them: file, function, string, event.
  private static func name(
    _ mention: Mention, _ title: String, _ text: EditorText
  ) -> (String, Int)? {
    switch mention.subject {
    case .page: (title, 1)
    case .anchor: (text.string(mention.range), mention.isStepName ? 12 : 15)
    case .alert(let name): (name, 24)
    case .input, .block, .context: nil
    }
  }
}
