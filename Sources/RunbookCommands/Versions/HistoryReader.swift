/// Reads what a synopsis says of versions.
enum HistoryReader {
  /// What the line of a program says, which is taken out of it.
  static func history(_ line: inout Synopsis.Line) throws(SynopsisError) -> ProgramHistory {
    var history = ProgramHistory()
    for (name, value) in line.take(["versions", "products", "skew"]) {
      switch name {
      case "versions":
        for text in value.split(separator: UInt8(ascii: ",")) {
          history.versions.append(try version(text, line.number))
        }
        guard zip(history.versions, history.versions.dropFirst()).allSatisfy({ $0 < $1 }) else {
          throw SynopsisError(line: line.number, message: "`{versions=…}` is not in order")
        }
      case "products":
        history.products = value.split(separator: UInt8(ascii: ",")).map {
          $0.string.split(separator: "_").joined(separator: " ").lowercased()
        }
      default:
        guard let skew = Int(value.string), (0...9).contains(skew) else {
          throw SynopsisError(
            line: line.number, message: "`{skew=…}` takes a number of minor versions")
        }
        history.skew = skew
      }
    }
    return history
  }

  /// What the line of a verb or an option says: of itself, and of some values.
  static func spans(
    _ line: Synopsis.Line
  ) throws(SynopsisError) -> (own: VersionSpan?, values: [String: VersionSpan]) {
    var own = VersionSpan()
    var values: [String: VersionSpan] = [:]
    for (name, text) in line.attributes {
      guard let part = part(name) else { continue }
      let colon = text.firstIndex(of: UInt8(ascii: ":"))
      let version = try version(text[..<(colon ?? text.endIndex)], line.number)
      guard let colon else {
        own[keyPath: part] = version
        continue
      }
      for value in text[(colon + 1)...].split(separator: UInt8(ascii: "|")) {
        values[value.string, default: VersionSpan()][keyPath: part] = version
      }
    }
    return (own.isEmpty ? nil : own, values)
  }

  private static func part(_ name: String) -> WritableKeyPath<VersionSpan, ProgramVersion?>? {
    switch name {
    case "since": \.since
    case "removed": \.removed
    case "deprecated": \.deprecated
    default: nil
    }
  }

  private static func version(
    _ text: ArraySlice<UInt8>, _ line: Int
  ) throws(SynopsisError) -> ProgramVersion {
    guard let version = ProgramVersion(text.string) else {
      throw SynopsisError(line: line, message: "`\(text.string)` is not a version such as `1.30`")
    }
    return version
  }
}

extension Synopsis {
  /// The attributes that say what is known of a program's versions.
  static func words(_ history: ProgramHistory) -> [String] {
    var words: [String] = []
    if !history.versions.isEmpty {
      words.append("versions=" + history.versions.map(\.text).joined(separator: ","))
    }
    if !history.products.isEmpty {
      let names = history.products.map { $0.split(separator: " ").joined(separator: "_") }
      words.append("products=" + names.joined(separator: ","))
    }
    if history.skew > 0 { words.append("skew=\(history.skew)") }
    return words
  }

  static func words(_ span: VersionSpan, of values: String = "") -> [String] {
    [("since", span.since), ("removed", span.removed), ("deprecated", span.deprecated)]
      .compactMap { name, version in version.map { "\(name)=\($0.text)\(values)" } }
  }

  static func words(_ spans: [String: VersionSpan]) -> [String] {
    spans.keys.sorted().flatMap { value in
      spans[value].map { words($0, of: ":" + value) } ?? []
    }
  }
}
