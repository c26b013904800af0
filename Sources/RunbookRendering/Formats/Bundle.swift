import RunbookChecks
import RunbookModel

/// `bundle/`: each page, and the whole wiki, as one file that needs no other beside it.
///
/// The whole wiki is put together in memory: it is asked for by `--bundle`, and a wiki that does not
/// fit there is none that a browser would open in one piece.
struct Bundle: FormatRenderer {
  static let format = OutputFormat(
    name: "bundle", isEnabled: { _ in true },
    renderer: { site, templates, options in Bundle(site, templates, options) },
    names: ["bundle"], pagePaths: { [folder + $0.htmlPath] })

  private static let folder = "bundle/"
  private let html: HTMLSite
  private let bundler: Bundler

  private init(_ site: Site, _ templates: TemplateSet, _ options: RenderOptions) {
    html = HTMLSite(
      site: site, templates: templates, options: options, navigation: Navigation(site, templates))
    var assets = options.images
    for asset in templates.assets { assets[asset.path] = asset.bytes }
    bundler = Bundler(
      assets: assets, pages: Set(site.pages.map(\.path.htmlPath)), base: site.config.absoluteBase,
      policy: PagePolicy(site.config))
  }

  /// A page as a whole is its note.
  var mayFinishAlike: Bool { false }

  func render(_ page: CheckedRunbook) -> PageOutput {
    let path = page.path.htmlPath
    guard let finished = html.render(page).files.first?.bytes else { return PageOutput() }
    let isFirst = html.site.readingOrder.first == page.path
    return PageOutput(
      [OutputFile(path: Self.folder + path, bytes: bundler.file(finished, at: path))],
      note: bundler.part(finished, at: path, isFirst: isFirst))
  }

  func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    var parts: [PagePath: [UInt8]] = [:]
    for (page, note) in zip(html.site.pages, notes) { parts[page.path] = note as? [UInt8] }
    let ordered = html.site.readingOrder.compactMap { parts[$0] }
    guard !ordered.isEmpty, let first = html.site.readingOrder.first?.htmlPath else { return }
    let path = bundler.pages.contains("wiki.html") ? "wiki~all.html" : "wiki.html"
    let whole = bundler.whole(
      html.frameOfAll(at: path), at: path, first: first, parts: ordered,
      style: html.templates.assetPath("bundle.css"),
      boot: text("bundle.js"))
    receive(OutputFile(path: Self.folder + path, bytes: whole))
  }

  private func text(_ asset: String) -> String? {
    html.templates.assets.first { $0.name == asset }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }
}
