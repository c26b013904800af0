import RunbookChecks
import RunbookModel

/// `textDocument/codeLens`: where a step runs and how often it is spoken of.
enum CodeLensRequest {
  static let request = EditorRequest(
    "textDocument/codeLens", "codeLensProvider",
    { json in json.object { json in json.member("resolveProvider") { $0.boolean(false) } } }
  ) { state, params throws(RPCError) in
    guard let page = try state.page(params) else { return nothing }
    let pages = await page.project.mentions.all(of: page.project)
    var uses: [Subject: Int] = [:]
    for mention in pages.lazy.flatMap(\.mentions.all) where !mention.isDefinition {
      uses[mention.subject, default: 0] += 1
    }
    let lenses = page.draft.blocks.compactMap { block -> (range: ByteRange, title: String)? in
      let count =
        (uses[.block(page.path, block.index)] ?? 0)
        + (block.step.map { uses[.step(page.path, $0.text)] ?? 0 } ?? 0)
      var parts: [String] = []
      if let context = block.context { parts.append("runs in \(context.value)") }
      if block.step != nil || count > 0 { parts.append(count.counted("use")) }
      guard !parts.isEmpty else { return nil }
      return (block.range.lowerBound..<block.range.lowerBound, parts.joined(separator: " · "))
    }
    return { json in
      json.array(lenses) { json, lens in
        json.object { json in
          json.member("range") { $0.range(lens.range, in: page.text) }
          json.member("command") { json in
            json.object { json in
              json.member("title") { $0.string(lens.title) }
              json.member("command") { $0.string("") }
            }
          }
        }
      }
    }
  }
}
