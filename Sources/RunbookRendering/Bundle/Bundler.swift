import RunbookChecks
import RunbookModel

/// Makes files that need no other file beside them out of finished pages: style sheets, scripts and
/// images move into the page, and the content security policy allows exactly those, by their hashes.
struct Bundler: Sendable {
  /// Style sheets, scripts and images by their path below the site's root.
  let assets: [String: [UInt8]]
  /// Paths of the pages that have a file of their own in the bundle.
  let pages: Set<String>
  /// The base URL of the published site, for what is not in the bundle.
  let base: String?
  /// What pages may load.
  let policy: PagePolicy

  /// A page as a file of its own: links lead to the files of the other pages.
  func file(_ html: [UInt8], at path: String) -> [UInt8] {
    var inliner = BundleInliner(bundler: self, path: path, isWhole: false)
    return inliner.run(html)
  }

  /// The part of a page that goes into the file of the whole wiki, from `<main>` to `</main>`; its
  /// ids get the page's name behind them.
  func part(_ html: [UInt8], at path: String, isFirst: Bool) -> [UInt8] {
    var inliner = BundleInliner(bundler: self, path: path, isWhole: true)
    inliner.isHidden = !isFirst
    return inliner.main(html)
  }

  /// The whole wiki: the frame of a page around the parts of all.
  ///
  /// - Parameters:
  ///   - frame: a finished page at `path`, whose own `<main>` is dropped.
  ///   - first: the path of the page that is shown first.
  ///   - style: the path of a style sheet that shows the part that the address names.
  ///   - boot: a script that does so before the scripts of a page run.
  func whole(
    _ frame: [UInt8], at path: String, first: String, parts: [[UInt8]], style: String?,
    boot: String?
  ) -> [UInt8] {
    var inliner = BundleInliner(bundler: self, path: path, isWhole: true)
    inliner.parts = parts
    inliner.content = Self.fragment("", of: first)
    inliner.style = style
    inliner.boot = boot
    return inliner.run(frame)
  }

  /// The address of a place in the file of the whole wiki.
  static func fragment(_ anchor: String, of path: String) -> String {
    "#\(anchor.isEmpty ? mainID : anchor)@\(path.dropLast(".html".count))"
  }

  /// The id of a page's `<main>`.
  static let mainID = "page-main"
}
