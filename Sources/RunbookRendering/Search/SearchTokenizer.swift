import RunbookModel

/// Cuts text into the terms that are searched for. `search.js` cuts queries in the same way; the
/// cases in `Tests/RunbookRenderingTests/Corpus/tokens.txt` hold both to it.
///
/// Every character is one of four:
///
/// - *word*: ASCII letters and digits, and every other character up to U+FFFF that is not below;
/// - *single*: U+2E80–U+9FFF without U+3000–U+303F (Chinese and Japanese), each a word of its own;
/// - *joiner*: `-` `_` `.` `/` `:` `@` `+` `~`;
/// - *separator*: all other ASCII, U+0080–U+00BF, `×`, `÷`, U+2000–U+2BFF, U+3000–U+303F,
///   U+FE00–U+FE0F, and everything from U+10000 on.
///
/// A chunk is a run without separators. Its *words* are its runs of word characters, and its single
/// characters. The *parts* of a word are what case and digits tell apart in it, as `WordBorders` says:
/// `CephOSDDown` has `ceph`, `osd` and `down`. A *tail* is a part with all that comes after it in the
/// word, so that `notready` is found in `KubeNodeNotReady`; queries have none. A chunk's *compound* is the whole chunk without the joiners at its ends, if joiners are left
/// inside: `kubelet.service`, `etc/kubernetes/pki`, `field-selector`. A hyphen and one letter is the
/// compound `-n`. Words, parts and tails of one byte or over 40 bytes are no terms, nor are compounds over
/// 64 bytes.
/// Capitals become small in ASCII, Latin-1, Greek (U+0391–U+03A9) and Cyrillic (U+0400–U+042F);
/// other characters stay.
package struct SearchTokenizer {
  package enum Kind { case word, part, tail, compound }

  static let longestWord = 40
  static let longestCompound = 64

  /// The chunk that is being read, folded.
  private var chunk: [UInt8] = []
  /// Offset of the word that is being read.
  private var wordStart = 0
  private var borders = WordBorders()
  /// Offsets of the first byte that is no joiner, and behind the last such byte.
  private var core = 0..<0
  private var hasJoinerInside = false
  private var endsInJoiner = false

  package init() { chunk.reserveCapacity(256) }

  /// Hands every term to the sink, words before the compound that they make up.
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>, into sink: inout some TermSink) {
    let classes = Self.classes
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte < 0x80 else {
        index += readScalar(text, index, &sink)
        continue
      }
      switch classes[Int(byte)] {
      case .word:
        startWordByte()
        var end = index
        while end < text.count, text[end] < 0x80, classes[Int(text[end])] == .word {
          let isCapital = text[end] &- 0x41 < 26
          borders.read(isCapital ? .capital : text[end] <= 0x39 ? .digit : .small, at: chunk.count)
          chunk.append(text[end] | (isCapital ? 0x20 : 0))
          end += 1
        }
        core = core.lowerBound..<chunk.count
        index = end
      case .joiner:
        endWord(&sink)
        chunk.append(byte)
        wordStart = chunk.count
        endsInJoiner = true
        index += 1
      case .separator:
        finish(&sink)
        index += 1
      }
    }
    finish(&sink)
  }

  // MARK: Characters

  private enum Class { case separator, word, joiner }

  private static let classes: [Class] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case _ where UInt8(byte).isOne(of: "-_./:@+~"): .joiner
    default: .separator
    }
  }

  /// Reads a character outside ASCII and returns its length. Text of a `String` is valid UTF-8; a
  /// length is cut off at the end all the same.
  private mutating func readScalar(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ sink: inout some TermSink
  ) -> Int {
    let lead = text[index]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, text.count - index)
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : 0x0F)
    for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
    if length == 1 || length == 4 || Self.isSeparator(scalar) {
      finish(&sink)
      return length
    }
    let isSingle = (0x2E80...0x9FFF).contains(scalar)
    if isSingle { endWord(&sink) }
    startWordByte()
    let folded = Self.folded(scalar)
    borders.read(folded == scalar ? .small : .capital, at: chunk.count)
    if folded == scalar {
      for offset in 0..<length { chunk.append(text[index + offset]) }
    } else {
      // Only two-byte characters fold, and to two-byte characters.
      chunk.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
      chunk.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
    }
    core = core.lowerBound..<chunk.count
    if isSingle { endWord(&sink) }
    return length
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F: true
    default: false
    }
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }

  // MARK: Chunks

  private mutating func startWordByte() {
    if core.isEmpty {
      core = chunk.count..<chunk.count
    } else if endsInJoiner {
      hasJoinerInside = true
    }
    endsInJoiner = false
  }

  private mutating func endWord(_ sink: inout some TermSink) {
    let word = wordStart..<chunk.count
    emit(.word, word, &sink)
    if !borders.offsets.isEmpty {
      var start = word.lowerBound
      for border in borders.offsets + [word.upperBound] {
        emit(.part, start..<border, &sink)
        if start > word.lowerBound && border < word.upperBound {
          emit(.tail, start..<word.upperBound, &sink)
        }
        start = border
      }
    }
    borders.reset()
    wordStart = chunk.count
  }

  private func emit(_ kind: Kind, _ range: Range<Int>, _ sink: inout some TermSink) {
    if (2...Self.longestWord).contains(range.count) { sink.add(kind, range, of: chunk) }
  }

  private mutating func finish(_ sink: inout some TermSink) {
    guard !chunk.isEmpty else { return }
    endWord(&sink)
    if hasJoinerInside {
      if core.count <= Self.longestCompound { sink.add(.compound, core, of: chunk) }
    } else if core == 1..<2, chunk[0] == UInt8(ascii: "-") {
      sink.add(.compound, 0..<2, of: chunk)
    }
    chunk.removeAll(keepingCapacity: true)
    wordStart = 0
    core = 0..<0
    (hasJoinerInside, endsInJoiner) = (false, false)
  }
}

/// Where the parts of a word begin: at a capital after a small letter, where digits and letters meet, and
/// at the last of several capitals that two small letters follow. One small letter after capitals belongs
/// to them: `PVCs`, `IPv6`. A letter without case is small.
private struct WordBorders {
  enum Kind { case small, capital, digit }

  /// In ascending order, as offsets in the chunk.
  private(set) var offsets: [Int] = []
  private var last: Kind?
  private var lastCapital = 0
  private var isAfterCapitals = false
  /// The last of several capitals, of which one small letter has come.
  private var pending: Int?

  mutating func read(_ kind: Kind, at offset: Int) {
    let isBorder = last != nil && last != kind && !(last == .capital && kind == .small)
    if isBorder { offsets.append(offset) }
    switch kind {
    case .capital:
      isAfterCapitals = last == .capital
      lastCapital = offset
      pending = nil
    case .small:
      if let start = pending, last == .small { offsets.append(start) }
      pending = last == .capital && isAfterCapitals ? lastCapital : nil
    case .digit: pending = nil
    }
    last = kind
  }

  mutating func reset() {
    // Most words have no border, and an empty array costs nothing.
    if !offsets.isEmpty { offsets.removeAll(keepingCapacity: true) }
    (last, pending) = (nil, nil)
  }
}

/// Takes the terms of a text.
package protocol TermSink {
  /// - Parameter range: where the term stands in `chunk`.
  mutating func add(_ kind: SearchTokenizer.Kind, _ range: Range<Int>, of chunk: [UInt8])
}
