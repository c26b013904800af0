import RunbookChecks
import RunbookModel

/// `textDocument/completion`: what may stand where the cursor is.
enum CompletionRequest {
  /// How many are sent at most; the rest comes with the next letter.
  private static let limit = 400

  static let request = EditorRequest(
    "textDocument/completion", "completionProvider",
    { json in
      json.object { json in
        json.member("triggerCharacters") { json in
          json.array(["-", "<", "#", "/", "(", "!", "=", ":", " ", "[", "|", "{"]) { $0.string($1) }
        }
        json.member("resolveProvider") { $0.boolean(false) }
      }
    }
  ) { state, params throws(RPCError) in
    guard let (page, offset) = try state.place(params) else { return nothing }
    let suggestions = await suggestions(at: offset, on: page).filter { suggestion in
      let typed = suggestion.range.lowerBound..<min(offset, suggestion.range.upperBound)
      return FuzzyMatch.holds(suggestion.text, page.text.string(typed))
    }
    let items = Array(suggestions.prefix(limit))
    return { json in
      json.object { json in
        json.member("isIncomplete") { $0.boolean(suggestions.count > limit) }
        json.member("items") { json in
          json.array(items) { json, item in
            item.write(page.text, isMarkdown: state.suggestsInMarkdown, to: &json)
          }
        }
      }
    }
  }

  private static func suggestions(at offset: Int, on page: EditorPage) async -> [Suggestion] {
    if let place = FrontMatterPlace(at: offset, on: page) {
      return await FrontMatterSuggestions.all(at: place, on: page)
    }
    if let found = await LinkSuggestions.all(at: offset, on: page) { return found }
    if let found = FenceSuggestions.all(at: offset, on: page) { return found }
    if let found = CommandSuggestions.all(at: offset, on: page) { return found }
    return MarkerSuggestions.all(at: offset, on: page)
  }
}

/// One thing that may stand at a place.
struct Suggestion: Sendable {
  /// As LSP 3.17, "CompletionItemKind", numbers them.
  enum Kind: Int, Sendable {
    case method = 2
    case function = 3
    case variable = 6
    case property = 10
    case value = 12
    case keyword = 14
    case file = 17
    case reference = 18
    case folder = 19
    case constant = 21
  }

  let label: String
  let kind: Kind
  let detail: String?
  let documentation: String?
  /// What takes the place of `range`.
  let text: String
  let range: ByteRange
  /// What a client sorts by; nil for the label.
  let order: String?

  init(
    _ label: String, _ kind: Kind, replacing range: ByteRange, with text: String? = nil,
    detail: String? = nil, documentation: String? = nil, order: String? = nil
  ) {
    self.label = label
    self.kind = kind
    self.range = range
    self.text = text ?? label
    self.detail = detail
    self.documentation = documentation
    self.order = order
  }

  func write(_ lines: EditorText, isMarkdown: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("label") { $0.string(label) }
      json.member("kind") { $0.number(kind.rawValue) }
      if let detail { json.member("detail") { $0.string(detail) } }
      if let documentation {
        json.member("documentation") { json in
          guard isMarkdown else { return json.string(documentation) }
          json.object { json in
            json.member("kind") { $0.string("markdown") }
            json.member("value") { $0.string(documentation) }
          }
        }
      }
      if let order { json.member("sortText") { $0.string(order) } }
      // A client compares this with what is typed, from the start of the range.
      json.member("filterText") { $0.string(text) }
      json.member("textEdit") { $0.textEdit(range, text, in: lines) }
    }
  }
}
