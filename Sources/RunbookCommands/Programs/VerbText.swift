private import Synchronization

/// The options and verbs of a verb as the text that they are written in, which is read when somebody asks
/// for them: of a program with a hundred verbs a page names two.
final class VerbText: Sendable {
  final class Parts: Sendable {
    let options: [ProgramOption]
    let verbs: [Verb]
    /// Where the first option of each name stands, once somebody has asked for a name.
    private let optionPlaces = Mutex<[String: Int]?>(nil)
    private let verbPlaces = Mutex<[String: Int]?>(nil)
    /// What is wrong with the first line that could not be read; those after it are not.
    let problem: SynopsisError?

    init(_ lines: Range<Int>, in text: SynopsisText, depth: Int) {
      var reader = VerbReader(text, depth: depth)
      problem = reader.read(lines)
      (options, verbs) = (reader.options, reader.verbs)
    }

    /// The first option that has a name.
    func option(named name: String) -> ProgramOption? {
      optionPlaces.place(of: name) { options.map(\.names) }.map { options[$0] }
    }

    /// The place of the first verb that has a name.
    func verb(named name: String) -> Int? {
      verbPlaces.place(of: name) { verbs.map(\.names) }
    }
  }

  private let text: SynopsisText
  private let lines: Range<Int>
  private let depth: Int
  private let read = Mutex<Parts?>(nil)

  init(_ text: SynopsisText, lines: Range<Int>, depth: Int) {
    self.text = text
    self.lines = lines
    self.depth = depth
  }

  var parts: Parts {
    if let parts = read.withLock({ $0 }) { return parts }
    let parts = Parts(lines, in: text, depth: depth)
    // Two that read at once read the same; the first of them counts.
    return read.withLock { known in
      if let known { return known }
      known = parts
      return parts
    }
  }
}

extension Mutex<[String: Int]?> {
  /// The place of the first list that holds a name.
  ///
  /// - Parameter lists: asked for when a name is first looked for.
  fileprivate func place(of name: String, in lists: () -> [[String]]) -> Int? {
    withLock { places in
      if let places { return places[name] }
      var made: [String: Int] = [:]
      for (place, names) in lists().enumerated() {
        for name in names where made[name] == nil { made[name] = place }
      }
      places = made
      return made[name]
    }
  }
}

/// Reads what stands below the line of a verb.
struct VerbReader {
  /// How deep verbs may nest: they are read, extended and printed by functions that call themselves.
  private static let maximumDepth = 16

  let text: SynopsisText
  let depth: Int
  private(set) var options: [ProgramOption] = []
  private(set) var verbs: [Verb] = []

  init(_ text: SynopsisText, depth: Int) {
    self.text = text
    self.depth = depth
  }

  /// - Returns: what is wrong with the first line that cannot be read.
  mutating func read(_ lines: Range<Int>) -> SynopsisError? {
    do throws(SynopsisError) {
      var index = lines.lowerBound
      while index < lines.upperBound, let line = text.line(at: index) {
        if line.isOption {
          options.append(try OptionReader.read(line))
          index += 1
          continue
        }
        guard depth < Self.maximumDepth else {
          throw SynopsisError(
            line: line.number, message: "verbs nest more than \(Self.maximumDepth) levels deep")
        }
        let end = text.end(ofLinesBelow: index)
        let below = VerbText(text, lines: index + 1..<end, depth: depth + 1)
        verbs.append(try Self.verb(line, below))
        index = end
      }
      return nil
    } catch {
      return error
    }
  }

  /// The verb of a line.
  static func verb(_ line: Synopsis.Line, _ text: VerbText) throws(SynopsisError) -> Verb {
    var verb = Verb(
      line.words[0].split(separator: UInt8(ascii: "|")).map(\.string),
      operands: try OperandReader.read(line.words.dropFirst(), line.number), text: text)
    for (name, value) in line.attributes {
      switch name {
      case "endless": verb.isEndless = true
      case "interactive": verb.isInteractive = true
      case "open": verb.isClosed = false
      case "plugins": verb.takesPlugins = true
      case "not": verb.instead = value.string.split(separator: "_").joined(separator: " ")
      case "use": verb.replacement = value.string
      case "alone": verb.standsAlone = true
      case "leading": verb.optionsLead = true
      case "appends": verb.appendsWords = true
      case "since", "removed", "deprecated": break
      case _ where Effect(rawValue: name) != nil && value.string == "operands":
        verb.operandEffect = Effect(rawValue: name)
      case _ where Effect(rawValue: name) != nil: verb.effect = Effect(rawValue: name) ?? .read
      default:
        throw SynopsisError(line: line.number, message: "`{\(name)}` means nothing for a verb")
      }
    }
    let (span, values) = try HistoryReader.spans(line)
    guard values.isEmpty else {
      throw SynopsisError(line: line.number, message: "a verb has no values to name versions of")
    }
    verb.span = span
    return verb
  }
}
