import RunbookCommands
import RunbookModel

/// The words of a page's sections, in lower case, to see whether one of them says a certain thing.
struct SectionWords {
  /// Positions in the outline's prose of what stands before the first heading and then of each section.
  private var places: [[Int]]
  private let context: PageContext
  private let bytes: [UInt8]

  init(_ context: PageContext) {
    self.context = context
    bytes = context.file.bytes
    places = Array(repeating: [], count: context.outline.sections.count + 1)
    for (place, prose) in context.outline.prose.enumerated() {
      places[prose.section.map { $0 + 1 } ?? 0].append(place)
    }
  }

  /// The words of the prose below a heading, up to the next one.
  func ofSection(_ section: Int?) -> Set<String> {
    var words: Set<String> = []
    for place in places[section.map { $0 + 1 } ?? 0] {
      words.formUnion(Self.words(context.outline.prose[place].value.plainText))
    }
    return words
  }

  /// The words of the comments in a block.
  func ofComments(in block: CommandBlock) -> Set<String> {
    var words: Set<String> = []
    for comment in block.comments {
      let text = bytes[comment.clamped(to: 0..<bytes.count)]
      words.formUnion(Self.words(String(decoding: text, as: UTF8.self)))
    }
    return words
  }

  /// In the order of the text. Letters and digits; `Ctrl-C` and `Ctrl+C` are one word, `ctrl-c`.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var previous = ""
    // Lower case of ASCII is one bit; only other text needs the tables of Unicode.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let bytes = (isASCII ? text : text.lowercased()).utf8.map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      defer { index += 1 }
      guard start < index else { continue }
      let current = String(decoding: bytes[start..<index], as: UTF8.self)
      words.append(current)
      if current == "c", previous == "ctrl" || previous == "control" || previous == "strg" {
        words.append("ctrl-c")
      }
      previous = current
    }
    return words
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isAlphanumeric || byte == UInt8(ascii: "^")
  }

  /// Whether a word begins with one of some others.
  static func begins(_ word: String, with stems: [String]) -> Bool {
    let first = word.utf8.first
    return stems.contains { $0.utf8.first == first && word.utf8.starts(with: $0.utf8) }
  }
}
