#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes what a `TermReader` reads.
struct TermWriter: ~Copyable {
  /// Everything that was written.
  private(set) var bytes: [UInt8] = []
  private var shown = ByteBuffer()
  private var all = ByteBuffer()

  /// Adds a term that was written before.
  mutating func add(_ whole: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: whole) }

  /// Adds a term with the places that were written, as far as they have not changed.
  ///
  /// - Returns: whether the bytes are such places.
  mutating func add(
    _ name: [UInt8], _ written: UnsafeBufferPointer<UInt8>, _ changes: [PostingList.Change]
  ) -> Bool {
    var list = PostingList()
    guard list.add(written, changes) else { return false }
    // The last page may have lost it.
    if list.pageCount > 0 { add(name[...], list) }
    return true
  }

  mutating func add(_ name: ArraySlice<UInt8>, _ list: PostingList) {
    shown.removeAll()
    all.removeAll()
    if list.pageCount > SearchTerms.mostPages {
      list.write(best: SearchTerms.mostPages, to: &shown)
      list.write(to: &all)
    } else {
      list.write(to: &shown)
    }
    add(name.count)
    bytes.append(contentsOf: name)
    add(list.pageCount)
    add(shown.count)
    shown.withBytes { bytes.append(contentsOf: $0) }
    add(all.count)
    all.withBytes { bytes.append(contentsOf: $0) }
  }

  private mutating func add(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads `SearchTerms` term by term.
struct TermReader {
  struct Term {
    let whole, name: UnsafeBufferPointer<UInt8>
    /// On how many pages it is.
    let pageCount: Int
    /// Its places on the pages that readers are shown, and on all.
    let shown, all: UnsafeBufferPointer<UInt8>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// False after a `next` that found no whole term.
  var isAtEnd: Bool { position == bytes.count }

  mutating func next() -> Term? {
    let start = position
    guard let name = part(), let pageCount = number(), let shown = part(), let all = part() else {
      // Nothing stands there, or no term.
      position = start
      return nil
    }
    return Term(
      whole: UnsafeBufferPointer(rebasing: bytes[start..<position]), name: name,
      pageCount: pageCount, shown: shown, all: all.isEmpty ? shown : all)
  }

  private mutating func part() -> UnsafeBufferPointer<UInt8>? {
    guard let count = number(), count <= bytes.count - position else { return nil }
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
  }

  private mutating func number() -> Int? {
    var (number, shift) = (0, 0)
    while position < bytes.count, shift < 56 {
      let byte = bytes[position]
      position += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes come before others, in the order of the bytes.
  func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let one = baseAddress, let two = other.baseAddress else { return count < other.count }
    let order = memcmp(one, two, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}
