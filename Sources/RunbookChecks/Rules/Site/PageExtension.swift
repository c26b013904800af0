package import RunbookModel

package enum PageExtension {
  static let rule = Rule(
    "page-extension", .warning, "a file looks like a page, and is not read as one",
    rationale: """
      Pages are files whose names end with `.md`, in lower case. A file that ends with `.MD`,
      `.markdown` or `.mdx` is copied into the wiki as it is: nobody checks it, no list has it, and a
      reader gets its source. Rename it. What only MDX understands, `import` and components, has to be
      written in Markdown.

      The examples show pages only.
      """,
    passing: [Rule.Example("A page.")], failing: [], check: .reading)

  private static let endings: Set = [
    "md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdx", "mdtext", "rmd", "qmd",
  ]

  /// Nil for a file that does not look like a page.
  ///
  /// - Parameter file: its path from the project folder; it is no page.
  package static func check(_ file: String) -> Diagnostic? {
    let path = PagePath(file)
    let stem = path.stem
    let ending = String(path.fileName.dropFirst(stem.count + 1))
    guard endings.contains(ending.lowercased()) else { return nil }
    return Diagnostic(
      rule.id, rule.severity, at: SourceRange(file: file, bytes: 0..<0),
      "this looks like a page, but only files that end with `.md` are pages",
      explanation: "It is copied as it is, unchecked and in no list. Rename it to `\(stem).md`"
        + (ending.lowercased() == "mdx"
          ? ", and write in Markdown what only MDX understands." : "."))
  }
}
