import RunbookChecks
import RunbookModel
import RunbookParsing

/// `textDocument/rename`: an input, a step or a heading, and every place that speaks of it.
enum RenameRequest {
  static let request = EditorRequest(
    "textDocument/rename", "renameProvider",
    { json in json.object { json in json.member("prepareProvider") { $0.boolean(true) } } }
  ) { state, params throws(RPCError) in
    guard let name = params["newName"]?.string else {
      throw RPCError(.invalidParams, "the request has no 'newName'")
    }
    guard let (page, offset) = try state.place(params),
      let target = PrepareRenameRequest.target(at: offset, on: page)
    else { throw RPCError(.requestFailed, "nothing that can be renamed stands here") }
    var edits: RenameEdits
    switch target.subject {
    case .input(_, let old):
      try checkInput(name, page, old)
      edits = RenameEdits(page.project, state.encoding)
      for mention in page.mentions.mentions(of: target.subject) {
        edits.add(mention.range, name, on: page.path)
      }
    case .anchor(_, let anchor) where target.isStepName:
      try checkStep(name, page, anchor)
      edits = RenameEdits(page.project, state.encoding)
      for place in await page.project.places(of: target.subject, state.encoding) {
        edits.add(
          place.mention.range, place.mention.isStepName ? name : "step-" + name, on: place.page)
      }
    default:
      edits = try await heading(target, name, page, state.encoding)
    }
    let result = edits
    return { json in result.write(to: &json) }
  }

  private static func checkInput(
    _ name: String, _ page: EditorPage, _ old: String
  ) throws(RPCError) {
    let allowed = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard allowed, let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) else {
      throw RPCError(
        .requestFailed,
        "'\(name)' is no name of an input: it takes letters, digits, '-' and '_', a letter first")
    }
    if name != old, page.draft.metadata.inputs.contains(where: { $0.name.value == name }) {
      throw RPCError(.requestFailed, "the page has an input '\(name)' already")
    }
  }

  private static func checkStep(
    _ name: String, _ page: EditorPage, _ anchor: String
  ) throws(RPCError) {
    let allowed = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard allowed, !name.isEmpty else {
      throw RPCError(
        .requestFailed, "'\(name)' is no name of a step: it takes small letters, digits and '-'")
    }
    if "step-" + name != anchor, page.draft.blocks.contains(where: { $0.step?.text == name }) {
      throw RPCError(.requestFailed, "the page has a step '\(name)' already")
    }
  }

  /// A heading with the links to it. Other headings of the page may get other anchors, as two never have
  /// the same; links to those are led along.
  private static func heading(
    _ target: Mention, _ name: String, _ page: EditorPage, _ encoding: PositionEncoding
  ) async throws(RPCError) -> RenameEdits {
    guard !name.isEmpty, !name.contains(where: \.isNewline) else {
      throw RPCError(.requestFailed, "a heading is one line of text")
    }
    guard case .anchor(let path, _) = target.subject else {
      throw RPCError(.requestFailed, "nothing that can be renamed stands here")
    }
    let all = await page.project.mentions.all(of: page.project)
    guard let home = all.first(where: { $0.path == path }),
      let definition = home.mentions.all.first(where: {
        $0.subject == target.subject && $0.isDefinition
      })
    else { throw RPCError(.requestFailed, "the heading is not there any more") }
    var bytes = home.file.bytes
    bytes.replaceSubrange(definition.range, with: name.utf8)
    let limits = page.config.limits
    let before = RunbookParser.parse(home.file, at: path, limits: limits).0.outline.sections
    let after = RunbookParser.parse(
      SourceFile(path: home.file.path, bytes: bytes), at: path, limits: limits
    ).0.outline.sections
    guard before.count == after.count else {
      throw RPCError(.requestFailed, "'\(name)' would not be a heading; leave out its Markdown")
    }
    var edits = RenameEdits(page.project, encoding)
    edits.add(definition.range, name, on: path)
    for (old, new) in zip(before, after) where old.heading.id != new.heading.id {
      for place in await page.project.places(of: .anchor(path, old.heading.id), encoding)
      where !place.mention.isDefinition {
        edits.add(place.mention.range, new.heading.id, on: place.page)
      }
    }
    return edits
  }
}
