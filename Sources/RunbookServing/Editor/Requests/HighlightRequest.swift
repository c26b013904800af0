import RunbookModel

/// `textDocument/documentHighlight`: where else the page speaks of what stands under the cursor.
enum HighlightRequest {
  static let request = EditorRequest("textDocument/documentHighlight", "documentHighlightProvider")
  {
    state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params),
      let mention = page.mentions.mention(at: offset)
    else { return nothing }
    let found = page.mentions.mentions(of: mention.subject)
    return { json in
      json.array(found) { json, mention in
        json.object { json in
          json.member("range") { $0.range(mention.range, in: page.text) }
          // LSP 3.17, "DocumentHighlightKind": written, or read.
          json.member("kind") { $0.number(mention.isDefinition ? 3 : 2) }
        }
      }
    }
  }
}
