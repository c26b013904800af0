import Foundation
import Testing

/// Browsers load nothing over http into a page that came over https.
@Suite struct ConfluencePictureTests {
  private func said(_ config: String) throws -> String {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "runbookgen.yml": config,
      "content/net.svg": #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#,
      "content/a.md":
        "---\nkind: concept\ntitle: A\nsummary: S.\nowner: x\nreviewed: 2026-11-01\n"
        + "review_every: P6M\n---\n\n![Net](net.svg)\n\n![Other](https://b.example/x.png)\n\n"
        + "## Again\n\n![The net](net.svg)\n",
    ]
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let built = try Tool.run(["build", "--today", "2026-11-25"], in: folder)
    #expect(built.status == 0, "\(built.errors)")
    return built.errors
  }

  @Test(arguments: [
    ("target: cloud", "http", true), ("target: cloud", "https", false),
    ("target: data-center", "http", false),
    ("{target: data-center, url: \"https://c.example.org\"}", "http", true),
    ("{target: data-center, url: \"http://c.example.org\"}", "http", false),
  ])
  func whatIsBlockedIsSaid(_ confluence: String, _ scheme: String, _ isBlocked: Bool) throws {
    let confluence = confluence.hasPrefix("{") ? confluence : "{\(confluence)}"
    let text = try said(
      "site: {base_url: \"\(scheme)://w.example.org\"}\nconfluence: \(confluence)\n")
    #expect(
      text.contains("2 images are not shown in what is pasted, as their addresses begin with http:")
        == isBlocked, "\(text)")
  }
}
