import RunbookModel

enum FileUnusable {
  static let rule = Rule(
    "file-unusable", .error, "a file or folder cannot be read or written",
    rationale: """
      A folder that is missing, a page that may not be read, a disk that is full: the run ends there
      with status 74, and nothing is published. In the formats for programs this finding says so, next
      to what was found before; on standard error a sentence says the same. As nothing was judged or
      published after it, it cannot be switched off.

      The examples show pages only; what can be read depends on the disk.
      """,
    passing: [Rule.Example("A page that can be read.")], failing: [], check: .reading)
}
