/// Width and height of an image in CSS pixels, as its first bytes give them.
package struct ImageSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// How many bytes from the start of a file tell its size, by the end of its name; nil for what is
  /// no image. A JPEG may have a preview before its size.
  package static func headerLength(of path: String) -> Int? {
    let end = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    switch end {
    case "png", "gif", "webp": return 64
    case "svg": return 16 * 1024
    case "jpg", "jpeg": return 256 * 1024
    default: return nil
    }
  }

  package init?(width: Int, height: Int) {
    guard (1...1_000_000).contains(width), (1...1_000_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads PNG, GIF, JPEG, WebP and SVG; nil for anything else, and where the size is not given.
  package init?(header bytes: [UInt8]) {
    let reader = HeaderReader(bytes: bytes)
    if reader.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      self.init(reader.big(16, count: 4), reader.big(20, count: 4))
    } else if reader.has("GIF8", at: 0) {
      self.init(reader.little(6, count: 2), reader.little(8, count: 2))
    } else if reader.has([0xFF, 0xD8], at: 0) {
      guard let size = reader.jpegSize() else { return nil }
      self = size
    } else if reader.has("RIFF", at: 0) && reader.has("WEBP", at: 8) {
      guard let size = reader.webPSize() else { return nil }
      self = size
    } else {
      guard let size = SVGHeader(bytes).size else { return nil }
      self = size
    }
  }

  fileprivate init?(_ width: Int?, _ height: Int?) {
    guard let width, let height else { return nil }
    self.init(width: width, height: height)
  }
}

/// Numbers at places of a header; nil beyond its end.
private struct HeaderReader {
  let bytes: [UInt8]

  func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }

  func has(_ expected: [UInt8], at offset: Int) -> Bool {
    offset + expected.count <= bytes.count
      && bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  func big(_ offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// ITU-T T.81 §B.2.2: the frame header holds height and width. An Exif orientation of 5 to 8 lies
  /// on its side, which browsers turn upright.
  func jpegSize() -> ImageSize? {
    var offset = 2
    var isTurned = false
    while let marker = big(offset, count: 2), marker > 0xFF00 {
      if marker == 0xFFFF {
        offset += 1
        continue
      }
      if marker == 0xFF01 || (0xFFD0...0xFFD7).contains(marker) {
        offset += 2
        continue
      }
      guard let length = big(offset + 2, count: 2), length >= 2 else { return nil }
      let isFrame =
        (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
      if isFrame {
        let (height, width) = (big(offset + 5, count: 2), big(offset + 7, count: 2))
        return isTurned ? ImageSize(height, width) : ImageSize(width, height)
      }
      if marker == 0xFFE1, has("Exif\0\0", at: offset + 4) {
        isTurned = (5...8).contains(orientation(at: offset + 10) ?? 1)
      }
      offset += 2 + length
    }
    return nil
  }

  /// Exif 2.3 §4.6: tag 0x0112 of the first directory.
  private func orientation(at start: Int) -> Int? {
    let isLittle = has("II", at: start)
    func number(_ offset: Int, _ count: Int) -> Int? {
      isLittle ? little(offset, count: count) : big(offset, count: count)
    }
    guard let directory = number(start + 4, 4).map({ start + $0 }),
      let count = number(directory, 2), count <= 512
    else { return nil }
    for entry in 0..<count where number(directory + 2 + 12 * entry, 2) == 0x0112 {
      return number(directory + 10 + 12 * entry, 2)
    }
    return nil
  }

  /// RFC 9649 §2: simple lossy, lossless and extended files.
  func webPSize() -> ImageSize? {
    if has("VP8X", at: 12) {
      return ImageSize(little(24, count: 3).map { $0 + 1 }, little(27, count: 3).map { $0 + 1 })
    }
    if has("VP8L", at: 12), let bits = little(21, count: 4) {
      return ImageSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard has("VP8 ", at: 12), has([0x9D, 0x01, 0x2A], at: 23) else { return nil }
    return ImageSize(
      little(26, count: 2).map { $0 & 0x3FFF }, little(28, count: 2).map { $0 & 0x3FFF })
  }
}

/// The first `<svg>` of a file: its width and height in pixels, or its view box.
private struct SVGHeader {
  private(set) var size: ImageSize?

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(16 * 1024), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return }
    let tag = text[start.upperBound..<end]
    if let width = Self.pixels(Self.value("width", tag)),
      let height = Self.pixels(Self.value("height", tag))
    {
      size = ImageSize(width: width, height: height)
      return
    }
    let box = Self.value("viewBox", tag)?.split(whereSeparator: { $0 == " " || $0 == "," }) ?? []
    guard box.count == 4, let width = Self.pixels(box[2]), let height = Self.pixels(box[3]) else {
      return
    }
    size = ImageSize(width: width, height: height)
  }

  private static func value(_ name: String, _ tag: Substring) -> Substring? {
    var rest = tag
    while let found = rest.firstRange(of: name + "=") {
      let isWhole = rest[..<found.lowerBound].last?.isWhitespace ?? false
      rest = rest[found.upperBound...]
      guard isWhole, let quote = rest.first, quote == "\"" || quote == "'" else { continue }
      return rest.dropFirst().prefix { $0 != quote }
    }
    return nil
  }

  /// Pixels in a unit (CSS Values and Units, "absolute lengths").
  private static let units: [String: Double] = [
    "px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
  ]

  /// A number of pixels; a part of what is around the image is not one.
  private static func pixels(_ text: Substring?) -> Int? {
    guard var text else { return nil }
    var unit = 1.0
    if let pixels = units[String(text.suffix(2))] {
      unit = pixels
      text = text.dropLast(2)
    }
    guard let number = Double(text).map({ $0 * unit }), number.isFinite,
      (0.5...1_000_000).contains(number)
    else { return nil }
    return Int(number.rounded())
  }
}
