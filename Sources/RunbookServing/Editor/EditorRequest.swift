import RunbookModel

/// A question of an editor, and how it is answered.
struct EditorRequest: Sendable {
  let method: String
  /// What the server says of it when a session begins; nil where there is nothing to say.
  let capability: (name: String, value: JSONBody)?
  let answer: @Sendable (EditorState, JSONNode) async throws(RPCError) -> JSONBody

  init(
    _ method: String, _ capability: String?, _ value: @escaping JSONBody = { $0.boolean(true) },
    answer: @escaping @Sendable (EditorState, JSONNode) async throws(RPCError) -> JSONBody
  ) {
    self.method = method
    self.capability = capability.map { ($0, value) }
    self.answer = answer
  }
}

/// What editors may ask.
enum EditorRequestCatalog {
  static let all: [EditorRequest] = [
    CodeActionRequest.request,
    CodeLensRequest.request,
    CompletionRequest.request,
    DefinitionRequest.request,
    DocumentSymbolRequest.request,
    FileRenameRequest.request,
    FoldingRequest.request,
    FormattingRequest.request,
    HighlightRequest.request,
    HoverRequest.request,
    PrepareRenameRequest.request,
    ReferencesRequest.request,
    RenameRequest.request,
    SemanticTokensRequest.request,
    WorkspaceSymbolRequest.request,
  ]

  static let byMethod = Dictionary(uniqueKeysWithValues: all.map { ($0.method, $0) })
}

extension JSONNode {
  static let null = JSONNode(kind: .null, offset: 0)
}

/// The answer that there is nothing.
let nothing: JSONBody = { $0.string(nil) }
