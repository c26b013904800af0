import RunbookModel

/// A tag of a finished page.
struct PageTag {
  /// In lower case.
  let name: String
  let isClosing: Bool
  /// In the order of the source; names in lower case, values without their escapes, nil for an
  /// attribute without a value.
  private(set) var attributes: [(name: String, value: String?)]
  fileprivate(set) var isChanged = false

  init(name: String, isClosing: Bool, attributes: [(name: String, value: String?)]) {
    self.name = name
    self.isClosing = isClosing
    self.attributes = attributes
  }

  /// The value of an attribute; "" for one without a value, nil for one that is not there.
  subscript(_ name: String) -> String? {
    get { attributes.first { $0.name == name }.map { $0.value ?? "" } }
    set {
      isChanged = true
      guard let index = attributes.firstIndex(where: { $0.name == name }) else {
        if let newValue { attributes.append((name, newValue)) }
        return
      }
      if let newValue {
        attributes[index].value = newValue
      } else {
        attributes.remove(at: index)
      }
    }
  }

  fileprivate func write(to writer: inout MarkupWriter) {
    writer.raw("<\(name)")
    for (name, value) in attributes {
      if let value {
        writer.attribute(name, value)
      } else {
        writer.raw(" \(name)")
      }
    }
    writer.raw(">")
  }
}

/// Changes tags of a finished page, in one pass over its bytes; everything else is copied.
struct HTMLTagRewriter: ~Copyable {
  enum Change {
    /// The tag stays, with the attributes that it has now.
    case keep
    /// The tag becomes something else.
    case replace(String)
    /// The tag, its content and its end tag become something else. Only for elements that hold text.
    case replaceElement(String)
    /// Something stands before the tag.
    case prepend(String)
  }

  private let html: [UInt8]
  private var position = 0
  /// What has been written so far.
  private(set) var writer: MarkupWriter

  init(_ html: [UInt8]) {
    self.html = html
    writer = MarkupWriter(reserving: html.count + html.count / 2)
  }

  /// - Parameter change: is given each tag and how many bytes were written before it.
  mutating func run(_ change: (inout PageTag, Int) -> Change) {
    while let start = next(UInt8(ascii: "<"), from: position) {
      copy(to: start)
      if starts(with: "<!--", at: start) {
        copy(to: end(of: "-->", from: start + 4))
        continue
      }
      guard let (found, end) = tag(at: start) else {
        copy(to: start + 1)
        continue
      }
      var tag = found
      switch change(&tag, writer.count) {
      case .keep: emit(tag, upTo: end)
      case .prepend(let markup):
        writer.raw(markup)
        emit(tag, upTo: end)
      case .replace(let markup):
        writer.raw(markup)
        position = end
      case .replaceElement(let markup):
        writer.raw(markup)
        position = self.end(of: "</\(tag.name)", from: end)
        position = next(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? html.count
      }
      // What is in these is text, however it looks.
      if ["script", "style"].contains(tag.name) && !tag.isClosing && position == end {
        copy(to: self.end(of: "</\(tag.name)", from: end))
      }
    }
    copy(to: html.count)
  }

  private mutating func emit(_ tag: PageTag, upTo end: Int) {
    if tag.isChanged && !tag.isClosing {
      tag.write(to: &writer)
      position = end
    } else {
      copy(to: end)
    }
  }

  private mutating func copy(to end: Int) {
    guard position < end else { return }
    writer.raw(Array(html[position..<end]))
    position = end
  }

  // MARK: Reading

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    html[min(start, html.count)...].firstIndex(of: byte)
  }

  private func starts(with text: String, at start: Int) -> Bool {
    html[start...].prefix(text.utf8.count).elementsEqual(text.utf8)
  }

  /// The place behind a marker, compared without case; the end of the page when there is none.
  private func end(of marker: String, from start: Int) -> Int {
    let wanted = Array(marker.utf8)
    var index = start
    while let candidate = next(wanted[0], from: index) {
      if html[candidate...].prefix(wanted.count).map(Self.lowered) == wanted {
        return candidate + wanted.count
      }
      index = candidate + 1
    }
    return html.count
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lowered(byte)) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: html[range], as: UTF8.self)
  }

  /// The tag at a `<`, and where it ends; nil where there is none, or it never ends.
  private func tag(at start: Int) -> (PageTag, end: Int)? {
    var index = start + 1
    let isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < html.count, Self.isLetter(html[index]) else { return nil }
    let nameStart = index
    while index < html.count, !Self.isSpace(html[index]), html[index] != UInt8(ascii: ">"),
      html[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    let name = text(nameStart..<index).lowercased()
    var attributes: [(name: String, value: String?)] = []
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: ">") {
        return (PageTag(name: name, isClosing: isClosing, attributes: attributes), index + 1)
      }
      if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      guard let attribute = attribute(at: &index) else { return nil }
      attributes.append(attribute)
    }
    return nil
  }

  private func attribute(at index: inout Int) -> (name: String, value: String?)? {
    let nameStart = index
    index += 1
    while index < html.count, !Self.isSpace(html[index]),
      !html[index].isOne(of: "=>/")
    {
      index += 1
    }
    let name = text(nameStart..<index).lowercased()
    while index < html.count, Self.isSpace(html[index]) { index += 1 }
    guard index < html.count, html[index] == UInt8(ascii: "=") else { return (name, nil) }
    index += 1
    while index < html.count, Self.isSpace(html[index]) { index += 1 }
    guard index < html.count else { return nil }
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = next(quote, from: index + 1) else { return nil }
      defer { index = end + 1 }
      return (name, Self.unescaped(text(index + 1..<end)))
    }
    let valueStart = index
    while index < html.count, !Self.isSpace(html[index]), html[index] != UInt8(ascii: ">") {
      index += 1
    }
    return (name, Self.unescaped(text(valueStart..<index)))
  }

  /// The escapes that our own writers make; others are left, and escaped once more.
  private static func unescaped(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    let names = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#x27": "'", "#39": "'", "apos": "'",
    ]
    var result = ""
    var rest = value[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      if let end = rest.prefix(8).firstIndex(of: ";"),
        let plain = names[rest[rest.index(after: start)..<end].lowercased()]
      {
        result += plain
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
