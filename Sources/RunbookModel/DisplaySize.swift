/// How large an author wants a picture to be shown.
package struct DisplaySize: Sendable, Equatable {
  package enum Length: Sendable, Equatable {
    /// CSS pixels.
    case pixels(Int)
    /// Of the width of the text.
    case percent(Int)
  }

  package let width: Length?
  package let height: Length?

  /// From `300`, `300px` or `50%`; nil when neither is one.
  package init?(width: String?, height: String?) {
    self.width = width.flatMap(Self.length)
    self.height = height.flatMap(Self.length)
    if self.width == nil && self.height == nil { return nil }
  }

  private static func length(_ text: String) -> Length? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), let number = Int(String(Substring(digits))), number > 0
    else { return nil }
    switch text.dropFirst(digits.count) {
    case "", "px": return .pixels(number)
    case "%": return .percent(min(number, 100))
    default: return nil
    }
  }
}

extension [Inline] {
  /// Pictures with the sizes that stand in braces behind them, as in `![Plan](plan.png){width=300}`:
  /// the attribute lists of Pandoc. Braces with anything else are text.
  package func sizingImages() -> [Inline] {
    guard contains(where: { if case .image = $0.kind { true } else { false } }) else { return self }
    var result: [Inline] = []
    var index = 0
    while index < count {
      let inline = self[index]
      index += 1
      guard case .image(let image) = inline.kind, let (size, end, rest) = size(from: index) else {
        result.append(inline)
        continue
      }
      let link = Link(
        destination: image.destination, title: image.title, content: image.content, size: size)
      let close = rest?.range.lowerBound ?? self[end - 1].range.upperBound
      result.append(Inline(.image(link), range: inline.range.lowerBound..<close))
      index = end
      if let rest { result.append(rest) }
    }
    return result
  }

  /// The size in the text from an index on, the index after that text, and what is left of it.
  private func size(from start: Int) -> (DisplaySize, end: Int, rest: Inline?)? {
    var text = ""
    var index = start
    while index < count, case .text(let part) = self[index].kind {
      text += part
      index += 1
      guard text.utf8.first == UInt8(ascii: "{"), text.utf8.count < 200 else { return nil }
      guard let close = text.utf8.firstIndex(of: UInt8(ascii: "}")) else { continue }
      let list = text[text.index(after: text.startIndex)..<close]
      guard let size = Self.size(list) else { return nil }
      let rest = String(text[text.utf8.index(after: close)...])
      guard !rest.isEmpty else { return (size, index, nil) }
      let range = self[index - 1].range
      let lower = Swift.max(range.lowerBound, range.upperBound - rest.utf8.count)
      return (size, index, Inline(.text(rest), range: lower..<range.upperBound))
    }
    return nil
  }

  /// `width=300`, `width="50%" height=200`; kramdown's colon is not ours.
  private static func size(_ list: Substring) -> DisplaySize? {
    var values: [String: String] = [:]
    for word in list.split(whereSeparator: \.isWhitespace) {
      guard let equals = word.firstIndex(of: "=") else { return nil }
      let name = String(word[..<equals])
      var value = word[word.index(after: equals)...]
      for quote in ["\"", "'"]
      where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
        value = value.dropFirst().dropLast()
      }
      guard ["width", "height"].contains(name),
        values.updateValue(String(value), forKey: name) == nil,
        DisplaySize(width: String(value), height: nil) != nil
      else { return nil }
    }
    return DisplaySize(width: values["width"], height: values["height"])
  }
}
