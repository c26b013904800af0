import RunbookModel

enum IncludeTarget {
  static let rule = Rule(
    "include-target", .error, "an include leads to something that cannot be included",
    rationale: """
      An include names a page of the site, one of its sections by the anchor of the heading, or a step
      by `#step-` and its name. Files that are not pages have no checked text, and a draft is not
      published. A page or an anchor that does not exist is reported as for every link.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "[All](open.md \"include\")\n\n[Part](open.md#open \"include\")\n\n"
            + "[Step](open.md#step-go \"include\")"
        ),
        ("content/open.md", "# Session\n\n## Open\n\n- Go:\n\n  ```bash {step=go}\n  ls\n  ```"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "▸[a](notes.txt \"include\")\n\n▸[b](https://example.com/a.md \"include\")"
        ),
        ("content/notes.txt", "Text."),
      ]),
      Rule.Example(files: [
        ("content/page.md", "▸[a](open.md#open \"include\")\n\n▸[b](open.md#end \"include\")"),
        ("content/open.md", "> ## Open\n>\n> Text.\n\n## End\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "▸[a](open.md \"include\")"),
        ("content/open.md", "---\nlifecycle: draft\n---\n\nText."),
      ]),
    ],
    check: .reading)
}
