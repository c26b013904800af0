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

  private let site: String
  private let synonyms: String
  private let hasAlerts: Bool

  /// Hands over the shards of all terms, and the directory.
  ///
  /// - Parameters:
  ///   - pageCount: of the site.
  ///   - synonyms: those of the configuration.
  package static func write(
    _ terms: SearchTerms, pageCount: Int, site: String, synonyms: [[String]] = [],
    hasAlerts: Bool = false, to receive: (OutputFile) -> Void
  ) {
    SearchShards(site: site, synonyms: Synonyms.of(synonyms), hasAlerts: hasAlerts)
      .write(terms, pageCount, to: receive)
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

  private func write(
    _ terms: SearchTerms, _ pageCount: Int, to receive: (OutputFile) -> Void
  ) {
    func add(_ name: String, _ arguments: [UInt8]) {
      receive(Self.file(name, site, arguments))
    }
    var words = TermShard(size: Self.wordShardSize)
    var places = TermShard(size: Self.placeShardSize)
    var previous = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    terms.forEach { term in
      let shared = TermShard.sharedBytes(previous, term.name)
      previous = term.name
      if let full = words.open(term.name, shared) { add("w\(words.number - 1)", full) }
      ScriptText.append(term.pageCount, to: &words.values)
      if let full = places.open(term.name, shared) { add("p\(places.number - 1)", full) }
      if !places.values.isEmpty { places.values.append(UInt8(ascii: "!")) }
      places.values.append(contentsOf: term.shown)
    }
    add("w\(words.number)", words.arguments)
    add("p\(places.number)", places.arguments)
    var directory = Array("\(pageCount),".utf8)
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
  mutating func open(_ term: UnsafeBufferPointer<UInt8>, _ shared: Int) -> [UInt8]? {
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

  private mutating func addBoundary(_ term: UnsafeBufferPointer<UInt8>, _ shared: Int) {
    var end = shared + 1
    while end < term.count, term[end] & 0xC0 == 0x80 { end += 1 }
    if !boundaries.isEmpty { boundaries.append(UInt8(ascii: " ")) }
    boundaries += term[..<min(end, term.count)]
  }

  private mutating func appendFrontCoded(_ term: UnsafeBufferPointer<UInt8>, _ shared: Int) {
    if !terms.isEmpty { terms.append(UInt8(ascii: " ")) }
    var characters = 0
    for byte in term.prefix(shared) where byte & 0xC0 != 0x80 { characters += 1 }
    ScriptText.append(characters, to: &terms)
    terms += term.dropFirst(shared)
  }

  /// How many bytes a term shares with the one before: whole characters, and fewer than 60 of them,
  /// so that one digit says it.
  static func sharedBytes(
    _ previous: UnsafeBufferPointer<UInt8>, _ term: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let most = min(previous.count, term.count, 59)
    var count = 0
    while count < most, previous[count] == term[count] { count += 1 }
    while count > 0, count < term.count, term[count] & 0xC0 == 0x80 { count -= 1 }
    return count
  }
}
