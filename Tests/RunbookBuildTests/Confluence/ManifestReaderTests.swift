import Foundation
import RunbookBuild
import RunbookRendering
import Testing

@Suite struct ManifestReaderTests {
  private var manifest: ConfluenceManifest {
    var full = ConfluenceManifest.Page(source: "content/ü \"x\".md", title: "T\u{7}\\")
    full.space = "OPS"
    full.parent = .page(source: "content/index.md")
    full.labels = ["aws", "b"]
    full.order = -3
    full.linkedTitles = ["Other"]
    full.attachments = [
      .init(name: "a_b.png", path: "a/b.png", sha256: "12"),
      .init(name: "c.png", path: "c.png", sha256: nil),
    ]
    full.payloads = [.init(name: "cloud.html", path: "confluence/x/cloud.html", sha256: "ab")]
    full.losses = [
      .init(target: "cloud", payloads: "paste", under: "H", what: "a title", why: "no place"),
      .init(target: "data-center", payloads: "every", under: nil, what: "b", why: "c"),
    ]
    var child = ConfluenceManifest.Page(source: "content/b.md", title: "B")
    child.parent = .title("Runbooks")
    return ConfluenceManifest(
      target: "cloud", pages: [full, child, .init(source: "content/c.md", title: "C")])
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try ManifestReader.read(manifest.json, path: "m.json") == manifest)
    let empty = ConfluenceManifest(target: "data-center", pages: [])
    #expect(try ManifestReader.read(empty.json, path: "m.json") == empty)
  }

  private static let page = """
    "source": "a", "title": "A", "space": null, "parent": null, "labels": [], "order": null, \
    "linkedTitles": [], "attachments": [], "payloads": [], "losses": []
    """

  private func problem(_ text: String) -> FileProblem? {
    #expect(throws: FileProblem.self, "\(text)") {
      _ = try ManifestReader.read(Array(text.utf8), path: "old/m.json")
    }
  }

  @Test(arguments: [
    ("", "1:1", "ends"),
    ("not json", "1:1", "value"),
    ("{\n  \"version\": 2,\n  \"target\" \"cloud\"}", "3:12", "colon"),
    ("[]", "1:1", "an object should be here, and there is an array"),
    ("{}", "1:1", "has no 'version'"),
    ("{\"version\": \"2\"}", "1:13", "'version' must be a number, and is a string"),
    ("{\"version\": 1, \"pages\": []}", "1:13", "version 1"),
    ("{\"version\": 3, \"target\": \"cloud\", \"pages\": []}", "1:13", "version 3"),
    ("{\"version\": 2, \"target\": \"cloud\"}", "1:1", "has no 'pages'"),
    ("{\"version\": 2, \"target\": null, \"pages\": []}", "1:26", "'target' must be a string"),
    (
      "{\"version\": 2, \"target\": \"cloud\",\n\"pages\": {}}", "2:10",
      "an array, and is an object"
    ),
    ("{\"version\": 2, \"target\": \"ü\", \"pages\": [7]}", "1:41", "there is a number"),
  ])
  func namesTheFileThePlaceAndTheMistake(_ text: String, _ place: String, _ words: String) {
    let problem = problem(text)
    #expect(problem?.path == "old/m.json:\(place)", "\(text): \(problem as Any)")
    #expect(problem?.reason.contains(words) == true, "\(text): \(problem as Any)")
  }

  @Test(arguments: [
    ("\"title\": \"A\"", "\"title\": 7", "'title' must be a string, and is a number"),
    ("\"labels\": []", "\"labels\": [null]", "'labels' must be a string, and is null"),
    ("\"labels\": []", "\"labels\": \"a\"", "'labels' must be an array"),
    ("\"order\": null", "\"order\": 1.5", "'order' must be a whole number"),
    ("\"order\": null", "\"order\": \"1\"", "'order' must be a whole number"),
    ("\"parent\": null", "\"parent\": \"Root\"", "an object should be here"),
    ("\"parent\": null", "\"parent\": {}", "has no 'title'"),
    ("\"payloads\": []", "\"payloads\": [{\"name\": \"x\"}]", "has no 'path'"),
    ("\"losses\": []", "\"losses\": [[]]", "an object should be here"),
    (", \"attachments\": []", "", "has no 'attachments'"),
  ])
  func namesTheMemberOfAPage(_ good: String, _ bad: String, _ words: String) throws {
    func text(_ page: String) -> String {
      "{\"version\": 2, \"target\": \"cloud\", \"pages\": [{\(page)}]}"
    }
    _ = try ManifestReader.read(Array(text(Self.page).utf8), path: "m.json")
    let range = try #require(Self.page.range(of: good))
    let page = Self.page.replacingCharacters(in: range, with: bad)
    let problem = problem(text(page))
    #expect(problem?.reason.contains(words) == true, "\(page): \(problem as Any)")
    #expect(problem?.path.hasPrefix("old/m.json:1:") == true)
  }

  @Test func theSameSourceTwice() {
    let text =
      "{\"version\": 2, \"target\": \"cloud\", \"pages\": [{\(Self.page)},\n{\(Self.page)}]}"
    let problem = problem(text)
    #expect(problem?.path == "old/m.json:2:1")
    #expect(problem?.reason.contains("two entries for the source 'a'") == true)
  }
}
