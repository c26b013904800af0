import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hash of files that nobody can aim at who does not know the numbers that it was made with, at a tenth of
/// the cost of SHA-256: the bytes are the coefficients of a polynomial over the integers modulo 2^61 - 1, which
/// is evaluated at two secret places (Carter and Wegman, "Universal classes of hash functions", 1979).
package struct SecretHash: Sendable {
  struct Value: Sendable, Equatable {
    let first: UInt64
    let second: UInt64
  }

  private static let modulus: UInt64 = 1 << 61 - 1
  private static let size = 16

  private let places: (UInt64, UInt64)

  /// With the secret of a cache folder, which is made if need be; nil where it cannot be.
  init?(folder: String) {
    let path = folder + "/secret"
    if let bytes = try? Disk.read(path, limit: Self.size), bytes.count == Self.size {
      self.init(bytes)
      return
    }
    let bytes = (0..<Self.size).map { _ in UInt8.random(in: 0...255) }
    guard (try? Disk.makeFolders(folder, shown: folder)) != nil else { return nil }
    _ = unlink(path)
    // Another build may just have made one: then this one goes without.
    guard (try? Disk.create(path, bytes, shown: path)) != nil else { return nil }
    chmod(path, 0o600)
    self.init(bytes)
  }

  private init(_ secret: [UInt8]) {
    func place(_ offset: Int) -> UInt64 {
      secret[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) } % (Self.modulus - 2) + 2
    }
    places = (place(0), place(8))
  }

  func value(of bytes: UnsafeRawBufferPointer) -> Value {
    var (first, second) = (UInt64(bytes.count), UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      add(word & (1 << 56 - 1), &first, &second)
      offset += 7
    }
    // A last one ends the text, so that zeros at its end count.
    var rest: UInt64 = 1
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
      if rest >> 48 != 0 {
        add(rest, &first, &second)
        rest = 1
      }
    }
    add(rest, &first, &second)
    return Value(first: first % Self.modulus, second: second % Self.modulus)
  }

  private func add(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    first = Self.product(first &+ word, places.0)
    second = Self.product(second &+ word, places.1)
  }

  /// Below 2^62, and right modulo 2^61 - 1, where one factor is below 2^61 and the other below 2^63.
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let reduced = (low & modulus) &+ (high << 3 | low >> 61)
    return (reduced & modulus) &+ (reduced >> 61)
  }
}
