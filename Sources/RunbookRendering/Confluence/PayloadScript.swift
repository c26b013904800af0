import RunbookModel

/// The payloads of a page as a script: a page that was opened from a folder may not read files, but
/// it may load scripts that lie beside it.
enum PayloadScript {
  /// What each button copies, by its name in `confluence.js`.
  static let targets = [
    ("cloud", "cloud.html"), ("dc", "dc.html"), ("storage", "storage.xml"),
  ]

  static func bytes(_ payloads: [OutputFile]) -> [UInt8] {
    bytes(
      targets.compactMap { target, name in
        payloads.first { $0.path.hasSuffix("/" + name) }.map { (target, $0.bytes) }
      })
  }

  /// A script that hands over texts by names.
  static func bytes(_ texts: [(name: String, text: [UInt8])]) -> [UInt8] {
    var script = ByteBuffer(reserving: texts.reduce(64) { $0 + $1.text.count * 9 / 8 })
    script.append("runbookgenPayload({")
    for (index, (name, text)) in texts.enumerated() {
      if index > 0 { script.append(UInt8(ascii: ",")) }
      script.append("\"\(name)\":" as String)
      // JSON's strings are JavaScript's (ECMA-262 §12.9.4). A payload that holds hardly anything to
      // escape is copied in runs.
      JSONText.append(text, to: &script)
    }
    script.append("});\n")
    return script.array()
  }
}
