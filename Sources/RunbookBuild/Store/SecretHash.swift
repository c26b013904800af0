import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hash of files that nobody can aim at who does not know the numbers that it was made with, at a tenth of
/// the cost of SHA-256. Each block of a file becomes two sums of products (NH of Black and others, "UMAC: Fast
/// and Secure Message Authentication", 1999), and these the coefficients of two polynomials over the integers
/// modulo 2^61 - 1, each evaluated at a secret place (Carter and Wegman, "Universal classes of hash functions",
/// 1979).
package struct SecretHash: Sendable {
  package struct Value: Sendable, Equatable {
    let first: UInt64
    let second: UInt64
  }

  private static let modulus: UInt64 = 1 << 61 - 1
  private static let size = 16
  /// How many words of eight bytes a block has; the last one is filled up with zeros.
  private static let blockWords = 16

  private let places: (UInt64, UInt64)
  /// One for each word of a block; for the second sum they begin two further on.
  private let keys: [UInt64]

  /// With the secret of a cache folder, which is made if need be; nil where it cannot be.
  package init?(folder: String) {
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
    // A digest has four words.
    keys = (0...UInt8(Self.blockWords / 4)).flatMap { number -> [UInt64] in
      let words = SHA256.words(secret + [number])
      return [words.0, words.1, words.2, words.3]
    }
  }

  package func value(of bytes: UnsafeRawBufferPointer) -> Value {
    // The length tells zeros at the end from those that fill up a block.
    var (first, second) = (UInt64(bytes.count), UInt64(bytes.count))
    let size = 8 * Self.blockWords
    keys.withUnsafeBufferPointer { keys in
      var offset = 0
      while offset + size <= bytes.count {
        let block = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
        add(block, keys, &first, &second)
        offset += size
      }
      guard offset < bytes.count else { return }
      withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { last in
        last.initializeMemory(as: UInt8.self, repeating: 0)
        last.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
        add(UnsafeRawBufferPointer(last), keys, &first, &second)
      }
    }
    return Value(first: first % Self.modulus, second: second % Self.modulus)
  }

  private func add(
    _ block: UnsafeRawBufferPointer, _ keys: UnsafeBufferPointer<UInt64>, _ first: inout UInt64,
    _ second: inout UInt64
  ) {
    var sums = (Sum(), Sum())
    for index in stride(from: 0, to: Self.blockWords, by: 2) {
      let left = UInt64(
        littleEndian: block.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
      let right = UInt64(
        littleEndian: block.loadUnaligned(fromByteOffset: 8 * index + 8, as: UInt64.self))
      sums.0.add(left &+ keys[index], right &+ keys[index + 1])
      sums.1.add(left &+ keys[index + 2], right &+ keys[index + 3])
    }
    sums.0.forEachPart { first = Self.product(first &+ $0, places.0) }
    sums.1.forEachPart { second = Self.product(second &+ $0, places.1) }
  }

  /// A sum of products modulo 2^128.
  private struct Sum {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func add(_ left: UInt64, _ right: UInt64) {
      let product = left.multipliedFullWidth(by: right)
      let (sum, isOver) = low.addingReportingOverflow(product.low)
      low = sum
      high = high &+ product.high &+ (isOver ? 1 : 0)
    }

    /// Its bits in parts of 56.
    func forEachPart(_ body: (UInt64) -> Void) {
      body(low & (1 << 56 - 1))
      body(low >> 56 | high << 8 & (1 << 56 - 1))
      body(high >> 48)
    }
  }

  /// Below 2^62, and right modulo 2^61 - 1, where one factor is below 2^61 and the other below 2^63.
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let reduced = (low & modulus) &+ (high << 3 | low >> 61)
    return (reduced & modulus) &+ (reduced >> 61)
  }
}
