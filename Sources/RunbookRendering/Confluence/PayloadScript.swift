import RunbookModel

/// The payloads of a page as a script: a page that was opened from a folder may not read files, but
/// it may load scripts that lie beside it.
enum PayloadScript {
  /// What each button copies, by its name in `confluence.js`.
  private static let targets = [
    ("cloud", "cloud.html"), ("dc", "dc.html"), ("storage", "storage.xml"),
  ]

  static func bytes(_ payloads: [OutputFile]) -> [UInt8] {
    var script = Array("runbookgenPayload({".utf8)
    script.reserveCapacity(payloads.reduce(64) { $0 + $1.bytes.count * 9 / 8 })
    for (target, name) in targets {
      guard let file = payloads.first(where: { $0.path.hasSuffix("/" + name) }) else { continue }
      if script.last != UInt8(ascii: "{") { script.append(UInt8(ascii: ",")) }
      script += Array("\"\(target)\":".utf8)
      append(file.bytes, to: &script)
    }
    return script + Array("});\n".utf8)
  }

  /// A string in quotes. Payloads are UTF-8 already; U+2028 and U+2029 may stand in strings
  /// (ECMA-262 §12.9.4).
  private static func append(_ text: [UInt8], to script: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    script.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices {
        let byte = text[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        script.append(contentsOf: text[start..<index])
        start = index + 1
        script.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: script.append(UInt8(ascii: "n"))
        case 0..<0x20:
          script.append(contentsOf: [
            UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)],
          ])
        default: script.append(byte)
        }
      }
      script.append(contentsOf: text[start...])
    }
    script.append(UInt8(ascii: "\""))
  }
}
