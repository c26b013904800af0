import RunbookModel

enum WordsMissing {
  static let rule = Rule(
    "words-missing", .warning, "the wiki's own words are not all in the site's language",
    rationale: """
      `site.language` says what language the pages are in, and a browser, a screen reader and a search
      engine believe it. The words around the pages (Copy, Contents, Review overdue) come from
      `words/LANGUAGE.yml` in the folder of templates, then from the program, which has them in English,
      German, Japanese, Portuguese, Spanish and Chinese. A word that neither has is shown in English.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {language: de-CH}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("templates/words/en.yml", "menu: All pages\n"),
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {language: ▸fo}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {language: nl}\n"),
        ("templates/words/nl.yml", "▸menu: Menu\n"),
      ]),
    ],
    check: .reading)

  /// - Parameters:
  ///   - missing: the keys of the words that are shown in English, sorted.
  ///   - count: how many words there are.
  ///   - file: of the site's own words in its language, if it has some.
  static func finding(
    _ missing: [String], of count: Int, _ config: SiteConfig, _ file: SourceFile?
  ) -> Diagnostic {
    let language = config.language
    let first = missing.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    let names = missing.count > 5 ? "\(first) and \(missing.count - 5) more" : first
    if let file {
      return Diagnostic(
        rule.id, rule.severity, at: file.range(0..<0),
        "\(missing.count) of \(count) words are missing in `\(language)`: \(names)",
        explanation: "Readers see the English words. `runbookgen help words` lists all of them.")
    }
    let path = "\(config.directories.templates)/words/\(language.lowercased()).yml"
    let place = config.languageRange ?? SourceRange(file: path, bytes: 0..<0)
    return Diagnostic(
      rule.id, rule.severity, at: place,
      missing.count == count
        ? "the program has no words in `\(language)`: what stands around the pages is English"
        : "\(missing.count) of \(count) words are missing in `\(language)`: \(names)",
      explanation: "Put them into `\(path)`. `runbookgen help words` says how, and lists them.")
  }
}
