import RunbookBuild
import RunbookModel

/// `textDocument/codeAction`: the fixes of findings.
enum CodeActionRequest {
  static let request = EditorRequest(
    "textDocument/codeAction", "codeActionProvider",
    { json in
      json.object { json in
        json.member("codeActionKinds") { json in
          json.array(["quickfix", "source.fixAll"]) { $0.string($1) }
        }
      }
    }
  ) { state, params throws(RPCError) in
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw RPCError(.invalidParams, "the request names no 'textDocument'")
    }
    guard let path = DocumentAddress.path(uri), let (project, name) = state.project(of: path),
      let file = (try? project.workspace.file(named: name)).flatMap(\.self)
    else { return { $0.array([Int]()) { $0.number($1) } } }
    let text = EditorText(file, state.encoding)
    let range = text.range(params["range"]) ?? 0..<text.bytes.count
    let wanted = params["context"]?["only"]?.elements.compactMap(\.string)
    func isWanted(_ kind: String) -> Bool {
      wanted?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
    }
    let findings = project.workspace.findings(in: name)
    var actions: [Action] = []
    if isWanted("quickfix") {
      for finding in findings where touches(finding, range) {
        let fixes = finding.fixes.filter { !$0.edits.isEmpty }
        actions += fixes.map { fix in
          Action(
            title: fix.title, kind: "quickfix", edits: fix.edits, finding: finding,
            isPreferred: fixes.count == 1)
        }
      }
    }
    if wanted?.contains(where: { $0.hasPrefix("source") }) == true, isWanted("source.fixAll") {
      let edits = apart(findings.flatMap { $0.fixes.first?.edits ?? [] })
      if !edits.isEmpty {
        actions.append(
          Action(
            title: "Fix all that is certain", kind: "source.fixAll", edits: edits, finding: nil,
            isPreferred: false))
      }
    }
    let (all, writer) = (actions, FindingWriter(project, state.encoding))
    return { json in
      var writer = writer
      json.array(all) { json, action in action.write(uri, text, &writer, to: &json) }
    }
  }

  private struct Action {
    let title: String
    let kind: String
    let edits: [Diagnostic.Fix.Edit]
    let finding: Diagnostic?
    let isPreferred: Bool

    func write(
      _ uri: String, _ text: EditorText, _ writer: inout FindingWriter, to json: inout JSONWriter
    ) {
      var findings = writer
      json.object { json in
        json.member("title") { $0.string(title) }
        json.member("kind") { $0.string(kind) }
        if isPreferred { json.member("isPreferred") { $0.boolean(true) } }
        if let finding {
          json.member("diagnostics") { json in
            json.array([finding]) { findings.write($1, to: &$0) }
          }
        }
        json.member("edit") { json in
          json.workspaceEdit([(uri, edits.map { ($0.bytes, $0.text) }, text)])
        }
      }
      writer = findings
    }
  }

  private static func touches(_ finding: Diagnostic, _ range: ByteRange) -> Bool {
    let own = finding.range.bytes
    return own.lowerBound <= range.upperBound && range.lowerBound <= own.upperBound
  }

  /// The edits that do not overlap those before them.
  private static func apart(_ edits: [Diagnostic.Fix.Edit]) -> [Diagnostic.Fix.Edit] {
    var kept: [Diagnostic.Fix.Edit] = []
    for edit in edits.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      guard let last = kept.last?.bytes else {
        kept.append(edit)
        continue
      }
      if edit.bytes.lowerBound >= last.upperBound, edit.bytes != last { kept.append(edit) }
    }
    return kept
  }
}

extension JSONWriter {
  /// A `WorkspaceEdit`.
  mutating func workspaceEdit(
    _ files: [(uri: String, edits: [(range: ByteRange, text: String)], lines: EditorText)]
  ) {
    object { json in
      json.member("changes") { json in
        json.object { json in
          for file in files {
            json.member(file.uri) { json in
              json.array(file.edits) { json, edit in
                json.textEdit(edit.range, edit.text, in: file.lines)
              }
            }
          }
        }
      }
    }
  }

  mutating func textEdit(_ range: ByteRange, _ text: String, in lines: EditorText) {
    object { json in
      json.member("range") { $0.range(range, in: lines) }
      json.member("newText") { $0.string(text) }
    }
  }
}
