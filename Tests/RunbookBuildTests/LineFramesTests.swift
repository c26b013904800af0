import RunbookBuild
import Testing

@Suite struct LineFramesTests {
  /// Appends a text in pieces of some bytes.
  private func messages(_ text: String, by size: Int, limit: Int) -> [LineFrames.Message] {
    var frames = LineFrames(limit: limit)
    var found: [LineFrames.Message] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      frames.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let message = frames.next() { found.append(message) }
    }
    if let last = frames.rest() { found.append(last) }
    #expect(frames.rest() == nil)
    return found
  }

  private func line(_ text: String) -> LineFrames.Message { .line(Array(text.utf8)) }

  @Test(arguments: 1...12) func linesComeInAnyPieces(_ size: Int) {
    #expect(
      messages("{}\n\n\u{E9}bc\nlast", by: size, limit: 4)
        == [line("{}"), line(""), line("\u{E9}bc"), line("last")])
    #expect(messages("a\n", by: size, limit: 4) == [line("a")])
    #expect(messages("", by: size, limit: 4) == [])
  }

  @Test(arguments: 1...12) func aLineThatIsTooLongIsToldOnce(_ size: Int) {
    #expect(
      messages("12345\n1234\n1234567890", by: size, limit: 4)
        == [.tooLong, line("1234"), .tooLong])
    #expect(messages("12345678\n", by: size, limit: 4) == [.tooLong])
  }
}
