extension MustacheTemplate {
  /// The template with a value's parts in it: text is escaped as HTML where the tag says nothing else.
  ///
  /// - Returns: UTF-8.
  package func rendered(with value: TemplateValue) -> [UInt8] {
    var renderer = Renderer(stack: [value])
    renderer.add(nodes)
    return renderer.bytes
  }
}

private struct Renderer {
  /// What names are looked up in: the last one first.
  var stack: [TemplateValue]
  var bytes: [UInt8] = []

  mutating func add(_ nodes: [MustacheTemplate.Node]) {
    for node in nodes {
      switch node {
      case .text(let text): bytes += text
      case .value(let path, let isEscaped): add(value(at: path), isEscaped: isEscaped)
      case .section(let path, let isInverted, let inner):
        let value = value(at: path)
        if isInverted {
          if value?.isShown != true { add(inner) }
        } else if let value, value.isShown {
          add(inner, of: value)
        }
      }
    }
  }

  private mutating func add(_ value: TemplateValue?, isEscaped: Bool) {
    switch value {
    case .text(let text): if isEscaped { append(escaping: text) } else { bytes += text }
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list, .table, nil: break
    }
  }

  private mutating func add(_ nodes: [MustacheTemplate.Node], of value: TemplateValue) {
    guard case .list(let list) = value else {
      stack.append(value)
      add(nodes)
      stack.removeLast()
      return
    }
    for element in list {
      stack.append(element)
      add(nodes)
      stack.removeLast()
    }
  }

  /// The first name is looked for in all that is open, the others in what it stands for.
  private func value(at path: [String]) -> TemplateValue? {
    guard let first = path.first else { return stack.last }
    var found: TemplateValue?
    for level in stack.reversed() {
      guard case .table(let table) = level, let value = table[first] else { continue }
      found = value
      break
    }
    for name in path.dropFirst() {
      guard case .table(let table) = found else { return nil }
      found = table[name]
    }
    return found
  }

  /// Byte by byte: a quotation mark that carries an accent ends an attribute all the same.
  private mutating func append(escaping text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
