import Foundation
import Testing

/// The text corpus: pages and the trees they make. A case stands between two lines of six backticks,
/// the first of which names it: the page, a line `.`, the expected dump. All else is prose.
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

  static let fence = "``````"
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  static let cases: [Case] = files.flatMap { name in
    let path = folder.appendingPathComponent(name)
    return cases(in: (try? String(contentsOf: path, encoding: .utf8)) ?? "", file: name)
  }

  static var files: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  private static func cases(in text: String, file: String) -> [Case] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var cases: [Case] = []
    var index = 0
    while let start = lines[index...].firstIndex(where: { $0.hasPrefix(fence + " ") }),
      let dot = lines[start...].firstIndex(of: "."),
      let end = lines[dot...].firstIndex(where: { $0 == fence })
    {
      cases.append(
        Case(
          file: file, name: String(lines[start].dropFirst(fence.count + 1)), line: start + 1,
          input: input(lines[(start + 1)..<dot]),
          expected: lines[(dot + 1)..<end].map { $0 + "\n" }.joined()))
      index = end + 1
    }
    return cases
  }

  private static func input(_ lines: ArraySlice<Substring>) -> [UInt8] {
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
