import RunbookChecks
import RunbookModel
import RunbookParsing
import Testing

/// Words of a site's own, and in which language each word is.
@Suite struct WordListTests {
  private static let english = """
    copy: Copy
    rows: "{n} of {all} rows"
    pages:
      one: "{n} page"
      other: "{n} pages"
    """

  private func list(
    _ language: String, own: [String: String] = [:], builtin: [String: String] = [:]
  ) -> WordList {
    let builtin = builtin.merging(["en": Self.english]) { $1 }
    let sources = [(builtin, false), (own, true)].flatMap { files, isOwn in
      files.sorted { $0.key < $1.key }.map { name, text in
        let file = SourceFile(path: "templates/words/\(name).yml", text: text)
        let (root, problems) = YAMLReader.read(
          0..<file.bytes.count, of: file, idPrefix: "config")
        #expect(problems.isEmpty)
        return WordSource(file, root, isOwn: isOwn)
      }
    }
    var config = SiteConfig()
    config.language = language
    return WordList(sources, config, isUsed: { $0 == "mine" })
  }

  @Test func aWordIsTakenFromTheNearestLanguage() {
    let german = ["de": "copy: Kopieren\nrows: \"{n} von {all} Zeilen\"\npages: \"{n} Seiten\"\n"]
    let swiss = list("de-CH", own: ["de-CH": "copy: Kopiere\nmine: Mis\n"], builtin: german)
    #expect(swiss.phrases["copy"] == .text("Kopiere"))
    #expect(swiss.phrases["mine"] == .text("Mis"))
    #expect(swiss.phrases["rows"] == .text("{n} von {all} Zeilen"))
    #expect(swiss.diagnostics.isEmpty && swiss.language == "de-CH")
    #expect(list("de-x-team", builtin: german).phrases["copy"] == .text("Kopieren"))
    #expect(list("en-GB", own: ["en": "copy: Take\n"]).phrases["copy"] == .text("Take"))
  }

  @Test func aMissingWordIsEnglishAndReportedOnce() throws {
    let none = list("fo")
    #expect(none.phrases["copy"] == .text("Copy") && none.language == "en")
    #expect(none.diagnostics.map(\.id) == ["words-missing"])
    let some = list("nl", own: ["nl": "copy: Kopiëren\n"])
    let finding = try #require(some.diagnostics.first)
    #expect(finding.summary == "2 of 3 words are missing in `nl`: `pages`, `rows`")
    #expect(finding.range.file == "templates/words/nl.yml" && some.diagnostics.count == 1)
    #expect(some.language == "nl")
  }

  @Test(arguments: [
    ("▸cpoy: X", "no word is called `cpoy`; did you mean `copy`?"),
    (
      "copy: ▸[a]",
      "the word `copy` is a list; it takes text, or one text for each of `one` and `other`"
    ),
    (
      "▸copy:",
      "the word `copy` is nothing; it takes text, or one text for each of `one` and `other`"
    ),
    (
      "copy: ▸\"  \"",
      "the word `copy` is nothing; it takes text, or one text for each of `one` and `other`"
    ),
    ("rows: ▸\"{n} van {al}\"", "nothing is put in for `{al}` in `rows`; did you mean `{all}`?"),
    ("copy: ▸\"Kopie {n}\"", "nothing is put in for `{n}` in `copy`"),
    ("rows: ▸\"{n} rijen\"", "`rows` has no place for `{all}`"),
    ("▸pages: {one: Een}", "the word `pages` lacks the form `other`"),
    ("pages: {▸on: Een, other: \"{n}\"}", "`on` is no form of a word"),
    ("pages: {▸one: [], other: \"{n}\"}", "the form `one` of `pages` is no text"),
    ("pages: ▸{one: \"{n}\", other: veel}", "`pages` has no place for `{n}`"),
    ("▸- copy", "the file of words is a list; it takes lines such as `copy: Copy`"),
  ]) func aFaultIsFoundInItsPlace(_ text: String, _ summary: String) throws {
    let before = try #require(text.utf8.firstIndex(of: "▸".utf8.first ?? 0))
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: before)
    let list = list("en", own: ["nl": text.split(separator: "▸").joined()])
    #expect(list.diagnostics.map(\.summary) == [summary])
    #expect(list.diagnostics.first?.range.bytes.lowerBound == offset)
    #expect(list.phrases.count == 3)
  }

  @Test func formsForFewMayLeaveTheNumberOut() {
    let list = list("nl", own: ["nl": "pages: {one: Een pagina, other: \"{n} pagina's\"}\n"])
    #expect(list.phrases["pages"]?.text(.one) == "Een pagina")
    #expect(list.phrases["pages"]?.text(.few) == "{n} pagina's")
  }

  @Test(arguments: [
    ("en", "other one other other"), ("de-CH", "other one other other"),
    ("ja", "other other other other"), ("zh-Hant", "other other other other"),
    ("pt-BR", "one one other other"), ("pt-PT", "other one other other"),
    ("es", "other one other other"), ("pl", "many one few many"), ("ru", "many one few many"),
    ("cs", "other one few other"), ("tlh", "other other other other"),
  ]) func aCountHasTheFormOfItsLanguage(_ language: String, _ expected: String) {
    let found = [0, 1, 2, 5].map { PluralCategory(of: $0, in: language).rawValue }
    #expect(found.joined(separator: " ") == expected)
    #expect(PluralCategory(of: 21, in: "ru") == .one && PluralCategory(of: 12, in: "ru") == .many)
  }

  @Test func bracesThatAreNoNameStay() {
    #expect(
      Phrase.pieces(of: "{a} {b c} {} {") == [.name("a"), .text(" {b c} {} {")])
  }
}
