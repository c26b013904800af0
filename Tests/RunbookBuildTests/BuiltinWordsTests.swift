import Foundation
import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import TestSupport
import Testing

/// The words that come with the program: every language has all of them, and each is said somewhere.
@Suite struct BuiltinWordsTests {
  private static let files = BuiltinTemplates.files

  /// Of one language, by key.
  private static func phrases(_ language: String) -> [String: Phrase] {
    guard let file = files.first(where: { $0.name == "words/\(language).yml" }) else { return [:] }
    let source = SourceFile(path: file.name, bytes: file.bytes)
    let (root, problems) = YAMLReader.read(
      0..<source.bytes.count, of: source, idPrefix: "config")
    #expect(problems.map(\.summary) == [])
    // As a site's own file it is checked.
    var config = SiteConfig()
    config.language = language
    let list = WordList([WordSource(source, root, isOwn: true)], config, isUsed: { _ in true })
    #expect(list.diagnostics.filter { $0.id != "words-missing" }.map(\.summary) == [])
    return list.phrases
  }

  private static let languages = files.map(\.name).filter { $0.hasPrefix("words/") }.map {
    String($0.dropFirst("words/".count).dropLast(".yml".count))
  }

  @Test(arguments: languages) func everyLanguageHasEveryWord(_ language: String) throws {
    let english = Self.phrases("en")
    let own = Self.phrases(language)
    #expect(english.count > 20)
    #expect(Set(own.keys).symmetricDifference(english.keys).sorted() == [])
    for (key, phrase) in own {
      let wanted = try #require(english[key])
      #expect(phrase.names == wanted.names, "\(key)")
      guard case .counted(let forms) = phrase else { continue }
      // What `Intl.PluralRules` may answer in these languages, but for millions.
      let usual: Set<PluralCategory> = ["ja", "zh"].contains(language) ? [.other] : [.one, .other]
      #expect(Set(forms.keys) == usual, "\(key)")
    }
  }

  @Test func everyWordIsSaidAndEverySaidWordIsThere() {
    var said = WordKeys()
    for file in Self.files where file.name.hasSuffix(".js") { said.add(script: file.bytes) }
    for file in Self.files where file.name.hasSuffix(".mustache") { said.add(template: file.bytes) }
    let written = Set(Word.allCases.map(\.key))
    let known = Set(Self.phrases("en").keys)
    let asked = said.names.union(written)
    #expect(asked.subtracting(known).sorted() == [], "said, but not in words/en.yml")
    let unsaid = known.filter { !written.contains($0) && !said.contains($0) }
    #expect(unsaid.sorted() == [], "in words/en.yml, but never said")
  }

  @Test func aScriptAsksForWordsByNameOrByTheirBeginning() {
    var keys = WordKeys()
    keys.add(
      script: Array("say(\"copy\"); say(`key-${name}`); this.say(\"lost\"); say(`${all}`)".utf8))
    keys.add(template: Array("{{words.home}} {{{words.menu}}}".utf8))
    #expect(["copy", "key-next", "home", "menu"].allSatisfy(keys.contains))
    #expect(!["lost", "keys", "all"].contains(where: keys.contains))
  }

  /// What a script says has to be found without running it. What compares pastes has a `say` of its own.
  @Test func scriptsSpellTheirKeys() {
    for file in Self.files
    where file.name.hasSuffix(".js") && !file.name.hasPrefix("assets/paste-") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for call in text.matches(of: /\bsay\((?!"|`[a-zA-Z])/)
      where !text[..<call.range.lowerBound].hasSuffix("const ") {
        Issue.record("\(file.name): \(text[call.range.lowerBound...].prefix(40))")
      }
    }
  }
}
