package import RunbookModel

package enum SiteEmpty {
  static let rule = Rule(
    "site-empty", .error, "the site has no page that could be published",
    rationale: """
      A mistyped folder or an incomplete checkout looks like a site without pages. Publishing it would
      put an empty wiki in the place of a full one, so nothing is published. Pages are the files whose
      names end with `.md` below the content folder; names that start with a dot are left out, and
      drafts are published with `--drafts` only.

      The examples show pages, of which there is always one.
      """,
    passing: [Rule.Example("A page.")], failing: [], check: .reading)

  /// Nil when a page is published.
  package static func check(_ site: SiteIndex, _ config: SiteConfig) -> Diagnostic? {
    let drafts = site.hiddenDrafts.count
    guard site.pages.count == drafts else { return nil }
    let folder = config.directories.content
    return Diagnostic(
      rule.id, rule.severity, at: SourceRange(file: folder, bytes: 0..<0),
      drafts == 0
        ? "there is no page in the folder `\(folder)`"
        : "every page in the folder `\(folder)` is a draft",
      explanation: drafts == 0
        ? "Nothing is published, so that no empty wiki takes the place of a full one. Pages are files "
          + "such as `\(folder)/index.md`. Is this the right project (`--project`), and the right "
          + "folder (`directories.content` in the configuration)?"
        : "Drafts are not published. Set the `lifecycle` of a page to `active`, or give `--drafts`."
    )
  }
}
