private import CYAML
import RunbookModel

/// What libyaml reads from a text, one event after another. libyaml keeps its own stack, so that no
/// nesting can exhaust that of a thread.
final class YAMLEvents {
  struct Event {
    enum Kind {
      case scalar(String, Style)
      case sequence(isFlow: Bool)
      case mapping(isFlow: Bool)
      case endOfCollection
      case alias(String)
      case document
      case endOfText
      /// The beginning of the text, and the end of a document.
      case other
    }

    enum Style {
      case plain, quoted, block
    }

    let kind: Kind
    /// From its anchor or tag, if it has one, to the end of its last token.
    let range: ByteRange
    let anchor: String?
    let hasTag: Bool
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let offsets: ScalarOffsets

  /// - Parameters:
  ///   - bytes: not empty; they have to live as long as this does.
  ///   - start: where they stand in the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(YAMLFailure) {
    offsets = ScalarOffsets(bytes, at: start)
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw .syntax(YAMLProblem(text: "there is not enough memory", offset: start))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws(YAMLFailure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw .syntax(problem()) }
    defer { yaml_event_delete(&event) }
    let data = event.data
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return made(.scalar(text, style(scalar.style)), event, scalar.anchor, scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      return made(
        .sequence(isFlow: isFlow), event, data.sequence_start.anchor, data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      let isFlow = data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      return made(
        .mapping(isFlow: isFlow), event, data.mapping_start.anchor, data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return made(.endOfCollection, event, nil, nil)
    case YAML_ALIAS_EVENT: return made(.alias(text(data.alias.anchor) ?? ""), event, nil, nil)
    case YAML_DOCUMENT_START_EVENT: return made(.document, event, nil, nil)
    case YAML_STREAM_END_EVENT: return made(.endOfText, event, nil, nil)
    default: return made(.other, event, nil, nil)
    }
  }

  private func made(
    _ kind: Event.Kind, _ event: yaml_event_t, _ anchor: UnsafePointer<yaml_char_t>?,
    _ tag: UnsafePointer<yaml_char_t>?
  ) -> Event {
    let start = offsets[event.start_mark.index]
    return Event(
      kind: kind, range: start..<max(start, offsets[event.end_mark.index]), anchor: text(anchor),
      hasTag: tag != nil)
  }

  private func style(_ style: yaml_scalar_style_t) -> Event.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private func text(_ bytes: UnsafePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private func problem() -> YAMLProblem {
    let parser = parser.pointee
    let text = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    // Bytes that are not allowed are found before there is a mark.
    if parser.error == YAML_READER_ERROR {
      return YAMLProblem(text: text, offset: offsets.offset(ofByte: parser.problem_offset))
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    return YAMLProblem(
      text: text, offset: offsets[parser.problem_mark.index],
      context: context.isEmpty ? nil : (context, offsets[parser.context_mark.index]))
  }
}

/// Why a text has no tree.
enum YAMLFailure: Error {
  case syntax(YAMLProblem)
  case limit(Limit, found: Int, at: ByteRange)
}

struct YAMLProblem {
  let text: String
  /// Where in the file it shows.
  let offset: Int
  /// What was being read, and where that starts.
  var context: (text: String, offset: Int)?
}

/// The way from libyaml's marks, which count Unicode scalars, to byte offsets in the file.
private struct ScalarOffsets {
  private let start: Int
  private let byteCount: Int
  /// Of each scalar; empty where every byte is one.
  private let offsets: [Int]

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.start = start
    byteCount = bytes.count
    offsets =
      bytes.allSatisfy { $0 < 0x80 } ? [] : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  subscript(index: Int) -> Int {
    if offsets.isEmpty { return offset(ofByte: index) }
    return index < offsets.count ? start + offsets[index] : start + byteCount
  }

  func offset(ofByte index: Int) -> Int { start + min(index, byteCount) }
}
