import Foundation
import TestSupport
import Testing

/// The text corpus: pages and the trees they make.
///
/// In a page `→` is a tab, `␍` a carriage return, `␣` a blank that editors would strip, `‹FF›` a
/// byte in hexadecimal, and `¶` at the end says that the page has no final newline.
enum Corpus {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let line: Int
    let input: [UInt8]
    let expected: String

    var testDescription: String { "\(file): \(name)" }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  static let cases: [Case] = files.flatMap { name in
    let path = folder.appendingPathComponent(name)
    return CorpusCase.all(in: (try? String(contentsOf: path, encoding: .utf8)) ?? "").map {
      Case(file: name, name: $0.name, line: $0.line, input: input($0.input), expected: $0.expected)
    }
  }

  static var files: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  private static func input(_ lines: [Substring]) -> [UInt8] {
    var text = lines.map { $0 + "\n" }.joined()
    if text.hasSuffix("¶\n") { text.removeLast(2) }
    var bytes: [UInt8] = []
    var hexadecimal: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "→": bytes.append(9)
      case "␍": bytes.append(13)
      case "␣": bytes.append(32)
      case "‹": hexadecimal = ""
      case "›":
        bytes += (hexadecimal ?? "").split(separator: " ").compactMap { UInt8($0, radix: 16) }
        hexadecimal = nil
      case _ where hexadecimal != nil: hexadecimal?.unicodeScalars.append(scalar)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return bytes
  }
}
