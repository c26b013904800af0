import RunbookModel

enum FileSkipped {
  static let rule = Rule(
    "file-skipped", .warning, "something in a folder of the project is not a regular file",
    rationale: """
      Symbolic links, devices, pipes and sockets among the pages, templates and programs are never
      followed or opened: a link could lead out of the project, and a pipe would stop the build. Put a
      copy of the file there instead.

      The examples show pages only; what is skipped depends on the disk.
      """,
    passing: [Rule.Example("A regular file.")], failing: [], check: .reading)
}
