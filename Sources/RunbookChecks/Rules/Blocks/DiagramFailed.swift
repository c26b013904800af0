package import RunbookModel

package enum DiagramFailed {
  static let rule = Rule(
    "diagram-failed", .error, "a diagram could not be drawn",
    rationale: """
      `diagrams` in the configuration names the programs that draw the diagrams of this site. A program
      gets the source of the diagram on its standard input, has a minute and writes SVG or PNG on its
      standard output. What it says on standard error is quoted. `check` never runs it; `build` and the
      commands of `confluence` do, and only for a diagram that the last build has not drawn.
      Mend the source, or what the program lacks on this machine; or take the language out of
      `diagrams`, and readers see the source.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "```dot\ndigraph { a -> b }\n```"),
        ("runbookgen.yml", "diagrams: {dot: dot -Tsvg}"),
      ])
    ],
    failing: [], check: .reading)

  /// - Parameter reason: as the end of a sentence, with what to do after it.
  package static func finding(
    _ diagram: Diagram, at place: SourceRange, _ reason: String, _ advice: String
  ) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity, at: place,
      "`\(diagram.command[0])` did not draw this diagram: \(reason)", explanation: advice)
  }
}
