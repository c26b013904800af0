import RunbookModel
import Testing

@Suite struct ImageSizeTests {
  private func size(_ bytes: [UInt8]) -> [Int]? {
    ImageSize(header: bytes).map { [$0.width, $0.height] }
  }

  private func text(_ string: String) -> [UInt8] { Array(string.utf8) }

  @Test func png() {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header = signature + [0, 0, 0, 13] + text("IHDR") + [0, 0, 2, 0x80, 0, 0, 1, 0xE0]
    #expect(size(header) == [640, 480])
    #expect(size(Array(header.dropLast())) == nil)
  }

  @Test func gif() {
    #expect(size(text("GIF89a") + [0x40, 0x01, 0xF0, 0x00]) == [320, 240])
  }

  @Test func jpegBehindOtherSegments() {
    let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
    let frame: [UInt8] = [0xFF, 0xC2, 0, 17, 8, 0x01, 0x2C, 0x01, 0x90, 3]
    #expect(size(start + frame) == [400, 300])
    let exif: [UInt8] =
      [0xFF, 0xE1, 0, 30] + text("Exif\0\0") + text("MM") + [0, 42, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
    #expect(size(start + exif + frame) == [300, 400])
    #expect(size(start) == nil)
    #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
  }

  @Test func webP() {
    let start = text("RIFF") + [0, 0, 0, 0] + text("WEBP")
    #expect(
      size(start + text("VP8X") + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0])
        == [640, 480])
    #expect(
      size(start + text("VP8L") + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0x00]) == [640, 480])
    #expect(
      size(
        start + text("VP8 ") + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01])
        == [640, 480])
  }

  @Test(arguments: [
    ("<svg width=\"120\" height='80px'>", [120, 80]),
    ("<?xml version=\"1.0\"?>\n<svg stroke-width=\"3\"\n viewBox=\"0 0 24.4 12\">", [24, 12]),
    ("<svg width=\"62pt\" height=\"1in\" viewBox=\"0 0 62 72\">", [83, 96]),
    ("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,16,9\">", [16, 9]),
  ])
  func svg(_ text: String, _ expected: [Int]) {
    #expect(size(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "", "GIF8", "<svg>", "<svg width=\"nan\" height=\"1e99\">", "RIFF0000WEBP", "text",
  ])
  func nothingIsMadeUp(_ text: String) {
    #expect(size(Array(text.utf8)) == nil)
  }
}
