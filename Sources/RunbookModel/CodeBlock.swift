/// A fenced or indented code block with everything its fence says. A class, as rules and renderers pass blocks
/// around far more often than one is made.
package final class CodeBlock: Sendable {
  /// The text between the fences, as cmark gives it: every line ends with a newline.
  package let text: String
  /// Source offset of the first byte of each line of `text`.
  package let lineOffsets: [Int]
  /// Nil for an indented block.
  package let fence: Fence?

  package init(text: String, lineOffsets: [Int], fence: Fence?) {
    self.text = text
    self.lineOffsets = lineOffsets
    self.fence = fence
  }

  /// The language word in lower case, or "" when the fence names none.
  package var language: String { fence?.language.text.lowercased() ?? "" }

  /// The attribute of this name, if the fence has it.
  package func attribute(_ name: String) -> FenceAttribute? {
    fence?.attributes.first { $0.name.text == name }
  }
}

/// A piece of source text and where it stands.
package struct SourceText: Sendable, Hashable {
  package let text: String
  package let range: ByteRange

  package init(_ text: String, range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// The opening line of a fenced block: ```` ```bash {step=start in=workstation} ````.
package struct Fence: Sendable {
  /// Directives of MyST that hold code; the word after them is its language.
  package static let codeDirectives: Set<String> = [
    "code", "code-block", "code-cell", "prompt", "sourcecode",
  ]

  package let language: SourceText
  package let attributes: [FenceAttribute]
  /// The whole info string as the author wrote it.
  package let info: SourceText
  /// The backticks or tildes that open the block.
  package let marker: ByteRange
  /// False when the document, or the enclosing quote or list, ends before a closing fence.
  package let isClosed: Bool

  package init(
    language: SourceText, attributes: [FenceAttribute], info: SourceText, marker: ByteRange,
    isClosed: Bool
  ) {
    self.language = language
    self.attributes = attributes
    self.info = info
    self.marker = marker
    self.isClosed = isClosed
  }
}

/// `name=value`, `name="a value"`, or a bare `name` (its value is then empty).
package struct FenceAttribute: Sendable {
  package let name: SourceText
  package let value: SourceText

  package init(name: SourceText, value: SourceText) {
    self.name = name
    self.value = value
  }
}
