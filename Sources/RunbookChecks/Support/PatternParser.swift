/// Reads a regular expression by recursive descent.
struct PatternParser {
  /// `\w`
  static let word = Pattern.Class(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  private static let digit = Pattern.Class(ranges: [0x30...0x39])
  private static let blank = Pattern.Class(
    ranges: [
      0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
      0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
  private static let lineEnd = Pattern.Class(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
  private static let maximumDepth = 50

  private let text: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  mutating func parse() throws(Pattern.Problem) -> Pattern.Node {
    let node = try alternatives()
    guard index == text.count else { throw .invalid("a `)` closes nothing") }
    return node
  }

  private var current: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func alternatives() throws(Pattern.Problem) -> Pattern.Node {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws(Pattern.Problem) -> Pattern.Node {
    var nodes: [Pattern.Node] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      nodes.append(try repeated(try atom()))
    }
    return .sequence(nodes)
  }

  // MARK: Repetition

  private mutating func repeated(_ node: Pattern.Node) throws(Pattern.Problem) -> Pattern.Node {
    guard let (min, max) = try count() else { return node }
    switch node {
    case .start, .end, .boundary: throw .unsupported
    case .one, .sequence, .either, .repeated: break
    }
    // Whether it takes as little as it can is of no matter for what matches.
    _ = take("?")
    switch current {
    case "*", "?": throw .invalid("`\(text[index])` follows another repetition")
    case "+": throw .unsupported
    default: return .repeated(node, min: min, max: max)
    }
  }

  private mutating func count() throws(Pattern.Problem) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = index
    guard take("{") else { return nil }
    let min = number()
    let hasComma = take(",")
    let max = number()
    guard take("}"), min != nil || max != nil else {
      // Where it counts nothing, `{` stands for itself.
      index = start
      return nil
    }
    guard let min else { throw .unsupported }
    guard hasComma else { return (min, min) }
    if let max, max < min { throw .invalid("`{\(min),\(max)}` counts backwards") }
    return (min, max)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
      index += 1
    }
    return value
  }

  // MARK: Atoms

  private mutating func atom() throws(Pattern.Problem) -> Pattern.Node {
    let scalar = text[index]
    index += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .one(Pattern.Class(ranges: Self.lineEnd.ranges, isNegated: true))
    case "*", "+", "?": throw .invalid("`\(scalar)` has nothing before it to repeat")
    case "(": return try group()
    case "[": return .one(try bracket())
    case "\\": return try escape()
    default: return .one(Self.only(scalar))
    }
  }

  private static func only(_ scalar: Unicode.Scalar) -> Pattern.Class {
    Pattern.Class(ranges: [scalar.value...scalar.value])
  }

  private mutating func group() throws(Pattern.Problem) -> Pattern.Node {
    if take("?") {
      guard take(":") else { throw .unsupported }
    }
    guard depth < Self.maximumDepth else { throw .unsupported }
    depth += 1
    let node = try alternatives()
    depth -= 1
    guard take(")") else { throw .invalid("a `(` is not closed") }
    return .sequence([node])
  }

  private mutating func escape() throws(Pattern.Problem) -> Pattern.Node {
    switch current {
    case "b":
      index += 1
      return .boundary(isNegated: false)
    case "B":
      index += 1
      return .boundary(isNegated: true)
    default: return .one(try escapedClass())
    }
  }

  /// What stands behind a backslash, inside brackets too.
  private mutating func escapedClass() throws(Pattern.Problem) -> Pattern.Class {
    guard let scalar = current else { throw .invalid("it ends in a backslash") }
    index += 1
    switch scalar {
    case "d": return Self.digit
    case "D": return Pattern.Class(ranges: Self.digit.inverted)
    case "w": return Self.word
    case "W": return Pattern.Class(ranges: Self.word.inverted)
    case "s": return Self.blank
    case "S": return Pattern.Class(ranges: Self.blank.inverted)
    case "t": return Self.only("\t")
    case "n": return Self.only("\n")
    case "r": return Self.only("\r")
    default:
      // References, Unicode properties, and letters that dialects read differently.
      let isPlain = scalar.value < 0x80 && !Self.word.contains(scalar.value) || scalar == "_"
      guard isPlain else { throw .unsupported }
      return Self.only(scalar)
    }
  }

  private mutating func bracket() throws(Pattern.Problem) -> Pattern.Class {
    var set = Pattern.Class(isNegated: take("^"))
    // `[]` is empty in some dialects and starts with a bracket in others.
    if current == "]" { throw .unsupported }
    while let scalar = current, scalar != "]" {
      if scalar == "[", index + 1 < text.count, [":", ".", "="].contains(text[index + 1]) {
        throw .unsupported
      }
      let first = try member()
      guard current == "-", index + 1 < text.count, text[index + 1] != "]",
        let low = first.single
      else {
        set.ranges += first.ranges
        continue
      }
      index += 1
      guard let high = try member().single else { throw .unsupported }
      guard low <= high else { throw .invalid("the range in `[…]` runs backwards") }
      set.ranges.append(low...high)
    }
    guard take("]") else { throw .invalid("a `[` is not closed") }
    return set
  }

  private mutating func member() throws(Pattern.Problem) -> Pattern.Class {
    let scalar = text[index]
    index += 1
    guard scalar == "\\" else { return Self.only(scalar) }
    // `[\b]` is a backspace.
    if current == "b" { throw .unsupported }
    return try escapedClass()
  }
}

extension Pattern.Class {
  /// The one character of the set, if it has just one.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1, !isNegated else { return nil }
    return ranges[0].lowerBound
  }
}
