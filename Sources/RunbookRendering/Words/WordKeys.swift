/// The keys of words that a file asks for.
package enum WordKeys {
  /// What stands between quotation marks after `say(`; a method of that name is another one.
  package static func inScript(_ bytes: [UInt8]) -> Set<String> {
    keys(after: "say(\"", upTo: "\"", in: bytes) { $0 != UInt8(ascii: ".") }
  }

  /// The tags `{{words.key}}`.
  package static func inTemplate(_ bytes: [UInt8]) -> Set<String> {
    keys(after: "{{words.", upTo: "}", in: bytes)
  }

  private static func keys(
    after start: String, upTo end: Unicode.Scalar, in bytes: [UInt8],
    ifBefore isCall: (UInt8) -> Bool = { _ in true }
  ) -> Set<String> {
    var keys: Set<String> = []
    var index = 0
    let (start, end) = (Array(start.utf8), UInt8(ascii: end))
    while let place = bytes.place(of: start, from: index) {
      let key = bytes[(place + start.count)...].prefix { $0 != end && $0 != UInt8(ascii: "\n") }
      if place == 0 || isCall(bytes[place - 1]) {
        keys.insert(String(decoding: key, as: UTF8.self))
      }
      index = key.endIndex
    }
    return keys
  }
}
