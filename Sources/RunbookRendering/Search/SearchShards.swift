import RunbookModel

/// The index as script files below `search/`, each one call of `runbookSearch(NAME, SITE, …)`:
///
/// | file | holds | is fetched for |
/// |---|---|---|
/// | `index.js` | number of pages, first terms of the `w` and `p` shards, stop words, synonyms, whether there is an index by alert | the first query |
/// | `w0.js` … | terms and on how many pages they are | what a word may stand for |
/// | `p0.js` … | terms and their places | the terms that were chosen |
/// | `d0.js` … | titles, headings and excerpts of two pages | the hits that are shown |
///
/// Terms are sorted and front-coded: a digit for how many characters are shared with the term before,
/// and the rest, with a blank between terms. Places: for each page the distance to the page before,
/// then for each section (distance × 4 + field) × 2, plus 1 if another section follows; a `!` stands
/// between the places of two terms. Digits are those of `ScriptText`. SITE changes with the list of
/// pages: numbers of pages from files of different sites do not mix.
package struct SearchShards {
  private static let wordShardSize = 4_000
  private static let placeShardSize = 5_000

  private let notes: [SearchNote]
  private let site: String
  private let synonyms: String
  private let hasAlerts: Bool

  /// Hands over the shards of all terms, and the directory.
  ///
  /// - Parameters:
  ///   - notes: in the order of the pages.
  ///   - synonyms: those of the configuration.
  package static func write(
    _ notes: [SearchNote], site: String, synonyms: [[String]] = [], hasAlerts: Bool = false,
    to receive: (OutputFile) -> Void
  ) {
    SearchShards(
      notes: notes, site: site, synonyms: Synonyms.of(synonyms), hasAlerts: hasAlerts
    ).writeTerms(to: receive)
  }

  /// What a site is called in its shards.
  static func name(of paths: [PagePath]) -> String {
    var bytes: [UInt8] = []
    for path in paths { bytes += path.text.utf8 + [0] }
    return String(SHA256.hex(bytes).prefix(8))
  }

  static func path(_ name: String) -> String { "search/\(name).js" }

  /// A shard as a file: one call of the function that `search.js` offers.
  static func file(_ name: String, _ site: String, _ arguments: [UInt8]) -> OutputFile {
    let opening = Array("runbookSearch(\"\(name)\",\"\(site)\",".utf8)
    return OutputFile(
      path: path(name), bytes: opening + arguments + Array(");\n".utf8))
  }

  private func writeTerms(to receive: (OutputFile) -> Void) {
    func add(_ name: String, _ arguments: [UInt8]) {
      receive(Self.file(name, site, arguments))
    }
    let vocabulary = SearchVocabulary(notes)
    var words = TermShard(size: Self.wordShardSize)
    var places = TermShard(size: Self.placeShardSize)
    var previous: ArraySlice<UInt8> = []
    for term in vocabulary.sorted() {
      let bytes = vocabulary.bytes(of: term)
      let shared = TermShard.sharedBytes(previous, bytes)
      previous = bytes
      if let full = words.open(bytes, shared) { add("w\(words.number - 1)", full) }
      ScriptText.append(vocabulary.pageCount(of: term), to: &words.values)
      if let full = places.open(bytes, shared) { add("p\(places.number - 1)", full) }
      if !places.values.isEmpty { places.values.append(UInt8(ascii: "!")) }
      append(vocabulary.postings(of: term), to: &places.values)
    }
    add("w\(words.number)", words.arguments)
    add("p\(places.number)", places.arguments)
    var directory = Array("\(notes.count),".utf8)
    ScriptText.append(words.boundaries[...], to: &directory)
    directory.append(UInt8(ascii: ","))
    ScriptText.append(places.boundaries[...], to: &directory)
    directory.append(UInt8(ascii: ","))
    ScriptText.append(Array(StopWords.words.utf8)[...], to: &directory)
    directory.append(UInt8(ascii: ","))
    ScriptText.append(Array(synonyms.utf8)[...], to: &directory)
    directory += hasAlerts ? ",1".utf8 : ",0".utf8
    add("index", directory)
  }

  private func append(
    _ postings: ArraySlice<SearchVocabulary.Posting>, to bytes: inout [UInt8]
  ) {
    var page = 0
    for posting in postings {
      ScriptText.append(Int(posting.page) - page, to: &bytes)
      page = Int(posting.page)
      notes[page].bytes.withUnsafeBufferPointer { note in
        var reader = NoteReader(note, Int(posting.places))
        var section = 0
        reader.readPlaces { place, isLast in
          let distance = (place >> 2) - section
          section = place >> 2
          ScriptText.append((distance * 4 + (place & 3)) * 2 + (isLast ? 0 : 1), to: &bytes)
        }
      }
    }
  }
}

/// A shard that is being filled with sorted terms and something for each.
private struct TermShard {
  private let size: Int
  private(set) var number = 0
  /// What tells the first term of each later shard from the term before it.
  private(set) var boundaries: [UInt8] = []
  private var terms: [UInt8] = []
  var values: [UInt8] = []

  init(size: Int) { self.size = size }

  /// Starts a term. If the shard was full, a new one is started, and the arguments of the full one
  /// are returned.
  ///
  /// - Parameter shared: how many bytes it shares with the term before.
  mutating func open(_ term: ArraySlice<UInt8>, _ shared: Int) -> [UInt8]? {
    guard terms.count + values.count >= size else {
      appendFrontCoded(term, shared)
      return nil
    }
    let full = arguments
    (terms, values) = ([], [])
    number += 1
    addBoundary(term, shared)
    appendFrontCoded(term, 0)
    return full
  }

  var arguments: [UInt8] {
    var bytes: [UInt8] = []
    ScriptText.append(terms[...], to: &bytes)
    bytes.append(UInt8(ascii: ","))
    ScriptText.append(values[...], to: &bytes)
    return bytes
  }

  private mutating func addBoundary(_ term: ArraySlice<UInt8>, _ shared: Int) {
    var end = term.startIndex + shared + 1
    while end < term.endIndex, term[end] & 0xC0 == 0x80 { end += 1 }
    if !boundaries.isEmpty { boundaries.append(UInt8(ascii: " ")) }
    boundaries += term[..<min(end, term.endIndex)]
  }

  private mutating func appendFrontCoded(_ term: ArraySlice<UInt8>, _ shared: Int) {
    if !terms.isEmpty { terms.append(UInt8(ascii: " ")) }
    var characters = 0
    for byte in term.prefix(shared) where byte & 0xC0 != 0x80 { characters += 1 }
    ScriptText.append(characters, to: &terms)
    terms += term.dropFirst(shared)
  }

  /// How many bytes a term shares with the one before: whole characters, and fewer than 60 of them,
  /// so that one digit says it.
  static func sharedBytes(_ previous: ArraySlice<UInt8>, _ term: ArraySlice<UInt8>) -> Int {
    previous.withUnsafeBufferPointer { previous in
      term.withUnsafeBufferPointer { term in
        let most = min(previous.count, term.count, 59)
        var count = 0
        while count < most, previous[count] == term[count] { count += 1 }
        while count > 0, count < term.count, term[count] & 0xC0 == 0x80 { count -= 1 }
        return count
      }
    }
  }
}
