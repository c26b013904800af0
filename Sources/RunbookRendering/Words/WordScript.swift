import RunbookChecks
import RunbookModel

/// The script `words.js`, which holds what the other scripts say, and nothing else.
package enum WordScript {
  static let name = "words.js"

  /// - Parameter scripts: those that a site publishes.
  package static func asset(_ words: Words, for scripts: [[UInt8]]) -> TemplateSet.Asset {
    let keys = scripts.reduce(into: Set<String>()) { $0.formUnion(WordKeys.inScript($1)) }
    var json = JSONWriter()
    json.object { json in
      for key in keys.sorted() {
        guard let phrase = words.list[key] else { continue }
        json.member(key) { json in write(phrase, to: &json) }
      }
    }
    var text = JSONWriter()
    text.string(words.language)
    let bytes =
      Array("\"use strict\";\nconst wordLanguage = ".utf8) + text.bytes
      + Array(";\nconst words = ".utf8) + json.bytes + Array(";\n".utf8)
    return TemplateSet.Asset(name: name, bytes: bytes)
  }

  private static func write(_ phrase: Phrase, to json: inout JSONWriter) {
    switch phrase {
    case .text(let text): json.string(text)
    case .counted(let forms):
      json.object { json in
        for (category, text) in forms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          json.member(category.rawValue) { $0.string(text) }
        }
      }
    }
  }
}
