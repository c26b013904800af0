import RunbookModel

/// What certainly is no HCL (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md): brackets
/// without a partner, and a text that ends with its line.
struct HCLSyntax {
  static func problem(in bytes: [UInt8]) -> DataProblem? {
    // Something is left out, or a template makes the text.
    let text = String(decoding: bytes, as: UTF8.self)
    if ["...", "…", "{{", "<%"].contains(where: text.contains) { return nil }
    var reader = HCLSyntax(bytes)
    do throws(DataProblem) {
      try reader.read()
      return nil
    } catch {
      return error
    }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var open: [(byte: UInt8, offset: Int)] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func read() throws(DataProblem) {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "<") where at(index + 1) == UInt8(ascii: "<"): skipHereDocument()
      case UInt8(ascii: "\""): try text(inside: 0)
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        open.append((byte, index))
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): try close(byte)
      default: index += 1
      }
    }
    guard let last = open.last else { return }
    throw DataProblem(
      text: "this `\(Character(UnicodeScalar(last.byte)))` is never closed", offset: last.offset)
  }

  private mutating func close(_ byte: UInt8) throws(DataProblem) {
    let partner: UInt8 =
      byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : byte - 2
    guard open.popLast()?.byte == partner else {
      throw DataProblem(
        text: "this `\(Character(UnicodeScalar(byte)))` closes nothing", offset: index)
    }
    index += 1
  }

  /// A text in quotation marks; what stands in `${…}` may hold more of them.
  /// - Parameter outer: how many texts are around it.
  private mutating func text(inside outer: Int) throws(DataProblem) {
    let start = index
    index += 1
    var depth = 0
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\"") where depth == 0:
        index += 1
        return
      case UInt8(ascii: "\"") where outer < 20:
        try text(inside: outer + 1)
        continue
      case UInt8(ascii: "{") where depth > 0 || (at(index - 1)).isOne(of: "$%"): depth += 1
      case UInt8(ascii: "}") where depth > 0: depth -= 1
      default: break
      }
      index += 1
    }
    // A template may go on on the next line.
    guard depth == 0 else {
      index = bytes.count
      open = []
      return
    }
    throw DataProblem(text: "this text is not closed on its line", offset: start)
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private mutating func skipComment() {
    index += 2
    while index < bytes.count,
      bytes[index] != UInt8(ascii: "*") || at(index + 1) != UInt8(ascii: "/")
    {
      index += 1
    }
    index += 2
  }

  /// `<<NAME` or `<<-NAME` down to the line that is the name.
  private mutating func skipHereDocument() {
    index += at(index + 2) == UInt8(ascii: "-") ? 3 : 2
    let name = bytes[min(index, bytes.count)...].prefix { $0 > 32 }
    skipLine()
    while !name.isEmpty, index < bytes.count {
      index += 1
      let start = min(index, bytes.count)
      skipLine()
      let line = bytes[start..<max(start, index)].drop { $0 == 32 || $0 == 9 }
      if line.elementsEqual(name) { return }
    }
  }
}
