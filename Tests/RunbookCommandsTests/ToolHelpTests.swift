import RunbookCommands
import RunbookModel
import TestSupport
import Testing

/// Schemas compared with what the installed programs say of themselves: every option that a help text
/// lists at the start of a line has to be known.
@Suite(.needs("bash", Machine.has("bash"))) struct ToolHelpTests {
  static let verbs = [
    "asn1parse", "ciphers", "crl", "dgst", "ec", "ecparam", "enc", "genpkey", "genrsa", "ocsp",
    "passwd", "pkcs12", "pkcs8", "pkey", "rand", "req", "rsa", "s_client", "s_server", "verify",
    "version", "x509",
  ]

  @Test(.needs("openssl", Machine.has("openssl")), arguments: verbs) func openssl(_ verb: String)
    throws
  {
    try compare("openssl", verb, help: "openssl \(verb) -help 2>&1")
  }

  /// A program, and how it is asked for its options.
  static let programs = [
    ("curl", "--help all"), ("make", "--help"), ("psql", "--help"), ("pg_dump", "--help"),
    ("pg_dumpall", "--help"), ("pg_restore", "--help"), ("pg_basebackup", "--help"),
    ("pg_isready", "--help"), ("vacuumdb", "--help"), ("rsync", "--help | sed '1,/^Options/d'"),
    ("wget", "--help"), ("jq", "--help"),
  ]

  @Test(arguments: programs.filter { Machine.has($0.0) })
  func program(_ name: String, _ help: String) throws {
    try compare(name, nil, help: "\(name) \(help)")
  }

  @Test(.needs("\(absent.joined(separator: ", "))", absent.isEmpty)) func everyProgramIsThere() {}

  private static let absent = programs.map(\.0).filter { !Machine.has($0) }

  private func compare(_ name: String, _ verb: String?, help: String) throws {
    let text = String(decoding: try Shell.run(help), as: UTF8.self)
    try #require(!text.isEmpty)
    let program = try #require(ProgramLibrary().program(named: name, [verb].compactMap(\.self)))
    let found = verb.flatMap { verb in program.root.verbs.first { $0.names.contains(verb) } }
    let options = program.root.options + (found?.options ?? [])
    let known = Set(options.flatMap(\.names))
    let listed = text.split(separator: "\n").flatMap(options(in:)).filter {
      // `-*` stands for the name of a digest or cipher, `--no-OPTION` for any of them.
      $0 != "-help" && $0 != "--no-OPTION"
    }
    let missing = Set(listed).subtracting(known)
    #expect(missing.isEmpty, "\(name) \(verb ?? "")")
    #expect(!listed.isEmpty)
  }

  /// `-f, --fail   …`, `--verbose, -v   …`, `-in infile   …`.
  private func options(in line: Substring) -> [String] {
    let start = line.drop { $0 == " " }
    guard start.hasPrefix("-"), line.prefix(while: { $0 == " " }).count < 8 else { return [] }
    var names: [String] = []
    for word in start.split(separator: " ") {
      guard word.hasPrefix("-") else { break }
      let name = word.prefix { $0 != "=" && $0 != "[" && $0 != "," }
      if name.dropFirst().contains(where: { $0.isLetter || $0.isNumber }) {
        names.append(String(name))
      }
      if !word.hasSuffix(",") { break }
    }
    return names
  }
}
