import RunbookModel

/// `textDocument/references`: every place that speaks of what stands under the cursor.
enum ReferencesRequest {
  static let request = EditorRequest("textDocument/references", "referencesProvider") {
    state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params),
      let mention = page.mentions.mention(at: offset)
    else { return nothing }
    let withDefinition = params["context"]?["includeDeclaration"]?.boolean ?? true
    let found = await page.project.places(of: mention.subject, state.encoding)
      .filter { !$0.mention.isDefinition || withDefinition }
    var places = found.map {
      SubjectPlace(uri: page.project.uri(of: $0.page), range: $0.mention.range, text: $0.text)
    }
    if withDefinition, case .context = mention.subject {
      places += await DefinitionRequest.places(of: mention.subject, from: page, state.encoding)
    }
    let all = places
    return { json in
      json.array(all) { json, place in json.location(place.uri, place.range, in: place.text) }
    }
  }
}
