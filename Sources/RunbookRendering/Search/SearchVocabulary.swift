/// All terms of a site, and of each the pages that a reader may be shown for it. Made from the notes
/// in two passes over flat arrays; a term is never a `String`.
package struct SearchVocabulary {
  /// Pages kept for one term. A term on more pages says little about any of them: the pages with the
  /// highest field are kept, the first ones among equals, so that no list grows with the site.
  package static let mostPages = 1_000

  /// A page of a term: its number, and where in its note the term's places start.
  package struct Posting {
    package let page: UInt32
    let places: UInt32
  }

  private struct Term {
    let hash: UInt32
    let length: UInt32
    let start: Int
    /// Pages by the highest field that the term has there.
    package var counts: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var first = 0
    var admitted: UInt32 = 0
    /// Pages of this field are admitted as long as there is room, pages of lower ones never.
    var cutField: UInt8 = 0
    var room: UInt32 = 0

    var pageCount: Int { Int(counts.0 + counts.1 + counts.2 + counts.3) }
  }

  private var terms: [Term] = []
  private var slots = [UInt32](repeating: 0, count: 1 << 14)
  private var arena: [UInt8] = []
  private var postings: [Posting] = []

  package init(_ notes: [SearchNote]) {
    let ids = count(notes)
    reserve()
    fill(notes, ids)
    slots = []
  }

  package var count: Int { terms.count }

  package func bytes(of term: Int) -> ArraySlice<UInt8> {
    arena[terms[term].start..<terms[term].start + Int(terms[term].length)]
  }

  /// On how many pages a term is, kept or not.
  package func pageCount(of term: Int) -> Int { terms[term].pageCount }

  /// In the order of the pages.
  package func postings(of term: Int) -> ArraySlice<Posting> {
    postings[terms[term].first..<terms[term].first + Int(terms[term].admitted)]
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
          switch reader.skipPlaces() {
          case 0: terms[id].counts.0 += 1
          case 1: terms[id].counts.1 += 1
          case 2: terms[id].counts.2 += 1
          default: terms[id].counts.3 += 1
          }
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
      let counts = terms[index].counts
      var left = UInt32(Self.mostPages)
      for (field, count) in [counts.3, counts.2, counts.1, counts.0].enumerated() {
        terms[index].cutField = UInt8(3 - field)
        terms[index].room = min(left, count)
        terms[index].admitted += min(left, count)
        if count > left { break }
        left -= count
      }
      terms[index].first = total
      total += Int(terms[index].admitted)
      terms[index].admitted = 0
    }
    postings = [Posting](repeating: Posting(page: 0, places: 0), count: total)
  }

  private mutating func fill(_ notes: [SearchNote], _ ids: [UInt32]) {
    var next = 0
    for (page, note) in notes.enumerated() {
      note.bytes.withUnsafeBufferPointer { bytes in
        var reader = NoteReader(bytes, 0)
        while reader.nextTerm() != nil {
          let places = reader.position
          let field = reader.skipPlaces()
          admit(Int(ids[next]), field, Posting(page: UInt32(page), places: UInt32(places)))
          next += 1
        }
      }
    }
  }

  private mutating func admit(_ term: Int, _ field: UInt8, _ posting: Posting) {
    let cut = terms[term].cutField
    guard field >= cut else { return }
    if field == cut {
      guard terms[term].room > 0 else { return }
      terms[term].room -= 1
    }
    postings[terms[term].first + Int(terms[term].admitted)] = posting
    terms[term].admitted += 1
  }
}

/// Reads the terms of a note.
package struct NoteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Where the next term stands; the reader is then before its places.
  package mutating func nextTerm() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position + 1
    position = start + Int(bytes[position])
    return start..<position
  }

  /// Goes over the places of a term and returns the highest field.
  mutating func skipPlaces() -> UInt8 {
    let count = bytes[position]
    position += 1
    var highest: UInt8 = 0
    for _ in 0..<count {
      highest = max(highest, bytes[position] & 3)
      while bytes[position] >= 0x80 { position += 1 }
      position += 1
    }
    return highest
  }

  /// Reads the places of a term, each section × 4 + field.
  package mutating func readPlaces(_ body: (Int, _ isLast: Bool) -> Void) {
    let count = Int(bytes[position])
    position += 1
    for index in 0..<count {
      var value = 0
      var shift = 0
      while bytes[position] >= 0x80 {
        value |= Int(bytes[position] & 0x7F) << shift
        shift += 7
        position += 1
      }
      value |= Int(bytes[position]) << shift
      position += 1
      body(value, index == count - 1)
    }
  }
}
