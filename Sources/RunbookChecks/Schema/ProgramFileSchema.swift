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
    let name = reader.text("name")
    let source = reader.text("source")?.value ?? ""
    let dialect = reader.value(
      "dialect", "one of \(Dialect.named.keys.sorted().joined(separator: ", "))"
    ) { Dialect.named[$0] }
    let extends = reader.value("extends", "the name of a program that is known") {
      library.contains($0) ? $0 : nil
    }
    let synopsis = reader.text("synopsis", required: "the program's synopsis")
    reader.finish()
    var diagnostics = reader.diagnostics
    guard let synopsis else { return (nil, diagnostics) }
    do throws(SynopsisError) {
      let base = extends.flatMap { library.program(named: $0.value) }
      let program = try Synopsis.read(
        synopsis.value, dialect: dialect?.value ?? base?.dialect ?? .gnu, source: source)
      if let wrong = mismatch(program, name, extends) { diagnostics.append(wrong) }
      return (ProgramAddition(program, extendsCatalog: extends != nil), diagnostics)
    } catch {
      diagnostics.append(problem(error, synopsis, file))
      return (nil, diagnostics)
    }
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
    let isBlock = start < file.bytes.count && "|>".utf8.contains(file.bytes[start])
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
