package import RunbookModel

package enum StylesheetReference {
  static let rule = Rule(
    "stylesheet-reference", .error, "a style sheet names a file that cannot be published",
    rationale: """
      What the style sheets of a site name in `url(…)`, `@import` and `image-set(…)` is published beside
      them: pictures, fonts and further style sheets. Without its file a font falls back to another and
      a picture is missing, and no browser says so to anybody. Addresses are relative to the style
      sheet; `/` is the content folder, as in pages. The file has to lie in the project. A style sheet of
      the content folder is published as it is, and what it names has to lie there too: as nobody knows
      whether a page loads it, that is a warning.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {stylesheet: brand/own.css}"),
        (
          "brand/own.css",
          "@import 'more.css' screen; /* url(no.png) */ @namespace url(http://www.w3.org/2000/svg);\n"
            + "@font-face { font-family: A; src: url(a.eot?#iefix), url('../fonts/a%20b.woff2') }\n"
            + "a { cursor: url(\"/c.png\"); mask: url(#m); background: url(data:image/png,) }"
        ),
        ("brand/more.css", "b { background: \\75rl(c.svg#d) }"), ("brand/c.svg", "<svg/>"),
        ("brand/a.eot", ""), ("fonts/a b.woff2", ""), ("content/c.png", ""),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {stylesheet: brand/own.css}"),
        (
          "brand/own.css",
          "@import url(▸more.css); @font-face { src: url('▸a.woff2') } b { background: url(▸/b.png) }\n"
            + "i { background: image-set('▸b.png' 1x, url( ▸../../c.png ) 2x) }"
        ),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {stylesheet: own.css}"),
        ("own.css", "b { background: url(▸brand/) } i { behavior: url(▸notes.txt) }"),
        ("notes.txt", "Text."),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("runbookgen.yml", "site: {stylesheet: own.css}"),
        ("own.css", "@import 'more.css'; b { background: url(▸file:///home/b.png) }"),
        ("more.css", "@import '▸own.css';"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/assets/site.css", "b { background: url(▸b.png) }"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("brand/b.png", ""), ("content/brand/c.png", ""),
        (
          "content/brand/own.css",
          "b { background: url(▸b.png) url(c.png) url(▸../../brand/b.png) url(https://a.example/d.png) }"
        ),
      ]),
    ],
    check: .reading)

  /// Where a reference leads.
  enum Target {
    /// Nowhere but to the style sheet or the page itself, or to what is let through as it is.
    case kept
    case file(path: String, suffix: String)
    case finding(Diagnostic)
  }

  /// Why a file that is named is not published.
  enum Fault {
    case file(StyleFile)
    case importsItself
    case tooDeep(Int)
    /// There is a finding about the file.
    case reported
  }

  static func target(
    of reference: StyleReference, in sheet: SourceFile, _ config: SiteConfig, _ policy: PagePolicy?
  ) -> Target {
    let address = reference.address.trimmedOfBlanks
    guard let first = address.utf8.first, first != UInt8(ascii: "#") else { return .kept }
    if URLSafety.takesScheme(address) || ["http", "https", "data"].contains(address.scheme) {
      let blocked = policy.flatMap { PolicyBlocked.check(reference, in: sheet, $0) }
      return blocked.map { .finding($0) } ?? .kept
    }
    if let scheme = address.scheme {
      return .finding(
        finding(
          reference, in: sheet, "an address that begins with `\(scheme):` is not loaded",
          "Name a file of the project, by its path from this style sheet."))
    }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    if path.isEmpty { return .kept }
    return target(
      reference, PercentEncoding.decode(String(path)), suffix: String(address[path.endIndex...]),
      in: sheet, config)
  }

  private static func target(
    _ reference: StyleReference, _ path: String, suffix: String, in sheet: SourceFile,
    _ config: SiteConfig
  ) -> Target {
    let start = path.hasPrefix("/") ? config.directories.file(".") : sheet.path
    guard let place = PagePath(start).resolving(String(path.drop { $0 == "/" }))?.text else {
      return .finding(
        finding(
          reference, in: sheet, "`\(path)` lies outside the project folder",
          "Only files of the project are published. Copy it beside the style sheet."))
    }
    let known =
      switch reference.use {
      case .font: MediaType.fonts
      case .picture: MediaType.pictures
      case .styleSheet: MediaType.styleSheets
      }
    guard known[MediaType.ending(of: place)] != nil else {
      let what =
        switch reference.use {
        case .font: "font"
        case .picture: "picture"
        case .styleSheet: "style sheet"
        }
      return .finding(
        finding(
          reference, in: sheet, "`\(path)` is no \(what) by its name",
          "Published here is what ends with "
            + known.keys.sorted().map { "`.\($0)`" }.joined(separator: ", ") + "."))
    }
    return .file(path: place, suffix: suffix)
  }

  /// What a style sheet of the content folder names and is not published with it.
  ///
  /// - Parameter isPublished: told of paths in the content folder.
  package static func check(
    content sheet: SourceFile, _ config: SiteConfig, isPublished: (String) -> Bool
  ) -> [Diagnostic] {
    StyleReader.references(in: sheet.bytes).compactMap { reference in
      guard case .file(let path, _) = target(of: reference, in: sheet, config, nil) else {
        return nil
      }
      if let name = config.directories.name(ofFile: path), isPublished(name) { return nil }
      return Diagnostic(
        rule.id, .warning, at: sheet.range(reference.range), "`\(path)` is not published",
        explanation: "What a style sheet of the content folder names has to lie in that folder too."
      )
    }
  }

  /// What there is to say of a file that is not published; nil when it was said.
  static func finding(
    _ fault: Fault, _ path: String, _ reference: StyleReference, in sheet: SourceFile,
    _ config: SiteConfig
  ) -> Diagnostic? {
    switch fault {
    case .reported, .file(.bytes): return nil
    case .importsItself:
      return finding(
        reference, in: sheet, "`\(path)` imports itself, by way of others or not",
        "Remove this `@import`.")
    case .tooDeep(let limit):
      return finding(
        reference, in: sheet, "more than \(limit) style sheets import each other",
        "Import them all from one.")
    case .file(.missing(let near)):
      return finding(
        reference, in: sheet, "there is no file `\(path)` in the project",
        near.map { "Did you mean `\($0)`?" }
          ?? "Addresses are relative to the style sheet. Add the file, or mend the path.")
    case .file(.tooLarge(let size)):
      return config.limits.exceeded(
        .assetSize, found: size, at: sheet.range(reference.range), "`\(path)` is not published.")
    case .file(.unusable(let reason)):
      return finding(reference, in: sheet, "`\(path)` cannot be published: \(reason)", "")
    }
  }

  private static func finding(
    _ reference: StyleReference, in sheet: SourceFile, _ summary: String, _ explanation: String
  ) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity, at: sheet.range(reference.range), summary, explanation: explanation)
  }
}

extension String {
  fileprivate var scheme: String? { URLSafety.scheme(of: self) }

  /// Without what browsers drop at both ends of an address.
  fileprivate var trimmedOfBlanks: String {
    let start = utf8.drop { $0 <= 0x20 }
    let end = start.lastIndex { $0 > 0x20 }
    return end.map { String(self[start.startIndex...$0]) } ?? ""
  }
}
