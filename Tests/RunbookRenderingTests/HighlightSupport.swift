import Foundation
import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import RunbookRendering
import TestSupport
import Testing

/// Code blocks of a page as they come out in HTML.
enum HighlightedPage {
  struct Block {
    let source: String
    let html: String

    /// What a reader sees of the markup: the text without tags.
    var text: String { HighlightedPage.unescape(html.replacing(/<[^>]*>/, with: "")) }
  }

  static func blocks(of markdown: String) -> [Block] {
    let file = SourceFile(path: "content/page.md", text: markdown)
    let path = PagePath("page.md")
    let (summary, _) = Checker.survey(
      RunbookParser.frontMatter(of: file).0, of: file, at: path, SiteConfig()
    ) { nil }
    let page = RunbookParser.parse(file, at: path).0
    let draft = Checker.draft(page, summary.metadata, SiteConfig()).0
    return draft.page.outline.codeBlocks.enumerated().map { index, entry in
      var writer = MarkupWriter()
      CodeMarkup.write(
        entry.value, draft.blocks.first { $0.index == index }, Words.keys,
        to: &writer)
      return Block(source: entry.value.text, html: writer.string)
    }
  }

  static func inline(_ code: String, _ programs: ProgramLibrary = .shipped) -> String {
    var writer = MarkupWriter()
    CodeMarkup.write(code, programs, Words.keys, to: &writer)
    return writer.string
  }

  /// The markup in the notation of the corpus: `⟨p ls⟩` for `<i class=p>ls</i>`.
  static func notation(_ html: String) -> String {
    let marked = withoutWords(html).replacing(
      /<span class=ph data-in="[^"]*" data-(?:q|only)=([a-z,-]+)[^>]*>/
    ) {
      "⟨ph:\($0.output.1) "
    }.replacing(/<(?:i|span) class=([a-z]+)>/) { "⟨\($0.output.1) " }
      .replacing(/<\/(?:i|span)>/, with: "⟩")
    return unescape(marked)
  }

  /// Markup without what keeps words whole.
  private static func withoutWords(_ html: String) -> String {
    var result = ""
    var isWord: [Bool] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      guard piece.offset > 0, let end = piece.element.firstIndex(of: ">") else {
        result += piece.element
        continue
      }
      let tag = piece.element[..<end]
      switch tag {
      case "i class=w", "i class=l": isWord.append(true)
      case "wbr": break
      case "/i", "/span": if isWord.popLast() == false { result += "<\(tag)>" }
      default:
        isWord.append(false)
        // A word of one style has its class beside it.
        result += "<" + tag.replacing(/class="([a-z]+) [wl]"/) { "class=\($0.output.1)" } + ">"
      }
      result += piece.element[end...].dropFirst()
    }
    // The style went on.
    return result.replacing(/<\/i><i class=([a-z]+)>/) { match in
      let before = result[..<match.range.lowerBound]
      let isSame = before.ranges(of: /<i class=[a-z]+>/).last.map {
        result[$0] == "<i class=\(match.output.1)>"
      }
      return isSame == true ? "" : String(match.output.0)
    }
  }

  private static func unescape(_ html: String) -> String {
    html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

/// Cases of the folder `Corpus`.
enum TextCorpus {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let line: Int
    let input: String
    let expected: String

    var testDescription: String { name }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static func cases(_ file: String) -> [Case] {
    CorpusCase.all(
      in: (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    ).map {
      Case(
        name: $0.name, line: $0.line, input: $0.input.map { $0 + "\n" }.joined(),
        expected: $0.expected)
    }
  }
}
