import RunbookModel

/// Options of the program that has the same name on another system.
extension Binding {
  /// Only the other system's program has it: reported as such.
  mutating func isForeign(_ name: String, at range: ByteRange) -> Bool {
    guard ForeignOption.system(of: name, in: program.name) != nil else { return false }
    report(.unknownOption(name, known: []), isCertain: false, at: range)
    return true
  }

  /// A word that would pass for options of this system's program, if one read it letter by letter or
  /// without its value.
  mutating func takeForeign(_ word: ShellWord) -> Bool {
    guard let name = word.literal else { return false }
    if ForeignOption.isParameter(name, of: program.name), isForeign(name, at: word.range) {
      index += 1
      isArityKnown = false
      perhapsValue = index
      return true
    }
    guard index + 1 < words.endIndex, let value = words[index + 1].literal,
      let both = ForeignOption.withValue(name, value, in: program.name),
      isForeign(both, at: word.range.lowerBound..<words[index + 1].range.upperBound)
    else { return false }
    if let option = knownOption(named: name) {
      options.append(.init(option: option, name: SourceText(name, range: word.range), value: nil))
    }
    index += 2
    isArityKnown = false
    return true
  }
}
