import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

/// Every payload of a page that is written in Markdown.
struct PagePayloads {
  /// Without the attribute that says that the slice is closed.
  let cloud: String
  let isClosedSlice: Bool
  let dataCenter: String
  let adf: String
  /// Storage format for Cloud, and for Data Center.
  let storage: [String]
  /// What was lost or moved for Cloud, and for Data Center.
  let losses: [[String]]

  private static let slice = " data-pm-slice=\"0 0 []\""

  /// - Parameter page: what front matter would say.
  init(
    _ markdown: String, page: ConfluencePage = ConfluencePage(title: "A page"),
    html: RawHTMLPolicy = .escape
  ) {
    let file = SourceFile(path: "a.md", text: "\n" + markdown)
    let parsed = RunbookParser.parse(file, at: PagePath("a.md")).0
    let document = HTMLTree.resolve(parsed.document, html).document
    let outline = PageOutline(document)
    let linked = outline.links.map(\.value.destination).filter { $0.hasPrefix("#") }
      .map { String($0.dropFirst()) }
    let trees = ConfluenceTarget.allCases.map { target in
      ConfluenceTree(
        document, page: page,
        settings: ConfluenceSettings(
          target: target, resolver: StorageRendering.resolver, linkedHeadings: Set(linked)))
    }
    func render(_ name: String, _ tree: ConfluenceTree) -> String {
      let payload = PayloadCatalog.all.first { $0.fileName == name }
      return String(decoding: payload?.render(tree) ?? [], as: UTF8.self)
    }
    let pasted = render("cloud.html", trees[0])
    cloud = pasted.replacing(Self.slice, with: "")
    isClosedSlice = pasted.prefix { $0 != ">" }.contains(Self.slice)
    dataCenter = render("dc.html", trees[1])
    adf = render("adf.json", trees[0])
    storage = trees.map { render("storage.xml", $0) }
    losses = trees.map { $0.losses.losses.map(\.what) }
    for fragment in storage { #expect(StorageAllowList.faults(of: fragment) == []) }
  }

  /// Payloads for an editor and for the server, with their names.
  var all: [(name: String, text: String)] {
    [
      ("cloud.html", cloud), ("dc.html", dataCenter), ("adf.json", adf),
      ("storage.xml for Cloud", storage[0]), ("storage.xml for Data Center", storage[1]),
    ]
  }

  /// Both storage formats and both pasted forms hold the words.
  func expectEverywhere(_ words: String, at location: SourceLocation = #_sourceLocation) {
    for (name, text) in all where name != "adf.json" {
      #expect(text.contains(words), "\(name): \(text)", sourceLocation: location)
    }
  }
}

/// The Data Center editor's tables for macros.
enum DataCenterMarkup {
  static func macro(_ name: String, _ parameters: String = "", body: String, _ content: String)
    -> String
  {
    let attribute = parameters.isEmpty ? "" : " data-macro-parameters=\"\(parameters)\""
    return "<table class=\"wysiwyg-macro\" data-macro-name=\"\(name)\"\(attribute)"
      + " data-macro-schema-version=\"1\" data-macro-body-type=\"\(body)\"><tbody><tr>"
      + "<td class=\"wysiwyg-macro-body\">\(content)</td></tr></tbody></table>"
  }

  static func code(_ parameters: String, _ text: String) -> String {
    macro("code", parameters, body: "PLAIN_TEXT", "<pre>\(text)</pre>")
  }
}
