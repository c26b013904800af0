/// A program that comes with the tool. Its synopsis is read when a command first names it.
package struct ProgramEntry: Sendable {
  /// The program's name and its aliases.
  package let names: [String]
  /// The schema for a command; the words are those of the command after its name that are known.
  /// A program of many services reads only the one that the command names.
  package let load: @Sendable (_ words: [String]) -> Program?

  package init(_ names: String..., load: @escaping @Sendable (_ words: [String]) -> Program?) {
    self.names = names
    self.load = load
  }
}

/// All programs that come with the tool, sorted by file. A test compares this list with the files in
/// `Programs/Schemas/`, and reads every synopsis.
package enum ProgramCatalog {
  package static let all: [ProgramEntry] = [
    AWS.entry,
    Amtool.entry,
    Azure.entry,
    Ceph.entry,
    Curl.entry,
    Eksctl.entry,
    GCloud.entry,
    GPG.entry,
    Journalctl.entry,
    Jq.entry,
    Make.entry,
    MySQL.entry,
    OpenSSL.entry,
    Pip.entry,
    Promtool.entry,
    Psql.entry,
    Python.entry,
    RedisCLI.entry,
    Rsync.entry,
    SCP.entry,
    SSH.entry,
    SSHKeygen.entry,
    SessionManagerPlugin.entry,
    Vault.entry,
    Wget.entry,
    Yq.entry,
  ]
}

/// The programs that a site's commands are held against: the catalog, and what the site adds.
package struct ProgramLibrary: Sendable {
  private let entries: [String: ProgramEntry]

  /// - Parameter added: programs of the site; they come before those of the catalog.
  package init(adding added: [ProgramAddition] = []) {
    var entries: [String: ProgramEntry] = [:]
    for entry in ProgramCatalog.all {
      for name in entry.names { entries[name] = entry }
    }
    for addition in added {
      let program = addition.program
      let base = addition.extendsCatalog ? entries[program.name] : nil
      for name in [program.name] + program.aliases {
        entries[name] = ProgramEntry(name) { words in
          guard let base else { return program }
          return base.load(words)?.extended(by: program)
        }
      }
    }
    self.entries = entries
  }

  /// Every name, sorted.
  package var names: [String] { entries.keys.sorted() }

  package func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The schema of a program as it is without any word behind its name.
  package func program(named name: String, _ words: [String] = []) -> Program? {
    entries[name]?.load(words)
  }

  /// The schema of the program that a command names; a path such as `/usr/bin/openssl` names the
  /// program in it.
  package func program(for words: ArraySlice<ShellWord>) -> Program? {
    guard let name = words.first?.literal else { return nil }
    let rest = words.dropFirst().prefix(12).compactMap(\.literal)
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return (entries[name] ?? entries[base])?.load(rest)
  }
}

extension Program {
  /// A schema of the catalog; nil if its synopsis is not well-formed, which a test excludes.
  static func shipped(_ dialect: Dialect, _ source: String, _ synopsis: String) -> Program? {
    try? Synopsis.read(synopsis, dialect: dialect, source: source)
  }
}
