import RunbookModel

enum DataInvalid {
  static let rule = Rule(
    "data-invalid", .warning, "a block that is labelled YAML or JSON does not parse",
    rationale: """
      A manifest is copied into a file and applied. Where a program cannot read it, its reader learns
      that at the worst time. Blocks with `...`, with placeholders or template text, and JSON with
      comments are taken for excerpts and left alone.
      """,
    passing: [
      Rule.Example(
        "```yaml\na: 1\n---\nb: [x, y]\n```\n\n```json\n{\"a\": [1, true, null]}\n{\"b\": -2e3}\n```"
      ),
      Rule.Example(
        "```json\n\"a\": 1,\n```\n\n```json\n{\"a\": 1, ...}\n```\n\n```yaml\n{{ if }}\n```"),
    ],
    failing: [
      Rule.Example("```yaml\nservices:\n  mail: {}\n▸\train:\n    image: x\n```"),
      Rule.Example("```json\n{\"a\": 1,▸}\n```"),
      Rule.Example("```json\n{\n  \"a\": \"x\"\n  ▸\"b\": 2\n}\n```"),
    ],
    check: .reading)
}
