private import Synchronization

/// The AWS CLI. Its services lie in `AWS/`, generated; a command reads the operation that it names.
package enum AWS {
  static let entry = ProgramEntry("aws", readsWords: true) { program(for: $0) }

  /// A service that the CLI has and this table does not gives nil: nothing is known about it.
  package static func program(for words: [String]) -> Program? {
    let place = words.indices.first { isCommand(at: $0, in: words) }
    let request = place.map { Request(service: words[$0], words: words[($0 + 1)...]) } ?? Request()
    if let known = read.withLock({ $0[request] }) { return known }
    let program = program(for: request)
    read.withLock { if $0.count < 4096 { $0[request] = .some(program) } }
    return program
  }

  /// What of the CLI a command names. Commands that name the same have the same schema.
  private struct Request: Hashable {
    var service: String?
    var isHelp = false
    /// The operations that it may mean, sorted.
    var operations: [String] = []

    init() {}

    init(service: String, words: ArraySlice<String>) {
      self.service = service
      isHelp = words.prefix(2).contains("help")
      guard !isHelp, let known = AWS.service(named: service)?.names else { return }
      let named = words.filter(known.contains)
      operations = named.count < 2 ? named : Set(named).sorted()
    }
  }

  /// Schemas that were asked for. There are as many as pages name operations.
  private static let read = Mutex<[Request: Program?]>([:])
  private static let services = Mutex<[String: Service]>([:])

  /// The synopsis of a service, divided into its operations.
  private final class Service: Sendable {
    let bytes: [UInt8]
    /// In the order of the text, each with its line and those of its options.
    let operations: [(name: String, lines: Range<Int>)]
    let names: Set<String>

    init(_ text: String) {
      let bytes = Array(text.utf8)
      var starts: [Int] = []
      var start = 0
      while start < bytes.count {
        if !bytes[start...].starts(with: "   ".utf8) { starts.append(start) }
        start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
      }
      let ends = starts.dropFirst() + [bytes.count]
      operations = zip(starts, ends).map { start, end in
        (AWS.operationName(bytes[start..<end]), start..<end)
      }
      names = Set(operations.map(\.name))
      self.bytes = bytes
    }
  }

  /// Nil when this table does not have the service.
  private static func service(named name: String) -> Service? {
    if let known = services.withLock({ $0[name] }) { return known }
    guard let text = synopses[name] else { return nil }
    let service = Service(text)
    services.withLock { $0[name] = service }
    return service
  }

  /// The name on an operation's line.
  private static func operationName(_ line: ArraySlice<UInt8>) -> String {
    let name = line.dropFirst(2).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    return String(decoding: name, as: UTF8.self)
  }

  private static func program(for request: Request) -> Program? {
    var lines = root
    if let name = request.service {
      if request.isHelp {
        lines += "\n " + name + " {open}"
      } else if let service = service(named: name) {
        lines += "\n " + name + common + operations(of: service, named: Set(request.operations))
      } else if !ownNames.contains(name) {
        return nil
      }
    } else {
      lines += all.sorted().map { "\n " + $0 + " {open}" }.joined()
    }
    lines += own.map { "\n " + $0 }.joined()
    return .shipped(.aws, source, lines)
  }

  private static let ownNames = Set(own.map { String($0.prefix { $0 != " " }) })
  private static let all = Set(names.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether the word names a service, and is not the value of a global option before it.
  private static func isCommand(at index: Int, in words: [String]) -> Bool {
    let word = words[index]
    guard all.contains(word) || ownNames.contains(word) else { return false }
    guard index > 0, words[index - 1].hasPrefix("--") else { return true }
    return !root.contains(" " + words[index - 1] + "=")
  }

  /// The operations that a command may mean, with their options. All of them without options when
  /// it means none of them.
  private static func operations(of service: Service, named wanted: Set<String>) -> String {
    let named = service.operations.filter { wanted.contains($0.name) }
    var found: [UInt8] = []
    for (_, lines) in named.isEmpty ? service.operations : named {
      let text = service.bytes[lines]
      found.append(UInt8(ascii: "\n"))
      found += named.isEmpty ? text.prefix { $0 != UInt8(ascii: "\n") } : text
      if found.last == UInt8(ascii: "\n") { found.removeLast() }
    }
    return String(decoding: found, as: UTF8.self)
  }

  static let source = "AWS CLI 1.45 and 2, botocore 1.43"

  private static let root = """
    aws
     --debug
     --endpoint-url=URL
     --no-verify-ssl
     --no-paginate
     --output=FORMAT(json|text|table|yaml|yaml-stream|off)
     --query=JMESPATH
     --profile=NAME
     --region=NAME
     --version {alone}
     --color=WHEN(on|off|auto)
     --no-sign-request
     --ca-bundle=FILE:path
     --cli-read-timeout=SECONDS:integer
     --cli-connect-timeout=SECONDS:integer
     --cli-binary-format=FORMAT(base64|raw-in-base64-out)
     --cli-auto-prompt
     --no-cli-auto-prompt
     --no-cli-pager
     --v2-debug
     --help {alone}
    """

  /// What every operation takes.
  private static let common = """

      --cli-input-json=JSON {alone}
      --cli-input-yaml=YAML {alone}
      --generate-cli-skeleton[=WHAT(input|output|yaml-input)] {next} {alone}
    """

  /// Commands of the CLI itself, and those that only version 2 has.
  private static let own = [
    """
    configure {write} {interactive} {open}
      list
      list-profiles
      get NAME
      set NAME VALUE {write}
      add-model {write}
       --service-model=JSON {required}
       --service-name=NAME
      import {write}
       --csv=FILE {required}
       --skip-invalid
       --profile-prefix=TEXT
      export-credentials
       --format=FORMAT(process|env|env-no-export|powershell|windows-cmd|fish)
      sso {write} {interactive}
       --no-browser
       --use-device-code
      sso-session {write} {interactive}
    """,
    "login {write} {interactive} {open}", "logout {write} {open}", "history {open}",
    "sso {open}\n  login {write} {interactive} {open}\n  logout {write} {open}", "ddb {open}",
    "help [TOPIC]",
  ]
}
