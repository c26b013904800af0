import RunbookModel

/// The index as script files below `search/`, each one call of `runbookSearch(NAME, SITE, …)`:
///
/// | file | holds | is fetched for |
/// |---|---|---|
/// | `index.js` | number of pages, first terms of the `w` and `p` shards, stop words | the first query |
/// | `w0.js` … | terms and on how many pages they are | what a word may stand for |
/// | `p0.js` … | terms and their places | the terms that were chosen |
/// | `d0.js` … | titles, headings and excerpts of six pages | the hits that are shown |
///
/// Terms are sorted and front-coded: a digit for how many characters are shared with the term before,
/// and the rest, with a blank between terms. Places: for each page the distance to the page before,
/// then for each section (distance × 4 + field) × 2, plus 1 if another section follows; a `!` stands
/// between the places of two terms. Digits are those of `ScriptText`. SITE changes with the list of
/// pages: numbers of pages from files of different sites do not mix.
struct SearchShards {
  static let pagesPerShard = 6
  private static let wordShardSize = 8_000
  private static let placeShardSize = 14_000

  private let notes: [SearchNote]
  private let site: String
  private var files: [OutputFile] = []

  /// - Parameter pages: the notes and paths of all pages, in the same order.
  static func files(_ notes: [SearchNote], paths: [PagePath]) -> [OutputFile] {
    var hash: [UInt8] = []
    for path in paths { hash += path.text.utf8 + [0] }
    var shards = SearchShards(notes: notes, site: String(SHA256.hex(hash).prefix(8)))
    shards.writeTerms()
    shards.writePages()
    return shards.files
  }

  private init(notes: [SearchNote], site: String) {
    self.notes = notes
    self.site = site
  }

  private func opening(_ name: String) -> [UInt8] {
    Array("runbookSearch(\"\(name)\",\"\(site)\",".utf8)
  }

  private mutating func add(_ name: String, _ arguments: [UInt8]) {
    files.append(
      OutputFile(
        path: "search/\(name).js", bytes: opening(name) + arguments + Array(");\n".utf8)))
  }

  private mutating func writePages() {
    for (number, start) in stride(from: 0, to: notes.count, by: Self.pagesPerShard).enumerated() {
      var bytes: [UInt8] = []
      for note in notes[start..<min(start + Self.pagesPerShard, notes.count)] {
        bytes += bytes.isEmpty ? "[".utf8 : ",\n".utf8
        bytes += note.shown
      }
      add("d\(number)", bytes + [UInt8(ascii: "]")])
    }
  }

  private mutating func writeTerms() {
    let vocabulary = SearchVocabulary(notes)
    var words = TermShard(size: Self.wordShardSize)
    var places = TermShard(size: Self.placeShardSize)
    for term in vocabulary.sorted() {
      let bytes = vocabulary.bytes(of: term)
      if let full = words.open(bytes) { add("w\(words.number - 1)", full) }
      ScriptText.append(vocabulary.pageCount(of: term), to: &words.values)
      if let full = places.open(bytes) { add("p\(places.number - 1)", full) }
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
  private var previous: [UInt8] = []
  var values: [UInt8] = []

  init(size: Int) { self.size = size }

  /// Starts a term. If the shard was full, a new one is started, and the arguments of the full one
  /// are returned.
  mutating func open(_ term: ArraySlice<UInt8>) -> [UInt8]? {
    var full: [UInt8]?
    if terms.count + values.count >= size {
      full = arguments
      (terms, values) = ([], [])
      number += 1
      addBoundary(term)
      previous = []
    }
    appendFrontCoded(term)
    previous = Array(term)
    return full
  }

  var arguments: [UInt8] {
    var bytes: [UInt8] = []
    ScriptText.append(terms[...], to: &bytes)
    bytes.append(UInt8(ascii: ","))
    ScriptText.append(values[...], to: &bytes)
    return bytes
  }

  private mutating func addBoundary(_ term: ArraySlice<UInt8>) {
    var end = term.startIndex + sharedBytes(term) + 1
    while end < term.endIndex, term[end] & 0xC0 == 0x80 { end += 1 }
    if !boundaries.isEmpty { boundaries.append(UInt8(ascii: " ")) }
    boundaries += term[..<min(end, term.endIndex)]
  }

  private mutating func appendFrontCoded(_ term: ArraySlice<UInt8>) {
    let shared = sharedBytes(term)
    let head = term.prefix(shared)
    if !terms.isEmpty { terms.append(UInt8(ascii: " ")) }
    ScriptText.append(head.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }, to: &terms)
    terms += term.dropFirst(shared)
  }

  /// How many bytes the term shares with the one before: whole characters, and fewer than 60 of them,
  /// so that one digit says it.
  private func sharedBytes(_ term: ArraySlice<UInt8>) -> Int {
    var count = 0
    for (left, right) in zip(previous, term) {
      guard left == right, count < 59 else { break }
      count += 1
    }
    let start = term.startIndex
    while count > 0, start + count < term.endIndex, term[start + count] & 0xC0 == 0x80 {
      count -= 1
    }
    return count
  }
}
