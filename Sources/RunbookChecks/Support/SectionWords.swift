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
    var word: [UInt8] = []
    var previous = ""
    // Lower case of ASCII is one bit; only other text needs the tables of Unicode.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    var bytes = Array((isASCII ? text : text.lowercased()).utf8)
    bytes.append(UInt8(ascii: " "))
    for unit in bytes {
      let byte = (0x41...0x5A).contains(unit) ? unit | 0x20 : unit
      if byte >= 0x80 || byte.isAlphanumeric || byte == UInt8(ascii: "^") {
        word.append(byte)
        continue
      }
      guard !word.isEmpty else { continue }
      let current = String(decoding: word, as: UTF8.self)
      words.append(current)
      if current == "c", previous == "ctrl" || previous == "control" || previous == "strg" {
        words.append("ctrl-c")
      }
      previous = current
      word.removeAll(keepingCapacity: true)
    }
    return words
  }
}
