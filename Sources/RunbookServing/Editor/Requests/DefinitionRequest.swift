import RunbookBuild
import RunbookChecks
import RunbookModel

/// `textDocument/definition`: where that is defined which stands under the cursor.
enum DefinitionRequest {
  static let request = EditorRequest("textDocument/definition", "definitionProvider") {
    state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params),
      let mention = page.mentions.mention(at: offset)
    else { return nothing }
    let places = await places(of: mention.subject, from: page, state.encoding)
    return { json in
      json.array(places) { json, place in json.location(place.uri, place.range, in: place.text) }
    }
  }

  /// Where a subject is defined.
  static func places(
    of subject: Subject, from page: EditorPage, _ encoding: PositionEncoding
  ) async -> [SubjectPlace] {
    if case .context(let id) = subject {
      guard let field = page.config.context(id)?.id,
        let file = (try? page.project.workspace.file(named: field.range.file)).flatMap(\.self)
      else { return [] }
      return [
        SubjectPlace(
          uri: page.project.uri(of: field.range.file), range: field.range.bytes,
          text: EditorText(file, encoding))
      ]
    }
    let found = await page.project.places(of: subject, encoding).filter(\.mention.isDefinition)
    let places = found.map {
      SubjectPlace(uri: page.project.uri(of: $0.page), range: $0.mention.range, text: $0.text)
    }
    if !places.isEmpty { return places }
    // A page without a title, and an anchor that is none, still lead to a page.
    switch subject {
    case .page(let path), .anchor(let path, _):
      guard let source = try? page.project.workspace.source(of: path) else { return [] }
      return [
        SubjectPlace(
          uri: page.project.uri(of: path), range: 0..<0, text: EditorText(source, encoding))
      ]
    default: return []
    }
  }
}

/// Where a file says something of a subject.
struct SubjectPlace: Sendable {
  let uri: String
  let range: ByteRange
  let text: EditorText
}
