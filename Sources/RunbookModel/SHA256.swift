/// The hash function of FIPS 180-4 §6.2, for names that change when content changes.
package enum SHA256 {
  /// First 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2).
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// First 32 bits of the fractional parts of the square roots of the first 8 primes (§5.3.3).
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  /// The digest as 64 lower-case hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value + UInt8(ascii: value < 10 ? "0" : "W") }
    let digest = digest(bytes)
    return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
      for (index, byte) in digest.enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 2 * digest.count
    }
  }

  /// The 32 bytes of the digest.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    let wholeBlocks = bytes.count / 64 * 64
    let tail = padding(of: bytes, from: wholeBlocks)
    var state = start
    constants.withUnsafeBufferPointer { constants in
      state.withUnsafeMutableBufferPointer { state in
        bytes.withUnsafeBytes {
          compress(UnsafeRawBufferPointer(rebasing: $0[..<wholeBlocks]), state, constants)
        }
        tail.withUnsafeBytes { compress($0, state, constants) }
      }
    }
    return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      for (index, word) in state.enumerated() {
        let bytes = UnsafeMutableRawBufferPointer(digest)
        bytes.storeBytes(of: word.bigEndian, toByteOffset: 4 * index, as: UInt32.self)
      }
      count = 32
    }
  }

  /// §5.1.1: what is left of the message, a one bit, zeros, and the length in bits as 64-bit big endian.
  private static func padding(of bytes: [UInt8], from start: Int) -> [UInt8] {
    let rest = bytes.count - start
    var tail = [UInt8](repeating: 0, count: rest < 56 ? 64 : 128)
    for index in 0..<rest { tail[index] = bytes[start + index] }
    tail[rest] = 0x80
    let bitCount = UInt64(bytes.count) * 8
    for index in 0..<8 {
      tail[tail.count - 1 - index] = UInt8(truncatingIfNeeded: bitCount >> (8 * UInt64(index)))
    }
    return tail
  }

  /// §6.2.2, for each whole block. Every payload of every page goes through this: it works on memory
  /// of its own and on local variables.
  private static func compress(
    _ blocks: UnsafeRawBufferPointer, _ state: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for start in stride(from: 0, to: blocks.count, by: 64) {
        fill(schedule, from: blocks, at: start)
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        // Eight rounds turn the variables once around: their names move, not their values.
        for index in stride(from: 0, to: 64, by: 8) {
          func word(_ offset: Int) -> UInt32 {
            constants[index + offset] &+ schedule[index + offset]
          }
          round(a, b, c, &d, e, f, g, &h, word(0))
          round(h, a, b, &c, d, e, f, &g, word(1))
          round(g, h, a, &b, c, d, e, &f, word(2))
          round(f, g, h, &a, b, c, d, &e, word(3))
          round(e, f, g, &h, a, b, c, &d, word(4))
          round(d, e, f, &g, h, a, b, &c, word(5))
          round(c, d, e, &f, g, h, a, &b, word(6))
          round(b, c, d, &e, f, g, h, &a, word(7))
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
      }
    }
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    // Rotations by 6, 11 and 25, and by 2, 13 and 22, as steps from one to the next.
    let sumE = rotated(rotated(rotated(e, 14) ^ e, 5) ^ e, 6)
    let choice = g ^ (e & (f ^ g))
    let first = h &+ sumE &+ choice &+ word
    let sumA = rotated(rotated(rotated(a, 9) ^ a, 11) ^ a, 2)
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ sumA &+ majority
  }

  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from blocks: UnsafeRawBufferPointer,
    at start: Int
  ) {
    for index in 0..<16 {
      schedule[index] = UInt32(
        bigEndian: blocks.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (near, far) = (schedule[index - 2], schedule[index - 15])
      let sigmaFar = rotated(far, 7) ^ rotated(far, 18) ^ (far >> 3)
      let sigmaNear = rotated(near, 17) ^ rotated(near, 19) ^ (near >> 10)
      schedule[index] = sigmaNear &+ schedule[index - 7] &+ sigmaFar &+ schedule[index - 16]
    }
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}
