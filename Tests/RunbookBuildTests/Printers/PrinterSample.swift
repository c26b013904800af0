import RunbookBuild
import RunbookModel

/// One report with everything that a printer may meet.
enum PrinterSample {
  static let page = SourceFile(
    path: "content/a page.md",
    text: "# Título\n\nSee [other](b.md) and\nmore.\n\n```\nfoo --bad\n```\n")
  static let config = SourceFile(path: "runbookgen.yml", text: "title: x\nulr: y\n")

  static let diagnostics: [Diagnostic] = [
    Diagnostic(
      "config-unknown-key", .warning, at: config.range(range(of: "ulr", in: config)),
      "unknown key 'ulr'", fixes: [.init("use 'url'", edits: [.init(9..<12, with: "url")])]),
    Diagnostic(
      "link-broken", .error, at: page.range(range(of: "[other](b.md)", in: page)),
      "there is no page 'b.md': 100% gone, sorry",
      explanation: "A runbook that sends its reader to nowhere costs minutes when they are dear, "
        + "so every link is resolved as in the source tree.\nGive a full URL for other places.",
      notes: [.init("the title is here", at: page.range(range(of: "Título", in: page)))],
      fixes: [.init("remove the link")]),
    Diagnostic("page-is-sad", .info, at: SourceRange(file: "content/gone.md", bytes: 3..<9), "sad"),
  ]

  static let report = DiagnosticReport(
    diagnostics: diagnostics, sources: [page.path: page, config.path: config], pageCount: 7)

  /// A finding at the first place of some words in a text.
  static func report(_ words: String, in text: String) -> DiagnosticReport {
    let file = SourceFile(path: "p.md", text: text)
    let diagnostic = Diagnostic("x", .error, at: file.range(range(of: words, in: file)), "wrong")
    return DiagnosticReport(diagnostics: [diagnostic], sources: ["p.md": file], pageCount: 1)
  }

  private static func range(of words: String, in file: SourceFile) -> ByteRange {
    let needle = Array(words.utf8)
    let start =
      file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? file.bytes.count
    return start..<min(start + needle.count, file.bytes.count)
  }
}
