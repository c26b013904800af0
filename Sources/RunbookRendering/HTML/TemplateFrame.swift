private import Mustache
import RunbookChecks
import RunbookModel
private import Synchronization

/// A template with its values left open: what Mustache makes of it, cut where values go.
///
/// Which of its sections are there depends only on which names have a value, so one frame serves all
/// pages with the same names.
struct TemplateFrame: Sendable {
  private enum Piece {
    case text([UInt8])
    case value(String, isEscaped: Bool)
  }

  private var pieces: [Piece] = []

  /// Two noncharacters of Unicode, which no text should hold, around a number and a character that
  /// shows whether the template escapes the value.
  private static let markStart: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let markEnd: [UInt8] = [0xEF, 0xB7, 0x91]

  /// Whether a template holds what would be taken for a mark.
  static func mistakes(_ template: TemplateSource) -> Bool {
    template.file.bytes.place(of: markStart, from: 0) != nil
  }

  /// - Parameter render: renders the template with these values.
  init(names: Set<String>, _ render: ([String: String]) -> String) {
    let names = names.sorted()
    var marks: [String: String] = [:]
    for (number, name) in names.enumerated() {
      marks[name] = String(
        decoding: Self.markStart + Array("\(number)&".utf8) + Self.markEnd, as: UTF8.self)
    }
    let text = Array(render(marks).utf8)
    var index = 0
    while let start = text.place(of: Self.markStart, from: index),
      let end = text.place(of: Self.markEnd, from: start)
    {
      let mark = text[(start + Self.markStart.count)..<end]
      let digits = mark.prefix { $0 != UInt8(ascii: "&") }
      guard let number = Int(String(decoding: digits, as: UTF8.self)),
        names.indices.contains(number)
      else { break }
      pieces.append(.text(Array(text[index..<start])))
      pieces.append(.value(names[number], isEscaped: mark.count > digits.count + 1))
      index = end + Self.markEnd.count
    }
    pieces.append(.text(Array(text[index...])))
  }

  func filled(with values: [String: [UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096 + values.values.reduce(0) { $0 + $1.count })
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .value(let name, true): TemplateEscaping.append(values[name] ?? [], to: &bytes)
      case .value(let name, false): bytes += values[name] ?? []
      }
    }
    return bytes
  }
}

/// The frames of a site's templates, made when they are first needed.
final class TemplateFrameCache: Sendable {
  private struct Key: Hashable {
    let template: String
    let names: Set<String>
  }

  private let frames = Mutex<[Key: TemplateFrame]>([:])

  func frame(
    of template: String, names: Set<String>, _ render: ([String: String]) -> String
  ) -> TemplateFrame {
    let key = Key(template: template, names: names)
    if let known = frames.withLock({ $0[key] }) { return known }
    let frame = TemplateFrame(names: names, render)
    frames.withLock { $0[key] = frame }
    return frame
  }
}

/// What `{{name}}` does to a value.
///
/// Mustache's own escaping looks at characters as a reader sees them, and takes a quotation mark with a
/// combining accent for a letter; a browser does not.
struct TemplateEscaping: MustacheContentType {
  /// The first line of a template that is escaped like this.
  static let pragma: String = {
    MustacheContentTypes.register(TemplateEscaping(), named: "runbookgen")
    return "{{% CONTENT_TYPE: runbookgen}}\n"
  }()

  func escapeText(_ text: String) -> String {
    var bytes: [UInt8] = []
    Self.append(Array(text.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
