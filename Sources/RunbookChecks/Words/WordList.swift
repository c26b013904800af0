package import RunbookModel

/// The words of a site: each in the language of the site, or else in English.
package struct WordList: Sendable {
  /// What the words are in, as a language tag; that of the site, if there is a word in it.
  package let language: String
  package private(set) var phrases: [String: Phrase] = [:]
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - sources: all of the site, and those of the program that matter.
  ///   - isUsed: whether a template or a script asks for a key; a site's own may have words of their own.
  package init(_ sources: [WordSource], _ config: SiteConfig, isUsed: (String) -> Bool) {
    var builtin: [String: [String: Phrase]] = [:]
    for source in sources where !source.isOwn {
      builtin[source.language] = WordsSchema(trusting: source).phrases
    }
    let english = builtin["en"] ?? [:]
    var own: [String: [String: Phrase]] = [:]
    for source in sources where source.isOwn {
      let read = WordsSchema(source, english: english, isUsed: isUsed)
      own[source.language] = read.phrases
      diagnostics += read.diagnostics
    }
    let languages = WordSource.languages(for: config.language)
    let lists = languages.map { language in
      (own[language] ?? [:]).merging(builtin[language] ?? [:]) { own, _ in own }
    }
    for list in lists { phrases.merge(list) { first, _ in first } }
    let isEnglish = languages.first?.split(separator: "-").first == "en"
    let isForeign = !isEnglish && lists.dropLast().allSatisfy(\.isEmpty)
    language = isForeign ? "en" : config.language
    guard !isEnglish else { return }
    let missing = english.keys.filter { key in lists.dropLast().allSatisfy { $0[key] == nil } }
    guard !missing.isEmpty else { return }
    let file = sources.first { $0.isOwn && languages.dropLast().contains($0.language) }?.file
    diagnostics.append(WordsMissing.finding(missing.sorted(), of: english.count, config, file))
  }
}
