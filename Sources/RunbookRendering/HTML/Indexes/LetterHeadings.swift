/// A long list of names is divided by their first letters.
enum LetterHeadings {
  /// How many names need no letters.
  static let limit = 60

  /// The first letter in upper case, `0–9` for digits, and `…` for everything else.
  static func letter(of name: String) -> String {
    guard let first = name.first else { return "…" }
    if first.isNumber { return "0–9" }
    return first.isLetter ? String(first).uppercased() : "…"
  }

  static func id(_ letter: String) -> String {
    switch letter {
    case "0–9": "letter-0"
    case "…": "letter-other"
    default: "letter-\(letter)"
    }
  }

  /// The letters of an index and where they stand: the file of the output, with the anchor.
  static func places(
    in index: GeneratedIndex, _ site: Site
  ) -> [(letter: String, path: String, id: String)] {
    var places: [(letter: String, path: String, id: String)] = []
    for part in IndexMarkup(index: index, site: site).parts {
      for case .heading(let letter, let id) in part.items { places.append((letter, part.path, id)) }
    }
    return places
  }
}
