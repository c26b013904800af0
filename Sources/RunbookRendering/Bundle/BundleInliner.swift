import RunbookChecks
import RunbookModel

/// Rewrites one finished page for a bundle.
struct BundleInliner {
  let bundler: Bundler
  let path: String
  /// Whether the page becomes a part of the whole wiki, or its frame.
  let isWhole: Bool
  /// Whether the page waits until it is asked for.
  var isHidden = false
  /// The parts that stand in place of the page's `<main>`, and the script that picks one of them.
  var parts: [[UInt8]] = []
  var boot: String?
  /// Where the frame's link to the content leads.
  var content: String?
  /// The path of a style sheet behind those that the page names.
  var style: String?

  private var inlined = InlineAssets()
  private var deferred: [String] = []
  /// Paths of what scripts load when it is needed; in a bundle it is there.
  private var later: [String] = []
  private var policyPlace: Int?
  private var mainRange: (start: Int, end: Int)?
  private var isInMain = false

  init(bundler: Bundler, path: String, isWhole: Bool) {
    self.bundler = bundler
    self.path = path
    self.isWhole = isWhole
  }

  /// A whole page.
  mutating func run(_ html: [UInt8]) -> [UInt8] {
    var bytes = rewrite(html)
    if !parts.isEmpty, let mainRange {
      let rest = bytes[mainRange.end...]
      var whole = Array(bytes[..<mainRange.start])
      for part in parts { whole += part + [UInt8(ascii: "\n")] }
      if let boot { whole += Array(inlined.script(boot).utf8) }
      bytes = whole + rest
    }
    if let policyPlace {
      bytes.insert(contentsOf: policy.utf8, at: policyPlace)
    }
    return bytes
  }

  /// What lies between `<main>` and `</main>`, with both.
  mutating func main(_ html: [UInt8]) -> [UInt8] {
    let bytes = rewrite(html)
    return mainRange.map { Array(bytes[$0.start..<$0.end]) } ?? []
  }

  private mutating func rewrite(_ html: [UInt8]) -> [UInt8] {
    var rewriter = HTMLTagRewriter(html)
    rewriter.run { tag, written in change(&tag, written) }
    return rewriter.writer.bytes
  }

  // MARK: Tags

  private mutating func change(_ tag: inout PageTag, _ written: Int) -> HTMLTagRewriter.Change {
    if tag.isClosing { return close(tag, written) }
    switch tag.name {
    case "meta" where tag["http-equiv"]?.lowercased() == "content-security-policy":
      policyPlace = written
      return .replace("")
    case "link" where tag["href"] != nil: return link(&tag)
    case "script" where tag["src"] != nil:
      later += (tag["data-run"] ?? "").split(separator: " ").compactMap {
        target(of: String($0))?.path
      }
      return .replaceElement(script(at: tag["src"] ?? "", isDeferred: tag["defer"] != nil))
    case "img": image(&tag)
    case "a", "area": anchor(&tag)
    case "main": open(&tag, written)
    default: break
    }
    if isWhole && isInMain { rename(&tag) }
    return .keep
  }

  private mutating func close(_ tag: PageTag, _ written: Int) -> HTMLTagRewriter.Change {
    switch tag.name {
    case "main" where isInMain:
      isInMain = false
      mainRange?.end = written + "</main>".utf8.count
      return .keep
    case "head":
      let sheets = later.filter { $0.hasSuffix(".css") } + [style].compactMap(\.self)
      return .prepend(sheets.compactMap { style(at: $0) }.joined())
    case "body":
      let scripts = deferred + later.filter { $0.hasSuffix(".js") }.compactMap(text)
      return .prepend(scripts.map { inlined.script($0) }.joined())
    default: return .keep
    }
  }

  private mutating func open(_ tag: inout PageTag, _ written: Int) {
    guard mainRange == nil else { return }
    mainRange = (written, written)
    isInMain = true
    guard isWhole else { return }
    tag["id"] = Bundler.mainID
    if isHidden { tag["hidden"] = "" }
  }

  private mutating func link(_ tag: inout PageTag) -> HTMLTagRewriter.Change {
    guard let target = target(of: tag["href"] ?? "")?.path else { return .keep }
    if tag["rel"]?.lowercased() == "stylesheet" {
      return .replace(style(at: target) ?? "")
    }
    guard let data = data(target) else { return .replace("") }
    tag["href"] = data
    return .keep
  }

  private func image(_ tag: inout PageTag) {
    guard let target = target(of: tag["src"] ?? "")?.path else { return }
    tag["src"] = data(target)
  }

  private func anchor(_ tag: inout PageTag) {
    guard let href = tag["href"], !href.isEmpty else { return }
    if href.hasPrefix("#") {
      if isWhole && isInMain {
        tag["href"] = Bundler.fragment(String(href.dropFirst()), of: path)
      } else if href == "#" + Bundler.mainID, let content {
        tag["href"] = content
      }
      return
    }
    guard let (target, anchor) = target(of: href) else { return }
    if bundler.pages.contains(target) {
      let address = RelativeURL.from(path, to: target)
      tag["href"] =
        isWhole
        ? Bundler.fragment(anchor, of: target) : anchor.isEmpty ? address : "\(address)#\(anchor)"
    } else if let base = bundler.base {
      tag["href"] =
        base + RelativeURL.from("index.html", to: target) + (anchor.isEmpty ? "" : "#\(anchor)")
    } else {
      // An attachment or an index that is not in the bundle: the words stay.
      tag["href"] = nil
    }
  }

  /// Gives ids, and what names them, the page's own name.
  private func rename(_ tag: inout PageTag) {
    let suffix = "@" + path.dropLast(".html".count)
    let names = [
      "id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "data-step",
    ]
    for name in names {
      guard let value = tag[name], !value.isEmpty else { continue }
      tag[name] = value.split(separator: " ").map { $0 + suffix }.joined(separator: " ")
    }
  }

  // MARK: What moves into the page

  private mutating func script(at source: String, isDeferred: Bool) -> String {
    guard let target = target(of: source)?.path, let text = text(target) else { return "" }
    guard isDeferred else { return inlined.script(Self.roundTrip) + inlined.script(text) }
    deferred.append(text)
    return ""
  }

  /// A question that the browser has to answer before the page goes on. In Chromium 156, a `file:` page
  /// that is the first to ask for `localStorage` while it is being opened may get one that nobody else
  /// sees and that a reload empties; after an answer it does not.
  private static let roundTrip = "document.cookie"

  /// Only what is in the file may run, be applied or be shown.
  private var policy: String {
    let text = bundler.policy.text(
      files: "", scripts: inlined.scriptSources, styles: inlined.styleSources)
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"\(text)\">"
  }

  private mutating func style(at path: String) -> String? {
    let assets = bundler.assets
    return inlined.style(at: path) { assets[$0] }
  }

  private func text(_ path: String) -> String? {
    bundler.assets[path].map(InlineAssets.text)
  }

  private func data(_ path: String) -> String? {
    guard let bytes = bundler.assets[path], let type = MediaType.of(path) else { return nil }
    return "data:\(type);base64,\(Base64.encode(bytes))"
  }

  /// The path below the site's root that a relative URL leads to, and its fragment.
  private func target(of url: String) -> (path: String, anchor: String)? {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let reference = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    guard !reference.isEmpty, !reference.hasPrefix("/"),
      !reference.split(separator: "/", omittingEmptySubsequences: false)[0].contains(":"),
      let resolved = PagePath(path).resolving(PercentEncoding.decode(String(reference)))
    else { return nil }
    return (resolved.text, parts.count == 2 ? String(parts[1]) : "")
  }
}
