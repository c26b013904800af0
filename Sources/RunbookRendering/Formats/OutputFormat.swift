/// What every format may use besides the site.
package struct RenderOptions: Sendable {
  /// `runbookgen VERSION`, as pages name their maker.
  package var generator = "runbookgen"
  /// The revision of the sources, if it was given; never asked from git, so that bytes are stable.
  package var revision: String?

  package init() {}
}

/// One kind of output: a name and a function from the site to files.
package struct OutputFormat: Sendable {
  package let name: String
  /// Whether the configuration asks for it.
  package let isEnabled: @Sendable (Site) -> Bool
  package let render: @Sendable (Site, TemplateSet, RenderOptions) async -> [OutputFile]
}

/// All formats, sorted by name. A test compares this list with the files in `Formats/`.
package enum FormatCatalog {
  package static let all: [OutputFormat] = [
    ConfluenceExport.format,
    HTMLSite.format,
    LLMsText.format,
    SearchIndex.format,
    Sitemap.format,
  ]
}
