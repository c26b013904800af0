import RunbookModel
import Testing

@testable import RunbookCommands

/// Schemas compared with what the installed programs say of themselves: every option that a help text
/// lists at the start of a line has to be known. A program that is absent is left out.
@Suite(.enabled(if: Shell.isPresent)) struct ToolHelpTests {
  static let verbs = [
    "asn1parse", "ciphers", "crl", "dgst", "ec", "ecparam", "enc", "genpkey", "genrsa", "ocsp",
    "passwd", "pkcs12", "pkcs8", "pkey", "rand", "req", "rsa", "s_client", "s_server", "verify",
    "version", "x509",
  ]

  @Test(arguments: verbs) func openssl(_ verb: String) throws {
    try compare("openssl", verb, help: "openssl \(verb) -help 2>&1")
  }

  @Test(arguments: [
    ("curl", "curl --help all"), ("make", "make --help"), ("psql", "psql --help"),
    ("pg_dump", "pg_dump --help"), ("pg_dumpall", "pg_dumpall --help"),
    ("pg_restore", "pg_restore --help"), ("pg_basebackup", "pg_basebackup --help"),
    ("pg_isready", "pg_isready --help"), ("vacuumdb", "vacuumdb --help"),
    ("rsync", "rsync --help | sed '1,/^Options/d'"), ("wget", "wget --help"), ("jq", "jq --help"),
  ]) func program(_ name: String, _ help: String) throws {
    try compare(name, nil, help: help)
  }

  private func compare(_ name: String, _ verb: String?, help: String) throws {
    let text = String(decoding: try Shell.run("type \(name) >/dev/null && \(help)"), as: UTF8.self)
    guard !text.isEmpty else { return }
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
