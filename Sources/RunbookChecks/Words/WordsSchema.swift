import RunbookModel

/// Reads a file of words as phrases by their keys. A word that is no good is reported and left out.
struct WordsSchema {
  private(set) var phrases: [String: Phrase] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// The program's own file, which tests have read.
  init(trusting source: WordSource) {
    for entry in FieldReader.entries(of: source.root, in: source.file) {
      phrases[entry.name] = phrase(of: entry)
    }
  }

  /// A file of a site.
  ///
  /// - Parameter english: the program's words, which say what is put into each.
  init(_ source: WordSource, english: [String: Phrase], isUsed: (String) -> Bool) {
    if let root = source.root, !root.isNull {
      guard case .mapping = root.kind else {
        report(
          "type", source.file.range(root.range),
          "the file of words is \(root.typeName); it takes lines such as `copy: Copy`")
        return
      }
    }
    for entry in FieldReader.entries(of: source.root, in: source.file) {
      guard english[entry.name] != nil || isUsed(entry.name) else {
        reportUnknown(entry, english.keys.sorted())
        continue
      }
      guard let phrase = phrase(of: entry), namesFit(phrase, english[entry.name], entry) else {
        continue
      }
      phrases[entry.name] = phrase
    }
  }

  /// A text, or one for each plural category that the language has.
  private mutating func phrase(of entry: FieldReader.Entry) -> Phrase? {
    if let text = Self.text(of: entry.value) { return .text(text) }
    guard case .mapping(let pairs) = entry.value.kind else {
      let found = entry.value.scalar == nil ? entry.value.typeName : "nothing"
      report(
        "type", entry.value.isNull ? entry.keyRange : entry.range,
        "the word `\(entry.name)` is \(found); it takes text, or one text for each of `one` and `other`"
      )
      return nil
    }
    var forms: [PluralCategory: String] = [:]
    for pair in pairs {
      let key = entry.file.range(pair.key.range)
      guard let category = pair.key.scalar.flatMap(PluralCategory.init) else {
        let all = PluralCategory.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        report(
          "unknown-key", key, "`\(pair.key.scalar ?? "")` is no form of a word",
          "Known: \(all). Which of them a language has, CLDR's list of plural rules says.")
        return nil
      }
      guard let text = Self.text(of: pair.value) else {
        report("type", key, "the form `\(category.rawValue)` of `\(entry.name)` is no text")
        return nil
      }
      forms[category] = text
    }
    guard forms[.other] != nil else {
      report(
        "missing", entry.keyRange, "the word `\(entry.name)` lacks the form `other`",
        "Every language has it: it is used where no other form fits.")
      return nil
    }
    return .counted(forms)
  }

  private static func text(of node: YAMLNode) -> String? {
    node.isNull ? nil : node.scalar.flatMap { $0.isBlank ? nil : $0 }
  }

  /// Whether all that is put in has a place, and no place stays empty. The forms for none, one and two
  /// may say the number in words.
  private mutating func namesFit(
    _ phrase: Phrase, _ english: Phrase?, _ entry: FieldReader.Entry
  ) -> Bool {
    guard let english else { return true }
    let wanted = english.names.sorted()
    if let name = phrase.names.subtracting(wanted).min() {
      let near = NearestName.suggestion(for: name, among: wanted)
      let known = wanted.map { "`{\($0)}`" }.joined(separator: ", ")
      report(
        "type", entry.range,
        "nothing is put in for `{\(name)}` in `\(entry.name)`"
          + (near.map { "; did you mean `{\($0)}`?" } ?? ""),
        "Readers would see the braces. "
          + (known.isEmpty ? "Nothing is put into this word." : "Known here: \(known)."))
      return false
    }
    if let name = wanted.first(where: { !Self.says($0, phrase) }) {
      report(
        "type", entry.range, "`\(entry.name)` has no place for `{\(name)}`",
        "The English words are “\(english.text())”; readers would miss what is put in there.")
      return false
    }
    return true
  }

  private static func says(_ name: String, _ phrase: Phrase) -> Bool {
    switch phrase {
    case .text(let text): Phrase.names(in: text).contains(name)
    case .counted(let forms):
      forms.allSatisfy { category, text in
        Phrase.names(in: text).contains(name)
          || name == "n" && [.zero, .one, .two].contains(category)
      }
    }
  }

  private mutating func reportUnknown(_ entry: FieldReader.Entry, _ known: [String]) {
    let near = NearestName.suggestion(for: entry.name, among: known)
    diagnostics.append(
      Diagnostic(
        "config-unknown-key", .error, at: entry.keyRange,
        "no word is called `\(entry.name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation: "It would never be seen. `runbookgen help words` lists the keys.",
        fixes: near.map {
          [.init("rename it to `\($0)`", edits: [.init(entry.key.range, with: $0)])]
        } ?? []))
  }

  private mutating func report(
    _ kind: String, _ range: SourceRange, _ summary: String, _ explanation: String = ""
  ) {
    diagnostics.append(
      Diagnostic("config-\(kind)", .error, at: range, summary, explanation: explanation))
  }
}
