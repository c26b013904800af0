/// Bytes that are written one behind the other. An array asks at every append whether somebody else
/// holds it too, which costs more than the append where pieces are short; this has one owner.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0

  init(reserving capacity: Int = 0) {
    if capacity > 0 { grow(by: capacity) }
  }

  deinit { start?.deallocate() }

  var last: UInt8? { count > 0 ? start?[count - 1] : nil }

  /// A copy of what was written, from a position on.
  func array(from position: Int = 0) -> [UInt8] {
    Array(
      UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: start, count: count)[position...]))
  }

  /// Lets somebody read what was written.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Forgets what was written, and keeps the room for it.
  mutating func removeAll() { count = 0 }

  /// What was written, as text.
  var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start.unsafelyUnwrapped[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ added: Int) {
    if added > capacity - count { grow(by: added) }
    (start.unsafelyUnwrapped + count).update(from: bytes, count: added)
    count += added
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress, !bytes.isEmpty { append(first, bytes.count) }
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Text of ours, without a string being made of it.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    if text.utf8CodeUnitCount > 0 { append(text.utf8Start, text.utf8CodeUnitCount) }
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(2 * capacity, count + added, 64)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    if let start {
      larger.update(from: start, count: count)
      start.deallocate()
    }
    start = larger
  }
}
