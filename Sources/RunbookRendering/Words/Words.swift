package import RunbookChecks
import RunbookCommands
import RunbookModel

/// What a reader of the wiki sees that is not content, in the language of the site.
package struct Words: Sendable {
  /// What they are in, as a language tag.
  let language: String
  /// In the order of `Word`.
  private let phrases: [Phrase]
  let list: [String: Phrase]

  /// What templates are offered: the phrases into which nothing is put.
  package let texts: [String: String]

  /// Every word shows as its key.
  package static let keys = Words(nil)

  /// Words that were not given show as their keys.
  package init(_ list: WordList?) {
    language = list?.language ?? "en"
    self.list = list?.phrases ?? [:]
    texts = self.list.filter { $0.value.names.isEmpty }.mapValues { $0.text() }
    phrases = Word.allCases.map { word in list?.phrases[word.key] ?? .text(word.key) }
  }

  package subscript(_ word: Word) -> String { phrases[word.rawValue].text() }

  func title(of alert: Alert.Kind) -> String {
    switch alert {
    case .note: self[.alertNote]
    case .tip: self[.alertTip]
    case .important: self[.alertImportant]
    case .warning: self[.alertWarning]
    case .caution: self[.alertCaution]
    }
  }

  func title(of kind: RunbookKind) -> String {
    switch kind {
    case .runbook: self[.kindRunbook]
    case .reference: self[.kindReference]
    case .comparison: self[.kindComparison]
    case .concept: self[.kindConcept]
    }
  }

  func name(of effect: Effect) -> String {
    switch effect {
    case .read: self[.effectRead]
    case .write: self[.effectWrite]
    case .destructive: self[.effectDestructive]
    }
  }

  /// A time in whole hours, or else in minutes.
  func time(ofMinutes minutes: Int) -> String {
    minutes % 60 == 0 ? say(.hours, count: minutes / 60) : say(.minutes, count: minutes)
  }

  /// A phrase with what is put in.
  func say(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Self.filled(self[word], values)
  }

  /// A phrase in the form for a count, which is put in for `{n}`.
  func say(_ word: Word, count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let text = phrases[word.rawValue].text(PluralCategory(of: count, in: language))
    return Self.filled(text) { name in
      name == "n" ? String(count) : values.first { $0.key == name }?.value
    }
  }

  /// Writes a phrase as text; what is put in is markup.
  func write(
    _ word: Word, to writer: inout MarkupWriter, _ value: (String, inout MarkupWriter) -> Void
  ) {
    for piece in Phrase.pieces(of: self[word]) {
      switch piece {
      case .text(let text): writer.text(String(text))
      case .name(let name): value(name, &writer)
      }
    }
  }

  private static func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    values.isEmpty ? text : filled(text) { name in values.first { $0.key == name }?.value }
  }

  private static func filled(_ text: String, _ value: (String) -> String?) -> String {
    Phrase.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .name(let name): value(name) ?? "{\(name)}"
      }
    }.joined()
  }
}
