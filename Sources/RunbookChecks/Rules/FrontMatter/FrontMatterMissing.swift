import RunbookModel

enum FrontMatterMissing {
  static let rule = Rule(
    "front-matter-missing", .error, "a required field of the front matter is missing or empty",
    rationale: """
      A page without an owner or a review date is a page that nobody keeps true. Every page says
      what kind it is, what it is called, who owns it, and when it was last reviewed. A first heading
      of level 1 says what a page is called. An existing tree can take the others from `defaults` in `runbookgen.yml` until each page has its own.
      """,
    passing: [
      Rule.Example(
        """
        ---
        kind: concept
        title: How names are resolved
        owner: platform
        reviewed: 2026-10-01
        review_every: P6M
        ---
        """),
      Rule.Example(files: [
        ("content/page.md", "# How names are resolved\n"),
        (
          "runbookgen.yml",
          """
          review_every: P6M
          defaults:
            - paths: "**"
              values: {kind: concept, owner: platform, reviewed: 2026-10-01}
          """
        ),
      ]),
    ],
    failing: [
      Rule.Example(
        """
        ▸---
        kind: concept
        title: How names are resolved
        reviewed: 2026-10-01
        review_every: P6M
        ---
        """),
      Rule.Example(
        """
        ---
        kind: concept
        title: How names are resolved
        owner: ▸""
        reviewed: 2026-10-01
        review_every: P6M
        ---
        """),
      Rule.Example(
        """
        ▸▸▸▸▸---
        # Nothing but a comment.
        ---

        ## Meaning
        """),
    ],
    check: .reading)
}
