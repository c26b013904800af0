import RunbookBuild
import Testing

/// The hash by which files of the output are known.
@Suite struct SecretHashTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func hash(_ name: String = "cache") throws -> SecretHash {
    try #require(SecretHash(folder: folder.path + "/" + name))
  }

  private func value(_ bytes: [UInt8], _ hash: SecretHash) -> SecretHash.Value {
    bytes.withUnsafeBytes { hash.value(of: $0) }
  }

  /// Blocks have 128 bytes.
  @Test(arguments: [1, 7, 8, 127, 128, 129, 300]) func everyBitCounts(_ length: Int) throws {
    let hash = try hash()
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let own = value(bytes, hash)
    for bit in 0..<8 * length {
      var other = bytes
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(value(other, hash) != own)
    }
  }

  @Test func zerosAtTheEndCount() throws {
    let hash = try hash()
    var seen: [SecretHash.Value] = []
    for length in 0..<300 {
      let own = value([UInt8](repeating: 0, count: length), hash)
      #expect(!seen.contains(own), "\(length)")
      seen.append(own)
    }
  }

  @Test func blocksInAnotherOrderAreAnotherFile() throws {
    let hash = try hash()
    let (one, two) = ([UInt8](repeating: 1, count: 128), [UInt8](repeating: 2, count: 128))
    #expect(value(one + two, hash) != value(two + one, hash))
  }

  @Test func theSecretOfTheFolderDecides() throws {
    let bytes = Array("a file".utf8)
    let first = value(bytes, try hash())
    #expect(value(bytes, try hash()) == first)
    #expect(value(bytes, try hash("another")) != first)
  }
}
