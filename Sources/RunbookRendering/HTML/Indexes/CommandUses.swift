import RunbookChecks
import RunbookCommands
import RunbookModel

/// What the indexes by program and by context have to know of a page's commands. It is kept for
/// every page of a site, so it holds no more than they show, as bytes.
struct CommandUses: Sendable {
  struct Use: Sendable {
    let program: String
    /// Id of the context in which it runs.
    let context: String?
    /// The anchor of its step or section; empty where there is none.
    let anchor: String
    /// The command on one line, cut between two words where it is long.
    let text: String
    let effect: Effect?
  }

  let bytes: [UInt8]

  /// How many bytes of a command are shown.
  private static let textLimit = 100
  /// How many commands of a page are listed.
  private static let limit = 60

  init() { self.init([Use]()) }

  init(_ uses: [Use]) {
    var record = RecordWriter()
    record.put(uses)
    bytes = record.compactBytes
  }

  /// - Parameter bytes: those of another one.
  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ page: CheckedRunbook) { self.init(Self.uses(of: page)) }

  /// The program and the context of each, in the order of the page. None where the bytes are damaged.
  var names: [(program: String, context: String?)] {
    var record = RecordReader(bytes)
    var names: [(program: String, context: String?)] = []
    do throws(RecordDamage) {
      for _ in 0..<(try record.count()) {
        names.append((try record.text(), try record.take(String?.self)))
        try Use.passRest(of: &record)
      }
    } catch { return [] }
    return names
  }

  /// Some of them. None where the bytes are damaged.
  ///
  /// - Parameter places: in `names`, in their order.
  func uses(at places: [Int]) -> [Use] {
    var record = RecordReader(bytes)
    var (uses, next): ([Use], Int) = ([], 0)
    do throws(RecordDamage) {
      _ = try record.count()
      for place in places {
        for _ in next..<place { try Use.pass(&record) }
        uses.append(try record.take(Use.self))
        next = place + 1
      }
    } catch { return [] }
    return uses
  }

  private static func uses(of page: CheckedRunbook) -> [Use] {
    var uses: [Use] = []
    var seen: Set<String> = []
    for block in page.blocks {
      let anchor = Self.anchor(of: block, page)
      for command in block.commands {
        guard uses.count < Self.limit else { return uses }
        guard let program = command.name, !program.isEmpty else { continue }
        let text = Self.text(of: command)
        guard seen.insert(text).inserted else { continue }
        uses.append(
          Use(
            program: program, context: command.context, anchor: anchor, text: text,
            effect: command.effect))
      }
    }
    return uses
  }

  private static func anchor(of block: CommandBlock, _ page: CheckedRunbook) -> String {
    if let step = block.step?.text { return "step-" + step }
    guard let section = page.outline.codeBlocks[block.index].section else { return "" }
    return page.outline.sections[section].heading.id
  }

  private static func text(of command: BoundCommand) -> String {
    var text = ""
    for word in command.words {
      let next = text.isEmpty ? word.display : text + " " + word.display
      guard next.utf8.count > textLimit else {
        text = next
        continue
      }
      // Half an option is another option; of a word that is too long by itself, its start has to do.
      return text.isEmpty ? next.prefix(textLimit) + "…" : text + " …"
    }
    return text
  }
}

extension CommandUses.Use: Recorded {
  func write(to record: inout RecordWriter) {
    record.text(program)
    record.put(context)
    record.text(anchor)
    record.text(text)
    record.put(effect?.rawValue)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      program: try record.text(), context: try record.take(), anchor: try record.text(),
      text: try record.text(), effect: try record.take(String?.self).flatMap(Effect.init))
  }

  fileprivate static func pass(_ record: inout RecordReader) throws(RecordDamage) {
    try record.passText()
    try record.passOptionalText()
    try passRest(of: &record)
  }

  /// Passes over what comes after the context.
  fileprivate static func passRest(of record: inout RecordReader) throws(RecordDamage) {
    try record.passText()
    try record.passText()
    try record.passOptionalText()
  }
}
