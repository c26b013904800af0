import RunbookChecks
import RunbookModel

/// The script `words.js`, which holds what the other scripts say, and nothing else.
package enum WordScript {
  static let name = "words.js"

  /// - Parameter scripts: those that a site publishes.
  package static func asset(_ words: Words, for scripts: [[UInt8]]) -> TemplateSet.Asset {
    var keys = WordKeys()
    for script in scripts { keys.add(script: script) }
    var json = JSONWriter()
    json.object { json in
      for (key, phrase) in words.list.sorted(by: { $0.key < $1.key }) where keys.contains(key) {
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
