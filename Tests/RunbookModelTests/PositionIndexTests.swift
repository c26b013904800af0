import RunbookModel
import TestSupport
import Testing

@Suite struct PositionIndexTests {
  @Test func agreesWithCountingFromTheStartOfTheLine() {
    let texts = [
      "", "a", "é\nb\r\nc\rd", "\u{FEFF}a\n", String(repeating: "äb€𝄞", count: 2000),
      String(repeating: "word\n", count: 1000), String(repeating: "x", count: 1024),
    ]
    for text in texts {
      let file = SourceFile(path: "a", text: text)
      let index = PositionIndex(file)
      for offset in stride(from: -1, through: file.bytes.count + 1, by: 7) {
        #expect(index.position(at: offset) == file.position(at: offset))
      }
    }
  }

  /// Counting from the start of the line would look at 5·10⁹ bytes.
  @Test func manyPlacesInOneLongLineCostLittleEach() {
    let isLinear = Growth.isLinear(upTo: 30_000) { size in
      SourceFile(path: "a", text: String(repeating: "é ", count: size * 3))
    } work: { file in
      let index = PositionIndex(file)
      for place in 0..<file.bytes.count / 9 { _ = index.position(at: place * 9) }
    }
    #expect(isLinear)
  }

  @Test func placesFarOutInALongLine() {
    let file = SourceFile(path: "a", text: String(repeating: "é ", count: 100_000))
    let index = PositionIndex(file)
    let columns = (0..<30_000).map { index.position(at: $0 * 9).column }
    #expect(columns[0] == 1)
    #expect(columns[29_999] == 179_995)
  }
}
