import RunbookModel

enum LinkUnsafe {
  static let rule = Rule(
    "link-unsafe", .error, "a link or an image has an address that is left out for safety",
    rationale: """
      Addresses that begin with `javascript:`, `vbscript:`, `file:`, `data:` and the like run code or
      reach into the reader's machine. They are not published: the link would stay, and do nothing.
      Small images as `data:image/png` (also gif, jpeg, webp, avif) are the exception. An image from
      `//host/…` is not loaded either: on a wiki that is opened from a folder this is a file on another
      machine, and Windows logs in to that machine with the reader's name.
      """,
    passing: [Rule.Example("[Web](https://example.com), ![Dot](data:image/png;base64,iVBORw0K)")],
    failing: [
      Rule.Example("▸[Run](javascript:alert(1)) and ▸[open](FILE:///etc/passwd)."),
      Rule.Example("▸![Chart](data:image/svg+xml,abc)"),
      Rule.Example("▸![Chart](//example.com/a.png) and ▸![chart](\\\\\\\\example.com/a.png)"),
      Rule.Example(
        "▸[Run](&#x6a;ava&Tab;script&colon;alert(1)) and ▸[wrapped][one].\n\n[one]: view-source:a"),
      Rule.Example(
        "---\nowner: {team: A, contact: ▸\"[Call](javascript:alert(1))\"}\n"
          + "escalation: [{after: PT5M, to: ▸\"javascript:alert(1)\"}, {after: PT9M, to: \"On: call\"}]\n"
          + "---\n"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    checkContacts(context, &diagnostics)
    for image in context.outline.images where URLSafety.takesScheme(image.value.destination) {
      diagnostics.append(
        context.finding(
          rule, at: image.range, "an image whose address begins with `//` is not loaded",
          explanation: "Where the wiki is opened from a folder it is a file on another machine. "
            + "Write the address with `https:`, or put the image into the content folder."))
    }
    for link in context.outline.links + context.outline.images {
      guard let scheme = URLSafety.dangerousScheme(of: link.value.destination) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: link.range, "an address that begins with `\(scheme)` is not published",
          explanation: danger + "Link to a page, a file of the content folder, or a web address."))
    }
  }

  private static let danger =
    "It could run code in the reader's browser or reach into the reader's machine. "

  private static func checkContacts(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let metadata = context.draft.metadata
    let lines = [metadata.owner?.value.contact].compactMap { $0 } + metadata.escalation.map(\.to)
    for line in lines {
      guard let scheme = ContactText.dangerousScheme(in: line.value) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: line.range, "an address that begins with `\(scheme)` is not published",
          explanation: danger + "Write whom to ask as a web, mail or telephone address."))
    }
  }
}
