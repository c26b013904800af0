import RunbookChecks
import RunbookModel

/// The scripts that hold what other scripts say, and nothing else: `words.js` for those that every page
/// loads, and one for each that loads when it is needed.
package enum WordScript {
  static let name = "words.js"
  /// Scripts that load later, by the file with their words.
  private static let later = [
    "lists-words.js": "lists.", "run-words.js": "run", "search-words.js": "search",
  ]

  /// - Parameter scripts: those that a site publishes.
  package static func assets(
    _ words: Words, for scripts: [(name: String, bytes: [UInt8])]
  ) -> [TemplateSet.Asset] {
    var early = WordKeys()
    for script in scripts where !later.values.contains(where: { script.name.hasPrefix($0) }) {
      early.add(script: script.bytes)
    }
    var language = JSONWriter()
    language.string(words.language)
    let head = Array("const wordLanguage = ".utf8) + language.bytes + Array(";\n".utf8)
    var assets = [
      asset(name, head + Array("const words = ".utf8), words, ";\n") { early.contains($0) }
    ]
    for (name, prefix) in later.sorted(by: { $0.key < $1.key }) {
      var keys = WordKeys()
      for script in scripts where script.name.hasPrefix(prefix) { keys.add(script: script.bytes) }
      assets.append(
        asset(name, Array("Object.assign(words, ".utf8), words, ");\n") {
          keys.contains($0) && !early.contains($0)
        })
    }
    return assets
  }

  private static func asset(
    _ name: String, _ head: [UInt8], _ words: Words, _ tail: String,
    isWanted: (String) -> Bool
  ) -> TemplateSet.Asset {
    var json = JSONWriter()
    json.object { json in
      for (key, phrase) in words.list.sorted(by: { $0.key < $1.key }) where isWanted(key) {
        json.member(key) { json in write(phrase, to: &json) }
      }
    }
    let bytes = Array("\"use strict\";\n".utf8) + head + json.bytes + Array(tail.utf8)
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
