import RunbookChecks
import RunbookCommands
import RunbookModel

/// The text of a page in which each block of commands says what is known of it. Only the opening lines of fences are
/// changed, so that a block in a list or a quotation stays what it is.
enum MarkedMarkdown {
  static func text(of page: CheckedRunbook) -> String {
    let bytes = page.file.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64 * page.blocks.count)
    var start = 0
    for block in page.blocks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard !block.isForeign, let mark = mark(block), mark.offset >= start else { continue }
      result += bytes[start..<mark.offset]
      result += mark.text.utf8
      start = mark.offset
    }
    result += bytes[start...]
    if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    return String(decoding: result, as: UTF8.self)
  }

  /// What is put into the opening line, and where.
  private static func mark(_ block: CommandBlock) -> (text: String, offset: Int)? {
    guard let fence = block.code.fence else { return nil }
    let facts = facts(block).joined(separator: " ")
    let info = fence.info
    if info.text.isEmpty {
      let language = block.kind == .transcript ? "console" : "sh"
      return ("\(language) {\(facts)}", fence.marker.upperBound)
    }
    if !fence.attributes.isEmpty, info.text.hasSuffix("}") {
      return (" " + facts, info.range.upperBound - 1)
    }
    return (" {\(facts)}", info.range.upperBound)
  }

  private static func facts(_ block: CommandBlock) -> [String] {
    var facts: [String] = []
    if block.code.attribute("in") == nil, let context = block.context {
      facts.append("in=\(context.value)")
    }
    facts.append("effect=\(block.effect?.rawValue ?? "unknown")")
    if block.effect == .destructive { facts.append("confirm=person") }
    var names: [String] = []
    for value in block.values where !names.contains(value.name) { names.append(value.name) }
    if !names.isEmpty { facts.append("values=\"\(names.joined(separator: " "))\"") }
    return facts
  }
}
