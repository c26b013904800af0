import RunbookModel

enum ImageMissing {
  static let rule = Rule(
    "image-missing", .error, "an image is not in the content folder",
    rationale: """
      Only files of the content folder are published. An image that is not there leaves a hole where
      the reader expects a diagram. Paths are relative to the page; `/` is the content folder.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "![The network](images/net.png) ![Remote](https://example.com/a.png)"),
        ("content/images/net.png", "PNG"),
      ])
    ],
    failing: [
      Rule.Example("See ▸![The network](images/net.png)."),
      Rule.Example(files: [
        ("content/page.md", "▸![The network](images/Net.png)"),
        ("content/images/net.png", "PNG"),
      ]),
      Rule.Example("▸![No file]()"),
      Rule.Example(files: [
        (
          "content/page.md", "<p align=\"center\">\n<img alt=\"Net\" src=\"▸images/net.png\">\n</p>"
        ),
        ("runbookgen.yml", "raw_html: safe"),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for image in context.images {
      let destination = image.value.destination
      switch context.site.resolve(destination, from: context.page.path) {
      case .external, .asset: break
      case .samePage:
        diagnostics.append(
          context.finding(
            rule, at: image.range, "this image names no file",
            explanation: "Put its path between the parentheses."))
      case .page(let path, _), .folder(let path):
        diagnostics.append(
          context.finding(rule, at: image.range, "`\(path)` is no image"))
      case .outside:
        diagnostics.append(
          context.finding(
            rule, at: image.range, "`\(destination)` lies outside the content folder",
            explanation: "Only what lies in it is published. Copy the image next to the page."))
      case .missing(let path):
        if let refusal = AssetActive.refusal(of: path, context) {
          guard case .dangling(let summary) = refusal else { break }
          diagnostics.append(context.finding(rule, at: image.range, summary))
          break
        }
        let near = context.site.suggestions.nearest(to: path)
        diagnostics.append(
          context.finding(
            rule, at: image.range, "there is no image `\(path)`",
            explanation: near.map { "Did you mean `\($0)`?" } ?? "Add the file, or mend the path."))
      }
    }
  }
}
