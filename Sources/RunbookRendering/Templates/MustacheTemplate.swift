package import RunbookChecks
import RunbookModel

/// A template that is ready to be rendered, with the templates that it includes put in.
///
/// Mustache as mustache(5) and the tests of its specification have it: values, sections, inverted
/// sections, partials and comments. A tag of the last four that is alone on its line takes the line
/// with it.
package struct MustacheTemplate: Sendable {
  enum Node: Sendable {
    case text([UInt8])
    case value([String], isEscaped: Bool)
    case section([String], isInverted: Bool, [Node])
  }

  let nodes: [Node]

  /// - Parameter partials: by their names. None of them may include itself, or the template.
  /// - Returns: nil when the tags of the template, or of one that it includes, do not fit together.
  package init?(_ source: TemplateSource, partials: [String: TemplateSource]) {
    guard let nodes = Compiler.nodes(of: source, indent: [], partials) else { return nil }
    self.nodes = nodes
  }
}

/// Makes the tree of a template from its tags.
private struct Compiler {
  private typealias Node = MustacheTemplate.Node

  private struct Section {
    let tag: MustacheTag
    let before: [Node]
  }

  private let bytes: [UInt8]
  /// What stands in front of each line: the blanks before the tag that includes this template.
  private let indent: [UInt8]
  private let partials: [String: TemplateSource]
  private var nodes: [Node] = []
  private var open: [Section] = []
  private var isAtLineStart = true

  static func nodes(
    of source: TemplateSource, indent: [UInt8], _ partials: [String: TemplateSource]
  ) -> [MustacheTemplate.Node]? {
    guard source.isReadable else { return nil }
    var compiler = Compiler(
      bytes: source.file.bytes, indent: indent, partials: partials)
    guard compiler.read(source) else { return nil }
    return compiler.nodes
  }

  private init(bytes: [UInt8], indent: [UInt8], partials: [String: TemplateSource]) {
    self.bytes = bytes
    self.indent = indent
    self.partials = partials
  }

  private mutating func read(_ source: TemplateSource) -> Bool {
    var start = 0
    for tag in source.tags {
      let isValue = tag.kind == .variable || tag.kind == .verbatim
      let line = isValue ? nil : lineAlone(around: tag.range)
      add(text: start..<(line ?? tag.range).lowerBound)
      let blanks = line.map { Array(bytes[$0.lowerBound..<tag.range.lowerBound]) } ?? []
      guard add(tag, after: blanks, isAlone: line != nil) else { return false }
      start = (line ?? tag.range).upperBound
      if line != nil { isAtLineStart = true }
    }
    add(text: start..<bytes.count)
    return open.isEmpty
  }

  private mutating func add(_ tag: MustacheTag, after blanks: [UInt8], isAlone: Bool) -> Bool {
    switch tag.kind {
    case .comment: break
    case .variable, .verbatim:
      indentLine()
      nodes.append(.value(path(of: tag), isEscaped: tag.kind == .variable))
    case .section, .inverted:
      open.append(Section(tag: tag, before: nodes))
      nodes = []
    case .end:
      guard let section = open.popLast(), section.tag.name == tag.name else { return false }
      let isInverted = section.tag.kind == .inverted
      nodes =
        section.before + [.section(path(of: section.tag), isInverted: isInverted, nodes)]
    case .partial:
      // One that does not exist is nothing, as in the specification.
      guard let source = partials[tag.name] else { break }
      if !isAlone { indentLine() }
      let before = isAlone ? indent + blanks : []
      guard let inner = Self.nodes(of: source, indent: before, partials) else { return false }
      nodes += inner
    }
    return true
  }

  /// `a.b.c`; `.` is the value that a section is about.
  private func path(of tag: MustacheTag) -> [String] {
    tag.name == "." ? [] : tag.name.split(separator: ".").map(String.init)
  }

  // MARK: Text

  private mutating func add(text range: ByteRange) {
    guard !range.isEmpty else { return }
    guard !indent.isEmpty else { return nodes.append(.text(Array(bytes[range]))) }
    var text: [UInt8] = []
    for byte in bytes[range] {
      if isAtLineStart { text += indent }
      text.append(byte)
      isAtLineStart = byte == UInt8(ascii: "\n")
    }
    nodes.append(.text(text))
  }

  /// Before a value that begins a line.
  private mutating func indentLine() {
    if isAtLineStart, !indent.isEmpty { nodes.append(.text(indent)) }
    isAtLineStart = false
  }

  /// The line with its end, when nothing but blanks stands beside a tag.
  private func lineAlone(around tag: ByteRange) -> ByteRange? {
    var start = tag.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
    return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }
}
