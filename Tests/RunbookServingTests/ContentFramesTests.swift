import RunbookServing
import Testing

@Suite struct ContentFramesTests {
  @Test func messagesComeInAnyPieces() throws {
    let bodies = ["{}", "{\"a\":\"\u{E9}\"}", ""].map { Array($0.utf8) }
    let stream = bodies.flatMap { ContentFrames.frame($0) }
    for size in 1...stream.count {
      var frames = ContentFrames()
      var found: [[UInt8]] = []
      var rest = stream[...]
      while !rest.isEmpty {
        frames.append(rest.prefix(size))
        rest = rest.dropFirst(size)
        while let body = try frames.next() { found.append(body) }
      }
      #expect(found == bodies)
    }
  }

  @Test func otherHeadersAreReadOver() throws {
    var frames = ContentFrames()
    frames.append("Content-Type: x; charset=utf-8\r\ncontent-length:2\r\n\r\nab".utf8)
    #expect(try frames.next() == Array("ab".utf8))
    #expect(try frames.next() == nil)
  }

  @Test(arguments: [
    "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n", "Length: 1\r\n\r\na",
    "Content-Length: 99999999999999\r\n\r\n", String(repeating: "x", count: 20_000),
  ]) func whatIsNoFrameIsRefused(_ text: String) {
    var frames = ContentFrames()
    frames.append(text.utf8)
    #expect(throws: ContentFrames.Damage.self) { try frames.next() }
  }
}
