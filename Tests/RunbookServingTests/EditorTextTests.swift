import RunbookServing
import TestSupport
import Testing

@Suite struct EditorTextTests {
  static let text = "a\u{E9}\u{1F642}b\r\nsecond\n"

  @Test(arguments: [
    (PositionEncoding.utf8, 7), (.utf16, 4), (.utf32, 3),
  ]) func aCharacterCountsAsTheEncodingSays(_ encoding: PositionEncoding, _ character: Int) {
    let text = EditorText(Array(Self.text.utf8), encoding)
    let offset = text.offset(of: EditorPosition(line: 0, character: character))
    #expect(offset == 7)
    #expect(text.position(of: 7) == EditorPosition(line: 0, character: character))
  }

  @Test func aPlaceBeyondALineIsItsEnd() {
    let text = EditorText(Array(Self.text.utf8), .utf16)
    #expect(text.offset(of: EditorPosition(line: 0, character: 99)) == 8)
    #expect(text.offset(of: EditorPosition(line: 9, character: 0)) == text.bytes.count)
  }

  @Test(arguments: PositionEncoding.allCases) func everyPlaceIsFoundAgain(
    _ encoding: PositionEncoding
  ) {
    let text = EditorText(Array(("\u{FEFF}" + Self.text).utf8), encoding)
    for offset in 0...text.bytes.count {
      let isInside = offset < text.bytes.count && text.bytes[offset] & 0xC0 == 0x80
      let isLineEnd = offset > 0 && offset < text.bytes.count && text.bytes[offset - 1] == 0x0D
      if isInside || isLineEnd { continue }
      #expect(text.offset(of: text.position(of: offset)) == offset)
    }
  }

  @Test func placesOfALongLineCostNoMoreThanTheirNumber() {
    let isLinear = Growth.isLinear(upTo: 400_000) { size in
      EditorText(Array(String(repeating: "a\u{E9} ", count: size / 4).utf8), .utf16)
    } work: { text in
      for offset in stride(from: 0, to: text.bytes.count, by: 40) {
        _ = text.position(of: offset)
      }
    }
    #expect(isLinear)
  }
}
