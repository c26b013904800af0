import RunbookModel

/// What the search index keeps of a page until all pages are known: its terms as flat bytes, made
/// together with the page, in the order of their first appearance.
///
/// A term: one byte for its length, its bytes, one byte for the number of places, and for each place a
/// number of seven bits a byte, low bits first: section × 4 + field. Places are in ascending order,
/// one for a section.
package struct SearchNote: Sendable {
  /// Where a term stands; the raw value is its rank.
  enum Field: UInt8 {
    case text, code, heading, title
  }

  /// A term in more sections of a page counts for the first ones and the best ones only.
  static let mostPlaces = 6

  package let bytes: [UInt8]
}

/// Gathers the terms of one page in an open hash table over flat arrays.
struct TermTable {
  private struct Entry {
    let hash: UInt32
    let start: UInt32
    let length: UInt32
    /// Its place in the section that is being read, or an earlier one.
    var lastPlace: Int32
    var placeCount: UInt32
  }

  private struct Place {
    let entry: UInt32
    let section: UInt32
    var field: UInt8
  }

  private var slots: [UInt32]
  private var entries: [Entry] = []
  private var places: [Place] = []
  private var arena: [UInt8] = []

  init() {
    slots = [UInt32](repeating: 0, count: 1024)
    entries.reserveCapacity(400)
    places.reserveCapacity(600)
    arena.reserveCapacity(4096)
  }

  mutating func add(
    _ term: UnsafeBufferPointer<UInt8>, _ section: Int, _ field: SearchNote.Field
  ) {
    var hash: UInt32 = 2_166_136_261
    for byte in term { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 15
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, isTerm(entries[index], term) {
        addPlace(index, section, field)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(
      Entry(
        hash: hash, start: UInt32(arena.count), length: UInt32(term.count),
        lastPlace: Int32(places.count), placeCount: 1))
    arena.append(contentsOf: term)
    places.append(
      Place(entry: UInt32(entries.count - 1), section: UInt32(section), field: field.rawValue))
    if 2 * entries.count > slots.count { grow() }
  }

  private mutating func addPlace(_ index: Int, _ section: Int, _ field: SearchNote.Field) {
    let last = Int(entries[index].lastPlace)
    if places[last].section == UInt32(section) {
      places[last].field = max(places[last].field, field.rawValue)
    } else {
      entries[index].lastPlace = Int32(places.count)
      entries[index].placeCount += 1
      places.append(
        Place(entry: UInt32(index), section: UInt32(section), field: field.rawValue))
    }
  }

  private func isTerm(_ entry: Entry, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.length == UInt32(term.count) else { return false }
    let start = Int(entry.start)
    for index in 0..<term.count where arena[start + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// All terms.
  func note() -> SearchNote {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(arena.count + 2 * entries.count + 2 * places.count)
    write(to: &bytes)
    return SearchNote(bytes: bytes.compact)
  }

  private func write(to bytes: inout [UInt8]) {
    // A counting sort: places come by section, a note wants them by term.
    var starts = [UInt32](repeating: 0, count: entries.count + 1)
    for (index, entry) in entries.enumerated() {
      starts[index + 1] = starts[index] + entry.placeCount
    }
    var sorted = [UInt32](repeating: 0, count: places.count)
    var next = starts
    for place in places {
      let entry = Int(place.entry)
      sorted[Int(next[entry])] = place.section << 2 | UInt32(place.field)
      next[entry] += 1
    }
    for (index, entry) in entries.enumerated() {
      bytes.append(UInt8(entry.length))
      bytes.append(contentsOf: arena[Int(entry.start)..<Int(entry.start + entry.length)])
      Self.write(sorted[Int(starts[index])..<Int(starts[index + 1])], to: &bytes)
    }
  }

  private static func write(_ places: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    guard places.count > SearchNote.mostPlaces else {
      bytes.append(UInt8(places.count))
      for place in places { append(place, to: &bytes) }
      return
    }
    let best = places.sorted { ($1 & 3, $0) < ($0 & 3, $1) }.prefix(SearchNote.mostPlaces).sorted()
    bytes.append(UInt8(best.count))
    for place in best { append(place, to: &bytes) }
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}
