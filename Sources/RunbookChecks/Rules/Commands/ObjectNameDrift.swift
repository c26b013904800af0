import RunbookCommands
import RunbookModel

enum ObjectNameDrift {
  static let rule = Rule(
    "object-name-drift", .warning, "a step uses another name than the one that was created",
    rationale: """
      A page creates `web-router` and then sets `web-driver-router`: the second command fails, or changes
      something else. Reported is a name that stands on the page once, where the page creates one object
      of this sort and its name is the same but for one part.
      """,
    passing: [
      Rule.Example(
        """
        ```bash
        openstack router create web-router
        openstack router set --name x db-router
        openstack router create web-test-router
        openstack router set --name x web-test-router
        openstack network set --name x web-router-2
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        openstack router create web-router
        openstack router set --external-gateway public ▸web-driver-router
        openstack router add subnet web-router web-subnet
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let uses = context.stepCommands.compactMap { Use($0.command) }
    var creations: [String: [Use]] = [:]
    for use in uses where use.verb == "create" { creations[use.kind, default: []].append(use) }
    for use in uses where use.verb != "create" {
      guard let created = creations[use.kind], created.count == 1,
        let (name, object) = drift(from: created[0].names, to: use.names),
        object.range.lowerBound < name.range.lowerBound
      else { continue }
      // One of a sort is told, so that the page is searched for few names.
      creations[use.kind] = nil
      guard context.file.bytes.count(of: Array(name.text.utf8)) == 1 else { continue }
      diagnostics.append(
        context.finding(
          rule, at: name.range,
          "`\(name.text)` is created nowhere on this page, `\(object.text)` is",
          explanation: "If it is the same one, write `\(object.text)`.",
          notes: [.init("created here", at: context.range(object.range))]))
    }
  }

  /// A command that says what sort of object it creates or works on: `openstack router set …`.
  private struct Use {
    let kind: String
    let verb: String
    /// Every word after the verb that may be a name.
    let names: [SourceText]

    init?(_ command: BoundCommand) {
      guard command.name == "openstack" else { return nil }
      var words: [SourceText] = []
      var isValue = false
      for word in command.words.dropFirst() {
        let literal = word.literal ?? ""
        let isOption = literal.hasPrefix("-")
        // An option takes the next word, or none: what may be its value is no verb.
        if !isOption, !isValue || words.count > 1, word.literal != nil {
          words.append(SourceText(literal, range: word.range))
        }
        isValue = isOption && !literal.contains("=")
      }
      guard words.count > 2 else { return nil }
      (kind, verb) = (words[0].text, words[1].text)
      names = Array(words[2...])
    }
  }

  private static func drift(from created: [SourceText], to used: [SourceText]) -> (
    name: SourceText, object: SourceText
  )? {
    for name in used where !created.contains(where: { $0.text == name.text }) {
      let object = created.first {
        hasPartMore($0.text, name.text) || hasPartMore(name.text, $0.text)
      }
      if let object { return (name, object) }
    }
    return nil
  }

  /// Whether a name is another one with one word more between its first and its last.
  private static func hasPartMore(_ short: String, _ long: String) -> Bool {
    let (short, long) = (parts(short), parts(long))
    guard short.count > 1, long.count == short.count + 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    guard same > 0, same < short.count, long[(same + 1)...] == short[same...] else { return false }
    return long[same].allSatisfy(\.isLetter)
  }

  private static func parts(_ name: String) -> [Substring] {
    name.split { $0 == "-" || $0 == "_" || $0 == "." }
  }
}

extension [UInt8] {
  fileprivate func count(of text: [UInt8]) -> Int {
    guard let first = text.first, count >= text.count else { return 0 }
    return (0...count - text.count).count { start in
      self[start] == first && self[start..<start + text.count].elementsEqual(text)
    }
  }
}
