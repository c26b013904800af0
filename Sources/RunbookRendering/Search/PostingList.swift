/// The pages of one term with its places on them, in the order of the pages.
struct PostingList {
  private struct Posting {
    let page: UInt32
    /// Where its places begin and end in `places`.
    let start, end: UInt32
    let highestField: UInt8
  }

  private var postings: [Posting] = []
  /// Section × 4 + field, ascending within a page.
  private var places: [UInt32] = []

  var pageCount: Int { postings.count }

  mutating func removeAll() {
    postings.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Adds a page behind the others.
  ///
  /// - Parameter position: where the places of the term start in the page's note.
  mutating func add(_ page: Int, _ note: SearchNote, at position: Int) {
    let start = places.count
    note.bytes.withUnsafeBufferPointer { bytes in
      var reader = NoteReader(bytes, position)
      reader.readPlaces { places.append(UInt32($0)) }
    }
    close(page, from: start)
  }

  private mutating func close(_ page: Int, from start: Int) {
    var field: UInt8 = 0
    for place in places[start...] { field = max(field, UInt8(place & 3)) }
    postings.append(
      Posting(
        page: UInt32(page), start: UInt32(start), end: UInt32(places.count), highestField: field))
  }

  /// Writes all pages as the shards of places have them.
  func write(to bytes: inout ByteBuffer) {
    var page: UInt32 = 0
    for posting in postings { write(posting, after: &page, to: &bytes) }
  }

  /// Writes the pages with the highest field, the first ones among equals.
  func write(best count: Int, to bytes: inout ByteBuffer) {
    var counts = [0, 0, 0, 0]
    for posting in postings { counts[Int(posting.highestField)] += 1 }
    // Pages of this field are taken as long as there is room, pages of lower ones never.
    var (cut, room) = (3, count)
    while cut > 0, counts[cut] <= room {
      room -= counts[cut]
      cut -= 1
    }
    var page: UInt32 = 0
    for posting in postings where Int(posting.highestField) >= cut {
      if Int(posting.highestField) == cut {
        guard room > 0 else { continue }
        room -= 1
      }
      write(posting, after: &page, to: &bytes)
    }
  }

  private func write(
    _ posting: Posting, after page: inout UInt32, to bytes: inout ByteBuffer
  ) {
    ScriptText.append(Int(posting.page - page), to: &bytes)
    page = posting.page
    var section = 0
    for position in posting.start..<posting.end {
      let place = Int(places[Int(position)])
      let distance = (place >> 2) - section
      section = place >> 2
      let isLast = position == posting.end - 1
      ScriptText.append((distance * 4 + (place & 3)) * 2 + (isLast ? 0 : 1), to: &bytes)
    }
  }
}

extension PostingList {
  /// What a page says of the term now.
  struct Change {
    let page: Int
    /// Nil where the term is no longer on the page.
    let note: SearchNote?
    /// Where the places of the term start in the note.
    let places: Int
  }

  /// Adds the pages that `write(to:)` has written, with those of some pages in the place of what was known of
  /// these.
  ///
  /// - Parameter changes: in the order of the pages.
  /// - Returns: whether the bytes are such a list.
  mutating func add(_ written: UnsafeBufferPointer<UInt8>, _ changes: [Change]) -> Bool {
    var changes = changes[...]
    var (position, page) = (0, 0)
    while position < written.count {
      guard let distance = ScriptText.number(in: written, at: &position),
        distance <= Int(Int32.max) - page
      else { return false }
      page += distance
      add(&changes, before: page)
      let start = places.count
      guard addPlaces(written, &position) else { return false }
      guard let change = changes.first, change.page == page else {
        close(page, from: start)
        continue
      }
      places.removeSubrange(start...)
      add(&changes, before: page + 1)
    }
    add(&changes, before: .max)
    return true
  }

  private mutating func add(_ changes: inout ArraySlice<Change>, before page: Int) {
    while let change = changes.first, change.page < page {
      changes.removeFirst()
      if let note = change.note { add(change.page, note, at: change.places) }
    }
  }

  private mutating func addPlaces(
    _ written: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Bool {
    var section = 0
    while true {
      guard let number = ScriptText.number(in: written, at: &position),
        number >> 3 <= Int(Int32.max) >> 2 - section
      else { return false }
      section += number >> 3
      places.append(UInt32(section << 2 | number >> 1 & 3))
      if number & 1 == 0 { return true }
    }
  }
}
