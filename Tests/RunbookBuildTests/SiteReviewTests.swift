import RunbookBuild
import RunbookModel
import Testing

@Suite struct SiteReviewTests {
  private static func page(_ fields: String, _ body: String = "Text.") -> String {
    "---\nkind: concept\ntitle: A page\nowner: Site Reliability\n\(fields)---\n\n\(body)\n"
  }

  private static func review(_ files: [(String, String)], today: String) async throws -> SiteReview
  {
    let folder = try TemporaryFolder()
    try folder.write("site: {title: Ops}\n", to: "runbookgen.yml")
    for (path, text) in files { try folder.write(text, to: path) }
    var options = BuildOptions(today: try #require(CalendarDate(iso: today)))
    options.project = folder.path
    return try await SiteReview.read(options, within: 30)
  }

  @Test(arguments: [
    ("2026-06-30", SiteReview.State.current, 31), ("2026-07-01", .due, 30), ("2026-07-31", .due, 0),
    ("2026-08-01", .overdue, -1),
  ])
  func aReviewIsDueOnItsDay(today: String, state: SiteReview.State, days: Int) async throws {
    let text = Self.page("reviewed: 2026-01-31\nreview_every: P6M\n")
    let review = try await Self.review([("content/a.md", text)], today: today)
    #expect(review.pages.map(\.state) == [state])
    #expect(review.pages.map(\.days) == [days])
  }

  @Test func theMostUrgentPageComesFirst() async throws {
    let review = try await Self.review(
      [
        ("content/current.md", Self.page("reviewed: 2026-11-01\nreview_every: P6M\n")),
        ("content/late.md", Self.page("reviewed: 2026-01-01\nreview_every: P6M\n")),
        ("content/later.md", Self.page("reviewed: 2025-01-01\nreview_every: P6M\n")),
        ("content/never.md", Self.page("")),
        (
          "content/old.md",
          Self.page(
            "reviewed: 2020-01-01\nreview_every: P6M\nlifecycle: deprecated\nreplaced_by: late.md\n"
          )
        ),
      ], today: "2026-11-29")
    #expect(
      review.pages.map(\.file)
        == ["later", "late", "never", "current", "old"].map { "content/\($0).md" })
    #expect(review.pages.last?.state == .exempt)
    // A successor is reached by the page that it replaces.
    #expect(review.pages.filter { $0.reasons.contains(.unlinked) }.count == 3)
  }

  @Test(arguments: [
    ("* @acme/site-reliability", true), ("* @acme/platform", false), ("* @site-reliability", true),
    ("docs/ site.reliability@acme.example", true), ("[Ops] @acme/site-reliability\n*.md", true),
    ("# @acme/site-reliability\n* @acme/all", false),
  ])
  func anOwnerIsKnownByItsName(owners: String, isKnown: Bool) async throws {
    let text = Self.page("reviewed: 2026-11-01\nreview_every: P6M\n")
    let review = try await Self.review(
      [("content/index.md", text), ("CODEOWNERS", owners + "\n")], today: "2026-11-29")
    #expect(review.hasCodeOwners)
    #expect(review.count(.ownerUnknown) == (isKnown ? 0 : 1))
    #expect(review.count(.unlinked) == 0)
  }
}
