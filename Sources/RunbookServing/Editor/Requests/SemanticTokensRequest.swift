import RunbookChecks
import RunbookCommands
import RunbookModel

/// `textDocument/semanticTokens/full`: programs, verbs, options and placeholders of commands.
enum SemanticTokensRequest {
  /// As LSP 3.17, "SemanticTokenTypes", names them.
  private enum Kind: Int, CaseIterable {
    case function, method, parameter, variable

    var name: String {
      switch self {
      case .function: "function"
      case .method: "method"
      case .parameter: "parameter"
      case .variable: "variable"
      }
    }
  }

  private struct Token {
    let range: ByteRange
    let kind: Kind
  }

  static let request = EditorRequest(
    "textDocument/semanticTokens/full", "semanticTokensProvider",
    { json in
      json.object { json in
        json.member("legend") { json in
          json.object { json in
            json.member("tokenTypes") { $0.array(Kind.allCases) { $0.string($1.name) } }
            json.member("tokenModifiers") { $0.array([String]()) { $0.string($1) } }
          }
        }
        json.member("full") { $0.boolean(true) }
      }
    }
  ) { state, params throws(RPCError) in
    guard let page = try state.page(params) else { return nothing }
    let numbers = numbers(tokens(of: page), page.text)
    return { json in
      json.object { json in
        json.member("data") { json in json.array(numbers) { $0.number($1) } }
      }
    }
  }

  private static func tokens(of page: EditorPage) -> [Token] {
    var tokens: [Token] = []
    for mention in page.mentions.all {
      if case .input = mention.subject, !mention.isDefinition {
        tokens.append(Token(range: mention.range, kind: .variable))
      }
    }
    for command in page.commands {
      guard let name = command.words.first, name.literal != nil else { continue }
      tokens.append(Token(range: name.range, kind: .function))
      guard let invocation = command.invocation else { continue }
      tokens += invocation.verbs.dropFirst().map { Token(range: $0.range, kind: .method) }
      tokens += invocation.options.map { Token(range: $0.name.range, kind: .parameter) }
    }
    return tokens
  }

  /// Five numbers a token, each place from the one before it (LSP 3.17, "Semantic Tokens").
  private static func numbers(_ tokens: [Token], _ text: EditorText) -> [Int] {
    var numbers: [Int] = []
    var (line, character, end) = (0, 0, 0)
    let sorted = tokens.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for token in sorted where token.range.lowerBound >= end && !token.range.isEmpty {
      let start = text.position(of: token.range.lowerBound)
      let stop = text.position(of: token.range.upperBound)
      // An editor takes no token over a line end.
      guard start.line == stop.line else { continue }
      end = token.range.upperBound
      numbers += [
        start.line - line, start.line == line ? start.character - character : start.character,
        stop.character - start.character, token.kind.rawValue, 0,
      ]
      (line, character) = (start.line, start.character)
    }
    return numbers
  }
}
