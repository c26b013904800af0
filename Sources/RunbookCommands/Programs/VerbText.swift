private import Synchronization

/// The options and verbs of a verb as the text that they are written in, which is read when somebody asks
/// for them: of a program with a hundred verbs a page names two.
final class VerbText: Sendable {
  final class Parts: Sendable {
    let options: [ProgramOption]
    let verbs: [Verb]
    /// What is wrong with the first line that could not be read; those after it are not.
    let problem: SynopsisError?

    init(_ lines: Range<Int>, in text: SynopsisText, depth: Int) {
      var reader = VerbReader(text, depth: depth)
      problem = reader.read(lines)
      (options, verbs) = (reader.options, reader.verbs)
    }
  }

  private let text: SynopsisText
  private let lines: Range<Int>
  private let depth: Int
  private let read = AtomicLazyReference<Parts>()

  init(_ text: SynopsisText, lines: Range<Int>, depth: Int) {
    self.text = text
    self.lines = lines
    self.depth = depth
  }

  var parts: Parts {
    if let parts = read.load() { return parts }
    // Two that read at once read the same.
    return read.storeIfNil(Parts(lines, in: text, depth: depth))
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
