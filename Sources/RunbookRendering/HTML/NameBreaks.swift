extension MarkupWriter {
  /// Words below this size, in bytes, are not broken: they fit into the narrowest column.
  private static let shortWord = 14

  /// A title, with a place to break between the parts of a long name: `NodeFilesystem|SpaceFillingUp`.
  ///
  /// What is copied or found in the page stays the name, as `<wbr>` is no character.
  mutating func name(_ text: String) {
    var done = text.startIndex
    for word in text.split(separator: " ") where word.utf8.count > Self.shortWord {
      for place in Self.breaks(in: word.utf8) {
        self.text(String(text[done..<place]))
        raw("<wbr>")
        done = place
      }
    }
    self.text(String(text[done...]))
  }

  /// Between a small letter or a digit and a capital, and after an underscore.
  private static func breaks(in word: Substring.UTF8View) -> [Substring.Index] {
    zip(word.indices, word.indices.dropFirst()).compactMap { place, next in
      let (before, after) = (word[place], word[next])
      let isSmall =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= before
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= before
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= after
      return (isSmall && isCapital) || before == UInt8(ascii: "_") ? next : nil
    }
  }
}
