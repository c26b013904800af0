import RunbookBuild
import RunbookModel
import RunbookRendering

/// Pages that the preview itself has to show.
package enum PreviewPage {
  /// Where all that is not of the site lies. No page of a site can lie there, as hidden files are none.
  static let home = ".runbookgen/"

  /// What every page of a preview has in its head.
  package static let head = ["patch.js", "preview.js"].map {
    "<script defer src=\"/\(home)\($0)\"></script>\n"
  }.joined()

  /// A page with a message.
  static func message(_ title: String, _ lines: [String]) -> [UInt8] {
    document(title) { writer in
      for line in lines {
        writer.raw("<p>")
        writer.text(line)
        writer.raw("</p>\n")
      }
    }
  }

  /// Every finding, by file.
  ///
  /// - Parameter address: where a file is shown, as a path in the output; nil for one that is no page.
  static func list(_ report: DiagnosticReport, _ address: (String) -> String?) -> [UInt8] {
    document("All findings") { writer in
      if report.diagnostics.isEmpty { writer.raw("<p>No findings.</p>\n") }
      var file: String?
      for finding in report.diagnostics {
        if finding.range.file != file {
          if file != nil { writer.raw("</ul>\n") }
          file = finding.range.file
          heading(finding.range.file, address(finding.range.file), to: &writer)
          writer.raw("<ul>\n")
        }
        let place = report.place(finding.range).start
        writer.raw("<li>")
        writer.text(
          "\(place.line):\(place.column): \(finding.severity.rawValue): \(finding.summary)")
        writer.raw(" <span class=\"rule\">")
        writer.text(finding.id)
        writer.raw("</span></li>\n")
      }
      if file != nil { writer.raw("</ul>\n") }
    }
  }

  private static func heading(_ file: String, _ address: String?, to writer: inout MarkupWriter) {
    writer.raw("<h2>")
    if let address {
      writer.raw("<a href=\"/")
      writer.href(address)
      writer.raw("\">")
    }
    writer.text(file)
    if address != nil { writer.raw("</a>") }
    writer.raw("</h2>\n")
  }

  private static func document(
    _ title: String, _ body: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    writer.text(title)
    writer.raw("</title>\n<link rel=\"stylesheet\" href=\"/\(home)preview.css\">\n\(head)")
    writer.raw("</head>\n<body class=\"runbookgen\">\n<main>\n<h1>")
    writer.text(title)
    writer.raw("</h1>\n")
    body(&writer)
    writer.raw("</main>\n</body>\n</html>\n")
    return writer.bytes
  }
}
