import RunbookCommands
import RunbookModel

/// Finds passwords and tokens by the place where they stand in a command.
struct SecretFinder {
  private let command: SimpleCommand
  private let file: SourceFile
  private var found: [(what: String, range: ByteRange)] = []

  init(_ command: SimpleCommand, _ file: SourceFile) {
    self.command = command
    self.file = file
  }

  mutating func find() -> [(what: String, range: ByteRange)] {
    for assignment in command.assignments {
      for value in assignment.value {
        value.literal.map { judge($0, named: assignment.name, value) }
      }
    }
    let words = command.words
    for (index, word) in words.enumerated().dropFirst() {
      guard let text = word.literal else { continue }
      let next = index + 1 < words.count ? words[index + 1] : nil
      if text.utf8.first == UInt8(ascii: "-"), let next, let value = next.literal {
        if text.utf8.count > 2 || text == "--" { judge(value, named: text, next) }
        if isPasswordSwitch(text) { password(Self.behindColon(value, text), next) }
      }
      attached(text, word)
      let signs = Signs(text)
      if signs.hasEquals && !signs.hasBlank { keyed(text, word) }
      if signs.hasBlank && signs.hasColon { header(text, word) }
      if signs.hasAt { url(text, word) }
    }
    return found
  }

  /// Which of the characters that a secret stands behind a word has; few words have any.
  private struct Signs {
    private(set) var hasEquals = false
    private(set) var hasBlank = false
    private(set) var hasColon = false
    private(set) var hasAt = false

    init(_ text: String) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "="): hasEquals = true
        case UInt8(ascii: " "): hasBlank = true
        case UInt8(ascii: ":"): hasColon = true
        case UInt8(ascii: "@"): hasAt = true
        default: continue
        }
      }
    }
  }

  // MARK: Names

  /// The value of a variable, an option or a key whose name says what it is.
  private mutating func judge(_ value: String, named name: String, _ word: ShellWord) {
    // All names that tell a secret end with one of these letters.
    guard let last = name.utf8.last(where: { !Self.isSign($0) }).map({ $0 | 0x20 }),
      Self.isLastOfNames(last)
    else { return }
    let plain = String(
      decoding: name.lowercased().utf8.filter { !Self.isSign($0) }, as: UTF8.self)
    if Self.passwords.contains(where: plain.hasSuffix) {
      password(value, word)
    } else if Self.keys.contains(where: plain.hasSuffix), !Self.isMarker(plain),
      SecretShape.isRandom(value)
    {
      add("a secret", value, word)
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func isLastOfNames(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "w"), UInt8(ascii: "s"),
      UInt8(ascii: "y"), UInt8(ascii: "t"), UInt8(ascii: "n"):
      true
    default: false
    }
  }

  private static let passwords = ["password", "passwd", "passphrase", "adminpw", "pgpass"]
  private static let keys = [
    "secretaccesskey", "secretkey", "apikey", "clientsecret", "token", "accesskey",
  ]

  /// What the names of tokens begin with that only mark a place, a version or a request.
  private static let markers = [
    "action", "change", "client", "continuation", "idempotency", "lock", "next", "page",
    "pagination", "product", "request", "resume", "sequence", "starting", "sync", "task", "unit",
    "update",
  ]

  private static func isMarker(_ name: String) -> Bool {
    markers.contains { name.hasSuffix($0 + "token") }
  }

  private mutating func password(_ value: String?, _ word: ShellWord) {
    if let value, SecretShape.isPassword(value) { add("a password", value, word) }
  }

  // MARK: Programs

  private var program: String {
    command.words.first?.literal?.lastPathComponent ?? ""
  }

  /// Options of one letter whose next word is a password, or a name and a password.
  private func isPasswordSwitch(_ option: String) -> Bool {
    switch option {
    case "-p":
      // Of other verbs of these two it publishes a port.
      program == "sshpass"
        || ["docker", "podman"].contains(program)
          && command.words.contains { $0.literal == "login" }
    case "-a": program == "redis-cli"
    case "-u", "--user": program == "curl"
    case "-passin", "-passout": program == "openssl"
    default: false
    }
  }

  /// `name:password` of curl and `pass:password` of openssl.
  private static func behindColon(_ value: String, _ option: String) -> String? {
    guard option != "-p" && option != "-a" else { return value }
    let parts = value.split(separator: ":", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }

  private static let attaching: Set = [
    "mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "sshpass",
  ]

  /// `-pPASSWORD` of the MySQL programs.
  private mutating func attached(_ text: String, _ word: ShellWord) {
    guard text.hasPrefix("-p"), Self.attaching.contains(program) else { return }
    password(String(text.dropFirst(2)), word)
  }

  // MARK: Words

  /// `--password=x`, `password=x`, `--from-literal=password=x`
  private mutating func keyed(_ text: String, _ word: ShellWord) {
    guard text.utf8.count < 1000, Self.mayBeKeyed(text) else { return }
    let parts = text.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return }
    judge(parts.dropFirst().joined(separator: "="), named: String(parts[0]), word)
    if parts.count > 2 { judge(String(parts[2]), named: String(parts[1]), word) }
  }

  /// Whether a name before an `=` ends like one that tells a secret.
  private static func mayBeKeyed(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "=") {
        if isLastOfNames(last | 0x20) { return true }
      } else if !isSign(byte) {
        last = byte
      }
    }
    return false
  }

  /// `Authorization: Bearer x`
  private mutating func header(_ text: String, _ word: ShellWord) {
    let words = text.split(separator: " ")
    guard words.count > 1, words.count < 5 else { return }
    let key = words[0].lowercased()
    guard key.contains("authorization:") || key.hasSuffix("-token:") || key.hasSuffix("-key:")
    else {
      return
    }
    if let value = words.last.map(String.init), SecretShape.isRandom(value) {
      add("a token", value, word)
    }
  }

  /// `https://name:password@host`
  private mutating func url(_ text: String, _ word: ShellWord) {
    let bytes = Array(text.utf8.prefix(2000))
    guard let colon = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else {
      return
    }
    let authority = bytes[(colon + 3)...].prefix { !$0.isOne(of: "/?# ") }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return }
    let login = authority[..<at]
    guard let middle = login.firstIndex(of: UInt8(ascii: ":")) else { return }
    password(String(decoding: login[(middle + 1)...], as: UTF8.self), word)
  }

  // MARK: Places

  /// Where the value stands in the word, with the quote before it; the whole word when escapes are in
  /// the way.
  private mutating func add(_ what: String, _ value: String, _ word: ShellWord) {
    let bytes = file.bytes
    let range = word.range.clamped(to: 0..<bytes.count)
    let needle = Array(value.utf8)
    var start = range.upperBound - needle.count
    while start >= range.lowerBound {
      if bytes[start..<range.upperBound].starts(with: needle) { break }
      start -= 1
    }
    guard start >= range.lowerBound else {
      found.append((what, range))
      return
    }
    let isQuoted = start > range.lowerBound && bytes[start - 1].isOne(of: "'\"")
    let end = start + needle.count
    let closes = isQuoted && bytes.at(end) == bytes[start - 1]
    found.append((what, closes ? start - 1..<end + 1 : start..<end))
  }
}
