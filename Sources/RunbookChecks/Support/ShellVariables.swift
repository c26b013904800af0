import RunbookCommands
import RunbookModel

/// What a script does with variables.
struct VariableEvents: Sendable {
  struct Use: Sendable {
    let name: String
    let range: ByteRange
    /// True for `${X:-d}`, `${X:?}` and the other forms that think of a variable without a value.
    let isGuarded: Bool
    /// True inside a function, which runs later than it is written.
    var isDeferred = false
  }

  struct Assignment: Sendable {
    let name: String
    let range: ByteRange
    /// From where on it holds.
    let offset: Int
    /// A statement of its own, with a value: `X=$(…)`.
    let isStatement: Bool
    /// The value, where it is plain text.
    var literal: String?
  }

  private(set) var uses: [Use] = []
  private(set) var assignments: [Assignment] = []
  /// Of each name that is set the first place.
  private(set) var first: [String: Assignment] = [:]
  /// Names that are set in more than one place.
  private var changing: Set<String> = []
  /// Where text of another file, or text made on the spot, runs in this shell: nobody knows what
  /// that sets and uses.
  private(set) var unknown: Int?

  init(_ scripts: [ShellScript]) {
    for script in scripts {
      for command in script.allCommands { add(command) }
      for word in script.allWords where word.literal == nil {
        for piece in word.pieces { for inner in piece.withNested { add(inner) } }
      }
    }
    assignments.sort { $0.offset < $1.offset }
    for assignment in assignments {
      if first[assignment.name] == nil {
        first[assignment.name] = assignment
      } else {
        changing.insert(assignment.name)
      }
    }
    guard !uses.isEmpty else { return }
    uses.sort { $0.range.lowerBound < $1.range.lowerBound }
    markDeferred(in: scripts.flatMap(\.allCommands))
  }

  /// Whether a variable has been set before a place.
  func isSet(_ name: String, before offset: Int) -> Bool {
    first[name].map { $0.offset <= offset } ?? false
  }

  /// The text of a variable that is set once, and to plain text.
  func literal(of name: String) -> String? {
    changing.contains(name) ? nil : first[name]?.literal
  }

  private mutating func markDeferred(in commands: [ShellCommand]) {
    var functions = commands.filter {
      if case .compound(let compound) = $0 { compound.keyword == .function } else { false }
    }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }[...]
    var end = 0
    for index in uses.indices {
      let offset = uses[index].range.lowerBound
      while let function = functions.first, function.lowerBound <= offset {
        end = max(end, function.upperBound)
        functions.removeFirst()
      }
      uses[index].isDeferred = offset < end
    }
  }

  private mutating func add(_ piece: WordPiece) {
    guard case .parameter(let expansion) = piece.kind, expansion.isVariable else { return }
    let operation =
      expansion.operation.hasPrefix(":")
      ? expansion.operation.dropFirst() : expansion.operation[...]
    uses.append(
      Use(
        name: expansion.name, range: piece.range,
        isGuarded: operation.first.map { "-=?+".contains($0) } ?? false))
    if operation.first == "=" { assign(expansion.name, piece.range) }
  }

  private mutating func assign(_ name: String, _ range: ByteRange) {
    assignments.append(
      Assignment(name: name, range: range, offset: range.upperBound, isStatement: false))
  }

  private mutating func add(_ command: ShellCommand) {
    switch command {
    case .simple(let simple): add(simple)
    case .compound(let compound):
      switch compound.keyword {
      case .for, .select:
        guard let variable = compound.variable else { break }
        assign(variable, compound.range.lowerBound..<compound.range.lowerBound)
      case .arithmetic:
        // `(( count = 1 ))`: each name may be set here.
        for word in compound.words {
          for name in Self.names(in: word.leadingText) { assign(name, word.range) }
        }
      default: break
      }
    }
  }

  private mutating func add(_ command: SimpleCommand) {
    for assignment in command.assignments {
      assignments.append(
        Assignment(
          name: assignment.name, range: assignment.nameRange, offset: assignment.range.upperBound,
          isStatement: command.words.isEmpty && !assignment.isAppend
            && assignment.value.contains { !$0.pieces.isEmpty },
          literal: assignment.isAppend ? nil : assignment.value.first?.literal))
    }
    guard let name = command.name?.literal else { return }
    switch name {
    case "export", "env", "sudo", "set":
      for word in command.arguments { assignBefore(equals: word) }
    case "declare", "typeset", "local", "readonly", "read", "mapfile", "readarray", "getopts",
      "printf", "let":
      for word in command.arguments {
        assignBefore(equals: word)
        if let name = word.literal, Self.isName(name) { assign(name, word.range) }
      }
    case "eval", "source", ".":
      unknown = min(unknown ?? .max, command.range.lowerBound)
    default: break
    }
  }

  /// `NAME=value` as an argument.
  private mutating func assignBefore(equals word: ShellWord) {
    guard let end = word.leadingText.utf8.firstIndex(of: UInt8(ascii: "=")) else { return }
    let name = String(word.leadingText[..<end])
    if Self.isName(name) { assign(name, word.range) }
  }

  // MARK: Names

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isNameByte(first), !(0x30...0x39).contains(first) else {
      return false
    }
    return text.utf8.allSatisfy(isNameByte)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static func names(in text: String) -> [String] {
    text.utf8.split { !isNameByte($0) }.map { String(decoding: Array($0), as: UTF8.self) }
      .filter(isName)
  }
}

/// Variables that are there without the page.
enum EnvironmentVariables {
  static func contains(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  private static let prefixes = ["AWS_", "BASH", "LC_", "SSH_", "SUDO_", "XDG_"]

  private static let names: Set = [
    "COLUMNS", "DIRSTACK", "DISPLAY", "EDITOR", "EPOCHREALTIME", "EPOCHSECONDS", "EUID",
    "FUNCNAME", "GROUPS", "HOME", "HOSTNAME", "HOSTTYPE", "HTTPS_PROXY", "HTTP_PROXY", "IFS",
    "KUBECONFIG", "LANG", "LANGUAGE", "LINENO", "LINES", "LOGNAME", "MACHTYPE", "MAIL", "NO_PROXY",
    "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "OSTYPE", "PAGER", "PATH", "PIPESTATUS", "PPID", "PS1",
    "PS2", "PS4", "PWD", "RANDOM", "REPLY", "SECONDS", "SHELL", "SHELLOPTS", "SHLVL", "SRANDOM",
    "TEMP", "TERM", "TMP", "TMPDIR", "TZ", "UID", "USER", "VISUAL", "_", "http_proxy",
    "https_proxy", "no_proxy",
  ]
}

/// What the rest of a page, which no shell parser reads, says of variables.
enum VariableMentions {
  /// Each name in front of a `=` that starts a word, with the first place that has it: code spans
  /// and blocks that are no shell, such as `NAMESPACE=monitoring`.
  static func assignments(_ context: PageContext) -> [String: Int] {
    let shell = Set(context.draft.blocks.filter { $0.kind != .powerShell }.map(\.index))
    var found: [String: Int] = [:]
    var texts = context.outline.codeSpans.map { ($0.value, $0.range.lowerBound) }
    for (index, block) in context.outline.codeBlocks.enumerated() where !shell.contains(index) {
      texts.append((block.value.text, block.range.lowerBound))
    }
    // A line of a transcript without a prompt may be a command all the same.
    for transcript in context.draft.blocks.compactMap(\.transcript) {
      for line in transcript.preamble + transcript.entries.flatMap(\.output) {
        texts.append((context.file.text(line), line.lowerBound))
      }
    }
    for (text, offset) in texts {
      for word in text.utf8.split(whereSeparator: { $0.isOne(of: " \t\n;\"'") }) {
        let name = word.prefix(while: VariableEvents.isNameByte)
        guard !name.isEmpty, word.dropFirst(name.count).first == UInt8(ascii: "=") else { continue }
        let key = String(decoding: Array(name), as: UTF8.self)
        found[key] = min(found[key] ?? .max, offset)
      }
    }
    return found
  }

  /// How often each name stands behind a `$` or `${` in any code of the page.
  static func uses(_ context: PageContext) -> [String: Int] {
    var names: [String: Int] = [:]
    for text in context.outline.codeBlocks.map(\.value.text)
      + context.outline.codeSpans.map(\.value)
    {
      for part in text.utf8.split(separator: UInt8(ascii: "$")).dropFirst(text.first == "$" ? 0 : 1)
      {
        let name = part.drop { $0.isOne(of: "{#!(") }.prefix(while: VariableEvents.isNameByte)
        names[String(decoding: Array(name), as: UTF8.self), default: 0] += 1
      }
    }
    return names
  }
}

/// A name without what only its notation adds: `INSTANCE_ID` and `instance-id` are one value.
enum ValueName {
  static func key(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter { !$0.isOne(of: "-_ ") }, as: UTF8.self)
  }
}
