/// Takes messages out of a stream as the base protocol of LSP frames them: header lines, an empty line, and as
/// many bytes as `Content-Length` says.
///
/// Source: Language Server Protocol 3.17, "Base Protocol".
package struct ContentFrames: Sendable {
  /// The stream cannot be understood from here on.
  package struct Damage: Error, Equatable {
    package let reason: String
  }

  /// Longer messages, and longer headers, are not waited for.
  static let longestMessage = 256 << 20
  static let longestHeader = 16 << 10

  private var bytes: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next whole message; nil where more has to be read.
  package mutating func next() throws(Damage) -> [UInt8]? {
    guard let headerEnd = headerEnd else {
      guard bytes.count - start <= Self.longestHeader else {
        throw Damage(reason: "a header is longer than \(Self.longestHeader) bytes")
      }
      return nil
    }
    let length = try Self.length(bytes[start..<headerEnd])
    guard length <= Self.longestMessage else {
      throw Damage(reason: "a message of \(length) bytes is longer than \(Self.longestMessage)")
    }
    let body = headerEnd + 4
    guard bytes.count >= body + length else { return nil }
    start = body + length
    return Array(bytes[body..<body + length])
  }

  /// Where the empty line begins that ends the header.
  private var headerEnd: Int? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var index = start
    while index + 4 <= bytes.count {
      if bytes[index] == end[0], bytes[index..<index + 4].elementsEqual(end) { return index }
      index += 1
    }
    return nil
  }

  private static func length(_ header: ArraySlice<UInt8>) throws(Damage) -> Int {
    for line in String(decoding: header, as: UTF8.self).split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      guard let length = Int(parts[1].filter { $0 != " " }), length >= 0 else { break }
      return length
    }
    throw Damage(reason: "a header has no Content-Length")
  }

  /// A message with its header.
  package static func frame(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
