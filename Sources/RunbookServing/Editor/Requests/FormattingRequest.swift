import RunbookChecks
import RunbookModel

/// `textDocument/formatting`: tables with columns that are as wide as their widest cell.
enum FormattingRequest {
  static let request = EditorRequest("textDocument/formatting", "documentFormattingProvider") {
    state, params throws(RPCError) in
    guard let page = try state.page(params) else { return nothing }
    let edits = page.draft.page.outline.tables.compactMap { table in
      TableForm.formatted(table.range, in: page.file)
    }
    return { json in
      json.array(edits) { json, edit in json.textEdit(edit.range, edit.text, in: page.text) }
    }
  }
}
