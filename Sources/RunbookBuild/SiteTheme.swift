import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization

/// What pages are put into: the templates, the files beside them and the words, those of the site over those of the
/// program.
struct SiteTheme: Sendable {
  let templates: TemplateSet
  /// What readers see beside the content.
  let words: Words
  /// What pages may load; nil where nobody knows.
  let policy: PagePolicy?
  /// Where the files are that style sheets name, from the project folder, also those that are missing.
  let stylePlaces: [String]
  let diagnostics: [Diagnostic]
  /// The files that those findings may speak of.
  let files: [SourceFile]

  init(
    _ found: Discovery.TemplateFiles, stylesheet: StyleGraph.SourceBytes?, _ discovery: Discovery,
    _ config: SiteConfig
  ) {
    let folder = config.directories.templates
    let assets = found.publishedAssets
    let siteWords = SiteWords(found.templates, found.words, assets, config)
    words = siteWords.words
    let wordKeys = siteWords.words.texts.keys
    let sources = TemplateSource.all(found.templates, roots: found.roots) { name in
      TemplateSet.offeredNames(name, words: wordKeys)
    }
    policy = PagePolicy(config, templates: sources)
    let styles = StyleFiles(
      discovery, config, assets: assets, stylesheet: stylesheet, policy: policy)
    stylePlaces = styles.places
    templates = TemplateSet(
      sources,
      assets: SiteAssets.all(assets, in: folder, stylesheet: stylesheet?.path, styles.graph)
        + siteWords.scripts,
      words: siteWords.words)
    diagnostics =
      siteWords.diagnostics + Checker.check(sources, config) + styles.graph.diagnostics
    files = found.templates + found.words + styles.graph.sheets.map(\.file)
  }
}

/// The theme of a site that has nothing of its own in it: nothing is wrong with it, and it is made when somebody
/// renders.
final class ShippedTheme: Sendable {
  private let files: Discovery.TemplateFiles
  private let discovery: Discovery
  private let config: SiteConfig
  private let made = Mutex<SiteTheme?>(nil)

  /// Nil where the site brings templates, files or words, or names a style sheet, and where its language is none of
  /// those that the program speaks.
  init?(
    _ files: Discovery.TemplateFiles, stylesheet: StyleGraph.SourceBytes?, _ discovery: Discovery,
    _ config: SiteConfig
  ) {
    guard files.isShipped, stylesheet == nil, BuiltinTemplates.hasWords(in: config.language) else {
      return nil
    }
    self.files = files
    self.discovery = discovery
    self.config = config
  }

  /// Begins to make it on another core.
  func prepare() { Task.detached { _ = self.theme } }

  var theme: SiteTheme {
    made.withLock { theme in
      if let theme { return theme }
      let new = SiteTheme(files, stylesheet: nil, discovery, config)
      theme = new
      return new
    }
  }
}
