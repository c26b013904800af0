/// The words that scripts and templates ask for.
package struct WordKeys: Sendable {
  /// Keys that are spelt out.
  package private(set) var names: Set<String> = []
  /// What keys begin with whose ends a script puts on.
  private var beginnings: Set<String> = []

  package init() {}

  package func contains(_ key: String) -> Bool {
    names.contains(key) || beginnings.contains { key.hasPrefix($0) }
  }

  /// Adds those of a script: ``say("key")`` asks for one word, ``say(`key-${name}`)`` for all that begin
  /// like that. A method of that name is another one.
  package mutating func add(script bytes: [UInt8]) {
    func isCall(_ place: Int) -> Bool { place == 0 || bytes[place - 1] != UInt8(ascii: ".") }
    Self.find("say(\"", upTo: "\"", in: bytes) { if isCall($0) { names.insert($1) } }
    // One that begins with what is put in may be any word, and is no word of ours.
    Self.find("say(`", upTo: "$", in: bytes) { place, beginning in
      if isCall(place), !beginning.isEmpty { beginnings.insert(beginning) }
    }
  }

  /// Adds those of the tags `{{words.key}}`.
  package mutating func add(template bytes: [UInt8]) {
    Self.find("{{words.", upTo: "}", in: bytes) { names.insert($1) }
  }

  private static func find(
    _ start: String, upTo end: Unicode.Scalar, in bytes: [UInt8], _ found: (Int, String) -> Void
  ) {
    var index = 0
    let (start, end) = (Array(start.utf8), UInt8(ascii: end))
    while let place = bytes.place(of: start, from: index) {
      let key = bytes[(place + start.count)...].prefix { $0 != end && $0 != UInt8(ascii: "\n") }
      found(place, String(decoding: key, as: UTF8.self))
      index = key.endIndex
    }
  }
}
