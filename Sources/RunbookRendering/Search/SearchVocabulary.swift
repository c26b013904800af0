/// All terms of a site, and of each the pages that it is on. Made from the notes in two passes over flat
/// arrays; a term is never a `String`.
struct SearchVocabulary {
  /// A page of a term: its number, and where in its note the term's places start.
  struct Posting {
    let page: UInt32
    let places: UInt32
  }

  private struct Term {
    let hash: UInt32
    let length: UInt32
    let start: Int
    /// Where its pages start in `postings`.
    var first = 0
    var pageCount: UInt32 = 0
  }

  private var terms: [Term] = []
  private var slots = [UInt32](repeating: 0, count: 1 << 14)
  private var arena: [UInt8] = []
  private var postings: [Posting] = []

  init(_ notes: [SearchNote]) {
    let ids = count(notes)
    reserve()
    fill(notes, ids)
    slots = []
  }

  func bytes(of term: Int) -> ArraySlice<UInt8> {
    arena[terms[term].start..<terms[term].start + Int(terms[term].length)]
  }

  /// In the order of the pages.
  func postings(of term: Int) -> ArraySlice<Posting> {
    postings[terms[term].first..<terms[term].first + Int(terms[term].pageCount)]
  }

  /// All terms by their bytes, which is also the order of JavaScript's strings, as no term holds a
  /// character beyond U+FFFF.
  func sorted() -> [Int] {
    let keys = terms.indices.map { (key: firstBytes(of: $0), term: $0) }
    return arena.withUnsafeBufferPointer { arena in
      // Only asked for terms whose first eight bytes are the same.
      func precedes(_ left: Term, _ right: Term) -> Bool {
        for offset in stride(from: 8, to: Int(min(left.length, right.length)), by: 1) {
          let (one, other) = (arena[left.start + offset], arena[right.start + offset])
          if one != other { return one < other }
        }
        return left.length < right.length
      }
      return keys.sorted { left, right in
        left.key != right.key
          ? left.key < right.key : precedes(terms[left.term], terms[right.term])
      }.map(\.term)
    }
  }

  /// Up to eight bytes as a number, so that most comparisons look at nothing else.
  private func firstBytes(of term: Int) -> UInt64 {
    var key: UInt64 = 0
    let bytes = bytes(of: term)
    for offset in 0..<8 {
      key = key << 8 | (offset < bytes.count ? UInt64(bytes[bytes.startIndex + offset]) : 0)
    }
    return key
  }

  // MARK: First pass

  /// Enters every term and returns the number of each, in the order of the notes.
  private mutating func count(_ notes: [SearchNote]) -> [UInt32] {
    var ids: [UInt32] = []
    ids.reserveCapacity(notes.count * 256)
    for note in notes {
      note.bytes.withUnsafeBufferPointer { bytes in
        var reader = NoteReader(bytes, 0)
        while let term = reader.nextTerm() {
          let id = enter(UnsafeBufferPointer(rebasing: bytes[term]))
          ids.append(UInt32(id))
          reader.skipPlaces()
          terms[id].pageCount += 1
        }
      }
    }
    return ids
  }

  private mutating func enter(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in term { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 15
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if terms[index].hash == hash, isTerm(index, term) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(terms.count + 1)
    terms.append(Term(hash: hash, length: UInt32(term.count), start: arena.count))
    arena.append(contentsOf: term)
    if 2 * terms.count > slots.count { grow() }
    return terms.count - 1
  }

  private func isTerm(_ index: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard terms[index].length == UInt32(term.count) else { return false }
    let start = terms[index].start
    for offset in 0..<term.count where arena[start + offset] != term[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, term) in terms.enumerated() {
      var slot = Int(term.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  // MARK: Second pass

  /// Gives each term its stretch of `postings`.
  private mutating func reserve() {
    var total = 0
    for index in terms.indices {
      terms[index].first = total
      total += Int(terms[index].pageCount)
      terms[index].pageCount = 0
    }
    postings = [Posting](repeating: Posting(page: 0, places: 0), count: total)
  }

  private mutating func fill(_ notes: [SearchNote], _ ids: [UInt32]) {
    var next = 0
    for (page, note) in notes.enumerated() {
      note.bytes.withUnsafeBufferPointer { bytes in
        var reader = NoteReader(bytes, 0)
        while reader.nextTerm() != nil {
          add(Int(ids[next]), Posting(page: UInt32(page), places: UInt32(reader.position)))
          reader.skipPlaces()
          next += 1
        }
      }
    }
  }

  private mutating func add(_ term: Int, _ posting: Posting) {
    postings[terms[term].first + Int(terms[term].pageCount)] = posting
    terms[term].pageCount += 1
  }
}
