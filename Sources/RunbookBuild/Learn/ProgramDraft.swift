import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing

/// A description of a program as a file of the programs folder, made from what was learnt.
package struct ProgramDraft: Sendable {
  /// The file as text.
  package let text: String

  /// - Parameters:
  ///   - dialect: as a description names it.
  ///   - source: where the facts come from, with the version.
  /// - Throws: where what was learnt would make a file that cannot be read.
  init(_ learnt: LearntProgram, dialect: String, source: String, doubts: [String])
    throws(FileProblem)
  {
    let name = learnt.program.name
    var lines = [
      "# A draft by `runbookgen programs learn`, from \(learnt.manner). Look through it.",
      "# Say what verbs do, {write} or {destructive}, and then remove the line `effects`.",
      "# An {open} verb or program may have options that are not listed; remove the word where all are.",
    ]
    lines += doubts.prefix(20).map { "# Not sure: " + Self.plain($0) }
    if doubts.count > 20 { lines.append("# Not sure: \(doubts.count - 20) more of that kind.") }
    lines += ["dialect: \(dialect)", "source: \(YAMLText.scalar(Self.plain(source)))"]
    if !learnt.program.tellsEffects { lines.append("effects: unknown") }
    lines.append("synopsis: |")
    lines += Synopsis.text(learnt.program).split(separator: "\n").map { "  " + $0 }
    text = lines.joined(separator: "\n") + "\n"
    let file = SourceFile(path: name + ".yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    let (_, found) = ProgramFileSchema.read(root, in: file, .shipped)
    if let problem = (problems + found).first {
      throw FileProblem(
        path: name, operation: "describe", reason: problem.summary,
        advice: "its help says something that no description can hold; write one by hand, as in"
          + " 'runbookgen help programs'")
    }
  }

  /// On one line, without what a terminal or YAML would act on.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(300).map { scalar in
          scalar.properties.generalCategory == .control || scalar == "\u{2028}"
            || scalar == "\u{2029}" || scalar == "\u{85}" ? " " : scalar
        }))
  }
}
