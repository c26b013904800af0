private import Synchronization

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
      let entry = base?.extended(by: program) ?? ProgramEntry(program.name) { _ in program }
      for name in [program.name] + program.aliases { entries[name] = entry }
    }
    self.entries = entries
  }

  /// The programs of the catalog alone.
  package static let shipped = ProgramLibrary()

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
    guard let entry = entries[name] ?? entries[name.lastPathComponent] else {
      return ProgramWitness.program(named: name.lastPathComponent)
    }
    return entry.load(
      entry.readsWords ? words.dropFirst().prefix(12).compactMap(\.literal) : [])
  }
}

extension ProgramEntry {
  /// The same program with more verbs and options.
  fileprivate func extended(by program: Program) -> ProgramEntry {
    let extensions = Extensions(program)
    return ProgramEntry(program.name, readsWords: readsWords) { words in
      load(words).map(extensions.program)
    }
  }

  /// What comes of the schemas of a program, which is put together once for each.
  private final class Extensions: Sendable {
    private let addition: Program
    private let known = Mutex<[ObjectIdentifier: (base: Program, whole: Program)]>([:])

    init(_ addition: Program) { self.addition = addition }

    func program(_ base: Program) -> Program {
      let key = ObjectIdentifier(base)
      if let known = known.withLock({ $0[key] }) { return known.whole }
      let whole = base.extended(by: addition)
      // The base is kept, so that no other can be taken for it.
      known.withLock { if $0.count < 4096 { $0[key] = (base, whole) } }
      return whole
    }
  }
}

extension Program {
  /// A schema of the catalog. It is read as far as commands ask for it; that all of it is well-formed, a
  /// test makes sure of.
  static func shipped(_ dialect: Dialect, _ source: String, _ synopsis: String) -> Program? {
    try? Synopsis.open(synopsis, dialect: dialect, source: source)
  }
}

extension String {
  /// What stands behind the last `/` that something stands behind; the whole text without one.
  package var lastPathComponent: String {
    guard utf8.contains(UInt8(ascii: "/")) else { return self }
    return split(separator: "/").last.map(String.init) ?? self
  }
}
