/// What commands come to when they are held against the schemas of their programs. Each is bound once,
/// whoever asks: the checks, and whoever follows values through what a command runs.
package struct CommandBindings: Sendable {
  let programs: ProgramLibrary
  /// By the first word of the command. The words are kept, so that no other word can be taken for one
  /// of them.
  private var known: [ObjectIdentifier: (words: ArraySlice<ShellWord>, invocation: Invocation?)] =
    [:]

  package init(_ programs: ProgramLibrary) { self.programs = programs }

  /// - Parameters:
  ///   - words: the program's name first.
  ///   - isOpenEnded: whether whoever runs the command puts more words behind it.
  /// - Returns: nil when no schema describes the program.
  package mutating func invocation(
    of words: ArraySlice<ShellWord>, isOpenEnded: Bool = false
  ) -> Invocation? {
    guard let first = words.first else { return nil }
    let key = ObjectIdentifier(first)
    if !isOpenEnded, let entry = known[key], entry.words.count == words.count,
      entry.words.last === words.last
    {
      return entry.invocation
    }
    let invocation = programs.program(for: words).map {
      Binder.bind(words, to: $0, isOpenEnded: isOpenEnded)
    }
    if !isOpenEnded { known[key] = (words, invocation) }
    return invocation
  }
}
