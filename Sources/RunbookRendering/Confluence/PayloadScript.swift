import RunbookModel

/// The payloads of a page as a script: a page that was opened from a folder may not read files, but
/// it may load scripts that lie beside it.
enum PayloadScript {
  /// What each button copies, by its name in `confluence.js`.
  static let targets = [
    ("cloud", "cloud.html"), ("dc", "dc.html"), ("storage", "storage.xml"),
  ]

  static func bytes(_ payloads: [OutputFile]) -> [UInt8] {
    var script = ByteBuffer(reserving: payloads.reduce(64) { $0 + $1.bytes.count * 9 / 8 })
    script.append("runbookgenPayload({")
    for (target, name) in targets {
      guard let file = payloads.first(where: { $0.path.hasSuffix("/" + name) }) else { continue }
      if script.last != UInt8(ascii: "{") { script.append(UInt8(ascii: ",")) }
      script.append("\"\(target)\":" as String)
      // JSON's strings are JavaScript's (ECMA-262 §12.9.4). A payload that holds hardly anything to
      // escape is copied in runs.
      JSONText.append(file.bytes, to: &script)
    }
    script.append("});\n")
    return script.array()
  }
}
