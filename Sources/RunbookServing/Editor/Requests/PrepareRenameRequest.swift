import RunbookChecks
import RunbookModel

/// `textDocument/prepareRename`: whether what stands under the cursor can be renamed.
enum PrepareRenameRequest {
  static let request = EditorRequest("textDocument/prepareRename", nil) {
    state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params),
      let target = target(at: offset, on: page)
    else { return nothing }
    return { json in
      json.object { json in
        json.member("range") { $0.range(target.range, in: page.text) }
        json.member("placeholder") { $0.string(page.text.string(target.range)) }
      }
    }
  }

  /// What is renamed at a place: an input, a step by its own name, or a heading.
  static func target(at offset: Int, on page: EditorPage) -> Mention? {
    guard let mention = page.mentions.mention(at: offset) else { return nil }
    switch mention.subject {
    case .input(_, let name):
      let isDeclared = page.draft.metadata.inputs.contains { $0.name.value == name }
      return isDeclared ? mention : nil
    case .anchor: return mention.isDefinition || mention.isStepName ? mention : nil
    case .page, .block, .context, .alert: return nil
    }
  }
}
