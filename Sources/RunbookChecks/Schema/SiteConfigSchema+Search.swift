import RunbookModel

extension SiteConfigSchema {
  /// How many groups of synonyms a site may have: every search loads all of them.
  private static let mostSynonyms = 200
  private static let wantedSynonyms =
    "a list of words or phrases that mean the same, such as [pg, placement group]"

  /// `search: {synonyms: [[pg, placement group]]}`.
  static func readSearch(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    reader.describe(
      "synonyms", .list(.list(.filledText, count: 2...Int.max), count: 0...mostSynonyms),
      "a list, each item of which is \(wantedSynonyms)")
    guard let entry = reader.entry("synonyms") else { return }
    guard case .sequence(let groups) = entry.value.kind else {
      reader.wrongType(entry, wanted: "a list, each item of which is \(wantedSynonyms)")
      return
    }
    if groups.count > mostSynonyms {
      reader.report(
        "type", at: entry.keyRange,
        "`search.synonyms` has \(groups.count) items; it takes at most \(mostSynonyms)",
        "Every search loads all of them. Keep those that people type.")
    }
    config.synonyms = groups.prefix(mostSynonyms).compactMap { group in
      synonyms(group, entry.file, &reader)
    }
  }

  /// Nil for what is no group, which is then reported.
  private static func synonyms(
    _ group: YAMLNode, _ file: SourceFile, _ reader: inout FieldReader
  ) -> [String]? {
    guard case .sequence(let items) = group.kind, items.count > 1 else {
      reader.report(
        "type", at: file.range(group.range),
        "an item of `search.synonyms` is "
          + (group.scalar.map { "`\($0.prefix(60))`" }
            ?? (group.isSequence ? "a list of fewer than two" : group.typeName))
          + "; it takes \(wantedSynonyms)")
      return nil
    }
    let phrases = items.compactMap { item -> String? in
      if let text = item.scalar, !item.isNull, let phrase = phrase(text) { return phrase }
      reader.report(
        "type", at: file.range(item.range),
        "`\(item.scalar?.prefix(60) ?? item.typeName[...])` is nothing that the search looks for",
        "Give one to six words of letters and digits, such as placement group.")
      return nil
    }
    return phrases.count == items.count ? phrases : nil
  }

  /// Words with one blank between them; nil where there is none, or too many.
  private static func phrase(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isSound =
      (1...6).contains(words.count) && text.utf8.count <= 80
      && !text.unicodeScalars.contains { $0 == "=" || $0.value < 0x20 && $0 != "\t" }
      && text.contains { $0.isLetter || $0.isNumber }
    return isSound ? words.joined(separator: " ") : nil
  }
}
