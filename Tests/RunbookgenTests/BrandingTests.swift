import Foundation
import Testing

/// What a site brings of its own: style, pictures, fonts, words around the pages, files for its host.
@Suite struct BrandingTests {
  private static let page = """
    ---
    kind: concept
    title: A & B
    summary: What "it" is.
    owner: x
    reviewed: 2026-11-01
    review_every: P6M
    ---
    Text.

    """

  private struct Built {
    let status: Int32
    let errors: String
    let files: [String: Data]

    /// The text of the only file whose name starts and ends like that.
    func text(_ start: String, _ end: String = "") -> String? {
      let names = files.keys.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }
      return names.count == 1 ? files[names[0]].map { String(decoding: $0, as: UTF8.self) } : nil
    }

    func name(_ start: String, _ end: String) -> String? {
      files.keys.first { $0.hasPrefix(start) && $0.hasSuffix(end) }
    }
  }

  private func run(
    _ files: [String: String], _ arguments: [String] = ["build"],
    prepare: (URL) throws -> Void = { _ in }
  ) throws -> Built {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(
      ["content/a.md": Self.page], uniquingKeysWith: { own, _ in own })
    {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try prepare(folder)
    let result = try Tool.run(arguments + ["--today", "2026-11-25"], in: folder)
    return Built(
      status: result.status, errors: result.output + result.errors,
      files: Tool.contents(of: folder.appendingPathComponent("site")))
  }

  // MARK: Style sheets

  private static let brand = [
    "runbookgen.yml": "site: {stylesheet: brand/own.css}\nimage_hosts: [img.example.com]\n",
    "brand/own.css": """
    @import "more/parts.css" screen;
    @font-face { font-family: B; src: url("fonts/b b.eot?#iefix"), url(../fonts/b.woff2) }
    body { background: url(logo.png); mask: url(#m) url(data:image/png,) }
    i { background: url(https://img.example.com/i.png) }

    """,
    "brand/more/parts.css": "b { background: url(../logo.png) } u { mask: url(u.svg#x) }",
    "brand/more/u.svg": "<svg/>", "brand/logo.png": "PNG", "brand/fonts/b b.eot": "EOT",
    "fonts/b.woff2": "WOFF2",
  ]

  @Test func whatAStyleSheetNamesIsPublishedAndNamed() throws {
    let built = try run(Self.brand)
    #expect(built.status == 0 && !built.errors.contains("warning"), "\(built.errors)")
    let parts = try #require(built.name("assets/user/parts.", ".css"))
    let own = try #require(built.text("assets/user.", ".css"))
    let eot = try #require(built.name("assets/user/b b.", ".eot"))
    for (name, text) in [("logo.", "PNG"), ("b b.", "EOT"), ("b.", "WOFF2"), ("u.", "<svg/>")] {
      #expect(built.text("assets/user/\(name)") == text)
    }
    #expect(own.contains("@import \"\(parts.dropFirst("assets/".count))\" screen;"), "\(own)")
    let address = eot.dropFirst("assets/".count).replacingOccurrences(of: " ", with: "%20")
    #expect(own.contains("src: url(\"\(address)?#iefix\"), url(user/b."), "\(own)")
    #expect(own.contains("mask: url(#m) url(data:image/png,)"))
    #expect(own.contains("url(https://img.example.com/i.png)"))
    let sheet = try #require(built.text(parts))
    #expect(sheet.contains("url(logo.") && sheet.contains(".svg#x)"), "\(sheet)")
    let html = try #require(built.text("a.html"))
    #expect(html.contains("font-src 'self' file: data:;"))
    #expect(html.contains("img-src 'self' file: data: https://img.example.com;"))
  }

  /// A browser keeps a style sheet by its name, which has to change with the font that it names.
  @Test func aChangedFontChangesTheNames() throws {
    let before = try run(Self.brand)
    var brand = Self.brand
    brand["fonts/b.woff2"] = "OTHER"
    let after = try run(brand)
    #expect(before.name("assets/user.", ".css") != after.name("assets/user.", ".css"))
    #expect(
      before.name("assets/user/parts.", ".css") == after.name("assets/user/parts.", ".css"))
  }

  @Test func filesBesideTheAssetsOfTheTemplatesAreNamedToo() throws {
    let built = try run([
      "templates/assets/search.css": "a { background: url(img/a.png) }\n",
      "templates/assets/img/a.png": "PNG",
    ])
    let picture = try #require(built.name("assets/img/a.", ".png"))
    #expect(
      built.text("assets/search.", ".css")
        == "a { background: url(\(picture.dropFirst("assets/".count))) }\n")
    #expect(built.files.keys.filter { $0.hasSuffix(".png") }.count == 1)
  }

  @Test func aFaultInAStyleSheetHasItsPlace() throws {
    let built = try run(
      [
        "runbookgen.yml": "site: {stylesheet: own.css}",
        "own.css":
          "a {\n  background: url(logo.png) url(door/x.png);\n}\n@import \"https://a.b/c\";\n",
        "Logo.png": "PNG",
      ], ["check", "--format", "concise"],
      prepare: {
        try FileManager.default.createSymbolicLink(
          atPath: $0.appendingPathComponent("door").path, withDestinationPath: "/etc")
      })
    #expect(built.status == 1)
    for start in [
      "own.css:2:19: error[stylesheet-reference]", "own.css:2:33: error[stylesheet-reference]",
      "own.css:4:10: warning[policy-blocked]",
    ] {
      #expect(built.errors.contains(start), "\(built.errors)")
    }
  }

  @Test func aFileThatWouldRunIsRefused() throws {
    let files = [
      "runbookgen.yml": "site: {stylesheet: own.css}", "own.css": "a { background: url(a.svg) }",
      "a.svg": "<svg onload='a()'/>",
    ]
    #expect(try run(files).errors.contains("error[asset-active]"))
  }

  // MARK: Templates

  @Test func aHookIsPutIntoEveryPage() throws {
    let built = try run([
      "templates/head-end.mustache": "<meta name=\"team\" content=\"{{site_title}}\">\n",
      "templates/header-end.mustache": "<img src=\"{{root}}logo.svg\" alt=\"Us\">\n",
      "templates/footer.mustache": "<p>Ask <b>us</b>.</p>\n", "content/logo.svg": "<svg/>",
      "content/b/c.md": Self.page,
    ])
    #expect(built.status == 0 && !built.errors.contains("warning"), "\(built.errors)")
    for path in ["a.html", "b/c.html", "index.html", "404.html"] {
      let html = try #require(built.text(path))
      #expect(html.contains("<meta name=\"team\" content=\"Runbooks\">\n</head>"))
      #expect(html.contains("logo.svg\" alt=\"Us\">\n</header>"))
      #expect(html.contains("<p>Ask <b>us</b>.</p>\n</footer>"))
    }
    #expect(built.text("b/c.html")?.contains("src=\"../logo.svg\"") == true)
    #expect(built.text("confluence/index.html")?.contains("src=\"../logo.svg\"") == true)
  }

  @Test func aHookThatNothingPutsInIsReported() throws {
    let built = try run(
      [
        "templates/page.mustache": "{{{assets}}}{{{navigation}}}{{{body}}}",
        "templates/footer.mustache": "<p>Us</p>", "templates/heads-end.mustache": "<p>Us</p>",
      ], ["check", "--format", "concise"])
    #expect(built.errors.contains("templates/footer.mustache:1:1: warning[template-unused]"))
    #expect(built.errors.contains("did you mean `head-end`?"), "\(built.errors)")
    #expect(!built.errors.contains("header-end.mustache"))
  }

  @Test func aFrameWithoutABodyIsAnError() throws {
    let built = try run(
      ["templates/page.mustache": "<title>{{title}}</title>{{{assets}}}{{{navigation}}}"],
      ["check", "--format", "concise"])
    #expect(built.status == 1)
    #expect(built.errors.contains("templates/page.mustache:1:1: error[template-incomplete]"))
  }

  // MARK: What hosts and chats ask for

  @Test func onlyHiddenFilesThatHostsAskForArePublished() throws {
    let kept = [
      ".nojekyll", ".htaccess", ".well-known/security.txt", ".well-known/acme/token",
      "sub/.htaccess",
    ]
    let left = [".git/config", ".DS_Store", ".a.md.swp", ".env", ".well-known/.x", ".htpasswd"]
    var files: [String: String] = [:]
    for name in kept + left { files["content/" + name] = "x\n" }
    files["content/.htaccess"] = "<IfModule a>\n"
    files["content/.well-known/notes.md"] = "x"
    let built = try run(files)
    #expect(built.status == 0, "\(built.errors)")
    #expect(
      Set(built.files.keys.filter { $0.split(separator: "/").contains { $0.hasPrefix(".") } })
        == Set(kept + [".runbookgen"]))
  }

  @Test func addressesForOthersNeedABase() throws {
    let names = [
      "rel=\"canonical\"", "og:title", "og:description", "og:url", "og:type", "og:site_name",
    ]
    let without = try #require(try run([:]).text("a.html"))
    #expect(!names.contains { without.contains($0) })
    let built = try run([
      "runbookgen.yml": "site: {base_url: 'https://w.example/x', title: \"O'Ps\"}"
    ])
    let html = try #require(built.text("a.html"))
    for line in [
      "<link rel=\"canonical\" href=\"https://w.example/x/a.html\">",
      "<meta property=\"og:type\" content=\"article\">",
      "<meta property=\"og:site_name\" content=\"O&#39;Ps\">",
      "<meta property=\"og:title\" content=\"A &amp; B\">",
      "<meta property=\"og:description\" content=\"What &quot;it&quot; is.\">",
      "<meta property=\"og:url\" content=\"https://w.example/x/a.html\">",
    ] {
      #expect(html.contains(line + "\n"), "\(line)")
    }
    let index = try #require(built.text("index.html"))
    #expect(index.contains("<meta property=\"og:type\" content=\"website\">"))
    #expect(!index.contains("og:description"))
    #expect(built.text("404.html")?.contains("og:") == false)
  }
}
