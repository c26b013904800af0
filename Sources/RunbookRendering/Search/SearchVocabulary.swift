/// All terms of a site, and of each the pages that it is on. Made from the notes over flat arrays, in one pass that
/// counts and as many as the pages of all terms take, a part of them at a time; a term is never a `String`.
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
    var pageCount: UInt32 = 0
    /// Where its next page goes in `postings`, as long as these hold its pages.
    var next: Int32 = -1
  }

  private var terms: [Term] = []
  private var slots = [UInt32](repeating: 0, count: 1 << 14)
  private var arena: [UInt8] = []
  private var postings: [Posting] = []
  private let notes: [SearchNote]
  /// The terms of the notes, in their order.
  private var ids: [UInt32] = []
  /// How many pages of terms are held at a time.
  private let limit: Int

  /// - Parameter limit: how many pages of terms are held at a time, of eight bytes each; a sixth of them where that
  ///   is more, as the notes are gone through each time.
  init(_ notes: [SearchNote], limit: Int) {
    self.notes = notes
    self.limit = limit
    count()
    slots = []
  }

  private func bytes(of term: Int) -> ArraySlice<UInt8> {
    arena[terms[term].start..<terms[term].start + Int(terms[term].length)]
  }

  /// Hands over each term in its turn, with its pages in their order.
  mutating func forEach(_ body: (ArraySlice<UInt8>, ArraySlice<Posting>) -> Void) {
    var rest = sorted()[...]
    while !rest.isEmpty {
      let part = rest.prefix(reserve(rest))
      fill()
      var start = 0
      for term in part {
        let end = Int(terms[term].next)
        body(bytes(of: term), postings[start..<end])
        terms[term].next = -1
        start = end
      }
      rest = rest[part.endIndex...]
    }
  }

  /// All terms by their bytes, which is also the order of JavaScript's strings, as no term holds a
  /// character beyond U+FFFF.
  private func sorted() -> [Int] {
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

  /// Enters every term.
  private mutating func count() {
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

  // MARK: Further passes

  /// Gives each of the first terms its stretch of `postings`.
  ///
  /// - Returns: how many terms have one, which is one at least.
  private mutating func reserve(_ order: ArraySlice<Int>) -> Int {
    var (total, count) = (0, 0)
    for term in order {
      let pages = Int(terms[term].pageCount)
      if count > 0, total + pages > max(limit, ids.count / 6) { break }
      terms[term].next = Int32(total)
      total += pages
      count += 1
    }
    if postings.count < total {
      postings = [Posting](repeating: Posting(page: 0, places: 0), count: total)
    }
    return count
  }

  private mutating func fill() {
    var next = 0
    for (page, note) in notes.enumerated() {
      note.bytes.withUnsafeBufferPointer { bytes in
        var reader = NoteReader(bytes, 0)
        while reader.nextTerm() != nil {
          let term = Int(ids[next])
          let place = terms[term].next
          if place >= 0 {
            postings[Int(place)] = Posting(page: UInt32(page), places: UInt32(reader.position))
            terms[term].next = place + 1
          }
          reader.skipPlaces()
          next += 1
        }
      }
    }
  }
}
