import RunbookChecks
import RunbookModel
import RunbookParsing

/// The front matter of a page; the input is what stands between the lines.
enum FrontMatterTarget {
  static let target = FuzzTarget(
    name: "front-matter", seeds: texts.map { Array($0.utf8) },
    tokens: [
      "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "&a ", "*a", "<<: ", "|\n", ">-\n",
      "? ",
      "!!str ", "\n---\n", "# ", "\t", "2026-02-30", "P6M", "6 months", "yes", "~", "1e9",
      "../x.md",
      "tables:", "inputs:", "{{ x }}", "under: a", "schema: comparison",
    ]
  ) { input in
    let bytes =
      Array("---\n".utf8) + input + Array("\n---\n\n## A\n\n| K | x | y |\n|-|-|-|\n".utf8)
    let file = SourceFile(path: "content/page.md", bytes: bytes)
    let (path, config) = (PagePath("page.md"), SiteConfig())
    let (frontMatter, problems) = RunbookParser.frontMatter(of: file)
    let (summary, more) = Checker.survey(frontMatter, of: file, at: path, config) {
      RunbookParser.firstHeading(of: file, at: path, limits: config.limits)
    }
    let (page, rest) = RunbookParser.parse(file, at: path)
    let (draft, last) = Checker.draft(page, summary.metadata, config)
    require(problems + more + rest + last, pointInto: file)
    guard let today = CalendarDate(year: 2026, month: 11, day: 2) else { return }
    let index = SiteIndex([summary], assets: [])
    require(Checker.check(draft, in: index, config, today: today).2, pointInto: file)
  }

  private static let texts = [
    """
    kind: runbook
    title: Restart a stuck ingester
    owner: {team: Platform, contact: "#platform"}
    reviewed: 2026-11-01
    review_every: P6M            # or "6 months"
    context: workstation
    lifecycle: deprecated
    replaced_by: other-page.md
    applies_to: [{product: EKS, versions: ">=1.10"}]
    escalation:
      - {after: PT30M, to: "#on-call"}
    inputs:
      pod-name: {type: k8s-name, example: ingester-0, description: The pod that hangs, choices: [a, b]}
    tables:
      - {under: a, schema: comparison, key: K, subjects: [x, y], required: [z]}
    confluence: {title: T, parent: P, space: S, labels: [a, b]}
    tags: [a, b]
    order: 3
    """
  ]
}
