import RunbookModel

enum HeadingDuplicate {
  static let rule = Rule(
    "heading-duplicate", .info, "a section has two headings of the same text",
    rationale: """
      Two headings with one name cannot be told apart in the table of contents, and the anchor of
      the second is its name with `-1`, which moves when a heading is added above. Say what is
      different about them. The same heading in different sections is fine.
      """,
    strict: .warning,
    passing: [
      Rule.Example("## Linux\n\n### Install\n\n## macOS\n\n### Install")
    ],
    failing: [
      Rule.Example("## Install\n\nText.\n\n## Check\n\n▸## Install"),
      Rule.Example("## Linux\n\n### Install\n\n### Check\n\n▸### Install"),
    ],
    check: .page(check))

  private struct Key: Hashable {
    let parent: Int?
    let text: String
  }

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var first: [Key: ByteRange] = [:]
    for section in context.outline.sections where !section.text.isBlank {
      let key = Key(parent: section.parent, text: section.text)
      guard let earlier = first[key] else {
        first[key] = section.range
        continue
      }
      diagnostics.append(
        context.finding(
          rule, at: section.range, "the heading `\(section.text)` is here twice",
          explanation: "Its anchor is `#\(section.heading.id)`, which changes when a heading is "
            + "added above. Say what is different about the two.",
          notes: [.init("the first one", at: context.range(earlier))]))
    }
  }
}
