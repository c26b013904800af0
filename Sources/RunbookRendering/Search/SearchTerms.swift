package import RunbookModel

/// All terms of a site with the places that each stands at, sorted, as flat bytes that a later build can change
/// in a few terms.
///
/// A term: its bytes, on how many pages it is, the places that readers are shown as the shards have them, and the
/// places on all pages where these are more. What can be of any length stands behind its length. Numbers
/// have seven bits a byte, low bits first.
package struct SearchTerms: Sendable {
  /// Pages that readers are shown for one term. A term on more pages says little about any of them: the pages with
  /// the highest field are kept, the first ones among equals, so that no list grows with the site.
  package static let mostPages = 1_000

  /// What a page says now in the place of what it said.
  package struct Change: Sendable {
    let page: Int
    let old, new: SearchNote

    package init(page: Int, old: SearchNote, new: SearchNote) {
      (self.page, self.old, self.new) = (page, old, new)
    }
  }

  package let bytes: [UInt8]

  /// - Parameters:
  ///   - notes: in the order of the pages.
  ///   - limit: how many pages of terms are in memory at a time; notes with many more are gone through more often.
  package init(_ notes: [SearchNote], limit: Int = 1 << 16) {
    var vocabulary = SearchVocabulary(notes, limit: limit)
    var writer = TermWriter()
    var list = PostingList()
    vocabulary.forEach { term, postings in
      list.removeAll()
      for posting in postings {
        list.add(Int(posting.page), notes[Int(posting.page)], at: Int(posting.places))
      }
      writer.add(term, list)
    }
    bytes = writer.bytes
  }

  /// The terms of an earlier build after some pages have changed.
  ///
  /// - Parameters:
  ///   - bytes: what `bytes` was then.
  ///   - changes: in the order of the pages.
  /// - Throws: `RecordDamage` where the bytes are no terms.
  package init(_ bytes: [UInt8], _ changes: [Change]) throws(RecordDamage) {
    let touched = TouchedTerms(changes).sorted
    let changed = bytes.withUnsafeBufferPointer { Self.apply(touched, to: $0) }
    guard let changed else { throw RecordDamage() }
    self.bytes = changed
  }

  private static func apply(
    _ touched: [TouchedTerms.Term], to bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8]? {
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var reader = TermReader(bytes)
    var writer = TermWriter()
    var rest = touched[...]
    while let known = reader.next() {
      while let term = rest.first, term.precedes(known.name) {
        guard writer.add(term.bytes, none, term.changes) else { return nil }
        rest.removeFirst()
      }
      if let term = rest.first, term.bytes.elementsEqual(known.name) {
        guard writer.add(term.bytes, known.all, term.changes) else { return nil }
        rest.removeFirst()
      } else {
        writer.add(known.whole)
      }
    }
    for term in rest {
      guard writer.add(term.bytes, none, term.changes) else { return nil }
    }
    return reader.isAtEnd ? writer.bytes : nil
  }

  /// Hands over each term in its turn.
  func forEach(_ body: (TermReader.Term) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = TermReader(bytes)
      while let term = reader.next() { body(term) }
    }
  }
}

/// The terms that stand elsewhere on a page, or on other pages, than they did.
private struct TouchedTerms {
  struct Term {
    let bytes: [UInt8]
    /// In the order of the pages.
    var changes: [PostingList.Change]

    func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
      bytes.withUnsafeBufferPointer { $0.precedes(other) }
    }
  }

  private(set) var sorted: [Term] = []

  init(_ changes: [SearchTerms.Change]) {
    var terms: [[UInt8]: [PostingList.Change]] = [:]
    for change in changes {
      let old = Self.places(change.old)
      let new = Self.places(change.new)
      for (term, places) in new where old[term].map({ $0.bytes == places.bytes }) != true {
        terms[term, default: []].append(
          PostingList.Change(page: change.page, note: change.new, places: places.start))
      }
      for term in old.keys where new[term] == nil {
        terms[term, default: []].append(PostingList.Change(page: change.page, note: nil, places: 0))
      }
    }
    sorted = terms.map { Term(bytes: $0.key, changes: $0.value) }.sorted { left, right in
      right.bytes.withUnsafeBufferPointer { left.precedes($0) }
    }
  }

  /// Where the places of each term start, and the places.
  private static func places(
    _ note: SearchNote
  ) -> [[UInt8]: (start: Int, bytes: ArraySlice<UInt8>)] {
    var places: [[UInt8]: (start: Int, bytes: ArraySlice<UInt8>)] = [:]
    note.bytes.withUnsafeBufferPointer { bytes in
      var reader = NoteReader(bytes, 0)
      while let term = reader.nextTerm() {
        let start = reader.position
        reader.skipPlaces()
        places[Array(note.bytes[term])] = (start, note.bytes[start..<reader.position])
      }
    }
    return places
  }
}
