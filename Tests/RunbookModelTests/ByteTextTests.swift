import RunbookModel
import Testing

/// Text compared and searched by its bytes, eight at a time.
@Suite struct ByteTextTests {
  @Test(arguments: [
    "", "a", "seven77", "eightttt", "nine99999", "é", "a text of more than sixteen bytes, é",
  ])
  func textHasTheBytesOfItself(text: String) {
    #expect(text.hasSameBytes(as: String(Array(text))))
    #expect(!text.hasSameBytes(as: text + "x"))
    #expect(!(text + "x").hasSameBytes(as: text + "y"))
    #expect(!("x" + text).hasSameBytes(as: "y" + text))
  }

  @Test func composedTextIsAnother() {
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")
    #expect(composed == decomposed)
    #expect(!composed.hasSameBytes(as: decomposed))
    // Of the same length, too: the order of two marks.
    #expect("a\u{323}\u{307}" == "a\u{307}\u{323}")
    #expect(!"a\u{323}\u{307}".hasSameBytes(as: "a\u{307}\u{323}"))
  }

  @Test func aByteIsFoundWhereverItStands() {
    for length in 0..<20 {
      let text = String(repeating: "a", count: length)
      #expect(!text.holds(UInt8(ascii: "#")))
      #expect(("#" + text).holds(UInt8(ascii: "#")))
      #expect((text + "#").holds(UInt8(ascii: "#")))
    }
  }
}
