private import Synchronization

/// What completions for shells know of a program: its options and the first of its verbs, of all its
/// versions and verbs together. What is in here is no mistake; what is not may be one all the same, so
/// that on its own this is an open schema.
package struct ProgramWitness: Sendable {
  /// With their dashes.
  package let options: [String]
  package let verbs: [String]
  let letters: [UInt8]

  /// From the line `name|letters|long options|options behind one dash|verbs` of a program, or that of
  /// the other one that `name|=other` names; nil without a line.
  package static func of(_ program: String) -> ProgramWitness? {
    if let witness = asked.withLock({ $0[program] }) { return witness }
    let witness = read(program)
    asked.withLock { if $0.count < 4096 { $0[program] = .some(witness) } }
    return witness
  }

  /// Programs that were asked for: the same few on most pages.
  private static let asked = Mutex<[String: ProgramWitness?]>([:])

  private static func read(_ program: String) -> ProgramWitness? {
    guard let fields = FactLines(text).fields(of: program) else { return nil }
    if fields.count == 1 { return of(String(decoding: fields[0].dropFirst(), as: UTF8.self)) }
    guard fields.count == 4 else { return nil }
    return ProgramWitness(
      options: fields[1].words().map { "--" + $0 } + fields[2].words().map { "-" + $0 },
      verbs: fields[3].words(), letters: Array(fields[0]))
  }

  /// Every program that it knows, sorted.
  package static var programs: [String] { FactLines(text).names }

  /// - Parameter orPrefix: whether the start of a long option will do.
  func has(option: String, orPrefix: Bool) -> Bool {
    let bytes = Array(option.utf8)
    if bytes.count == 2 { return letters.contains(bytes[1]) }
    return options.contains { $0 == option || orPrefix && bytes.count > 3 && $0.hasPrefix(option) }
  }
}
