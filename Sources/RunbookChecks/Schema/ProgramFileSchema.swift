package import RunbookCommands
package import RunbookModel

/// A program that a site describes in YAML: `name`, `dialect`, `source`, `extends` and `synopsis`,
/// which is written as in the program's manual.
package enum ProgramFileSchema {
  /// Reads one file of the programs folder.
  ///
  /// - Parameter library: what can be extended.
  package static func read(_ root: YAMLNode?, in file: SourceFile, _ library: ProgramLibrary)
    -> (ProgramAddition?, [Diagnostic])
  {
    let place = file.range(file.lines.contentRange(ofLine: 0, in: file.bytes))
    guard case .mapping? = root?.kind else {
      return (
        nil,
        [
          Diagnostic(
            "config-type", .error, at: root.map { file.range($0.range) } ?? place,
            "a program is described by a mapping such as `synopsis: …`")
        ]
      )
    }
    var reader = FieldReader(
      FieldReader.entries(of: root, in: file), idPrefix: "config", place: place)
    let text = readFields(&reader, library)
    reader.finish()
    var diagnostics = reader.diagnostics
    guard let synopsis = text.synopsis else { return (nil, diagnostics) }
    do throws(SynopsisError) {
      let base = text.extends.flatMap { library.program(named: $0.value) }
      let program = try Synopsis.read(
        synopsis.value, dialect: text.dialect ?? base?.dialect ?? .gnu, source: text.source,
        tellsEffects: !text.hidesEffects)
      if let wrong = mismatch(program, text.name, text.extends) { diagnostics.append(wrong) }
      return (ProgramAddition(program, extendsCatalog: text.extends != nil), diagnostics)
    } catch {
      diagnostics.append(problem(error, synopsis, file))
      return (nil, diagnostics)
    }
  }

  /// What the fields of such a file take.
  static let fields = FieldReader.fields { _ = readFields(&$0, .shipped) }

  private struct Text {
    let name: Field<String>?
    let source: String
    let dialect: Dialect?
    let extends: Field<String>?
    let hidesEffects: Bool
    let synopsis: Field<String>?
  }

  private static func readFields(_ reader: inout FieldReader, _ library: ProgramLibrary) -> Text {
    let dialects = Dialect.named.keys.sorted()
    return Text(
      name: reader.text("name"), source: reader.text("source")?.value ?? "",
      dialect: reader.value(
        "dialect", "one of \(dialects.joined(separator: ", "))", as: .choice(dialects)
      ) { Dialect.named[$0] }?.value,
      extends: reader.value("extends", "the name of a program that is known", as: .text) {
        library.contains($0) ? $0 : nil
      },
      hidesEffects: reader.value("effects", "unknown", as: .choice(["unknown"])) {
        $0 == "unknown" ? true : nil
      }?.value ?? false,
      synopsis: reader.text("synopsis", required: "the program's synopsis"))
  }

  private static func mismatch(
    _ program: Program, _ name: Field<String>?, _ extends: Field<String>?
  ) -> Diagnostic? {
    guard let wanted = extends ?? name, wanted.value != program.name else { return nil }
    return Diagnostic(
      "config-type", .error, at: wanted.range,
      "the synopsis describes `\(program.name)`, not `\(wanted.value)`",
      explanation: "The first word of a synopsis is the program's name.")
  }

  /// The line of a block scalar is that many lines below its `|`; of any other text, its own place.
  private static func problem(
    _ error: SynopsisError, _ synopsis: Field<String>, _ file: SourceFile
  ) -> Diagnostic {
    let start = synopsis.range.bytes.lowerBound
    let isBlock = start < file.bytes.count && file.bytes[start].isOne(of: "|>")
    let line = file.lines.line(at: start) + (isBlock ? error.line : 0)
    var range = file.lines.contentRange(ofLine: line, in: file.bytes)
    while let first = file.bytes[range].first, first == UInt8(ascii: " ") {
      range = range.lowerBound + 1..<range.upperBound
    }
    return Diagnostic(
      "config-type", .error, at: isBlock ? file.range(range) : synopsis.range,
      "the synopsis cannot be read: \(error.message)",
      explanation: "`runbookgen programs NAME` prints a synopsis to learn from.")
  }
}
