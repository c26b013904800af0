import RunbookModel

enum MdxText {
  static let rule = Rule(
    "mdx-text", .warning, "a part of MDX is published as text",
    rationale: """
      Docusaurus and other tools read pages as MDX: they run `import` lines, hide `{/* comments */}` and
      draw tags such as `<img src={require('./a.png')} />`. GitHub and this wiki read Markdown: all of it is
      shown as text, and the picture is missing. Write a picture as `![what it shows](a.png)`, a comment as
      `<!-- … -->`, and remove the imports.
      """,
    passing: [
      Rule.Example("`<img src={x} />`, a < b and c={d} > e\n\n```jsx\nimport A from 'a'\n```"),
      Rule.Example("import the data from \"A\" into B\n\nexport const is a keyword for values"),
    ],
    failing: [
      Rule.Example("Text:\n\n▸<img\n  src={require('./a.png').default}\n  width=\"50%\"\n/>"),
      Rule.Example("▸import Tabs from '@theme/Tabs';\nimport {A, B} from \"./b\"\n\nText."),
      Rule.Example("▸export const version = '1.2'\n\nText {/* not yet */} here."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    for text in context.plainText where text.holds(ASCIISet("{=*'\"")) {
      places += text.offsets(of: "<").compactMap { tag($0, text) }
      places += text.offsets(of: "{/*").compactMap { comment($0, text) }
    }
    for entry in context.outline.prose {
      places += modules(entry, context.file)
    }
    places.sort { $0.lowerBound < $1.lowerBound }
    let finding = context.finding(
      rule, atEach: places, "this is a part of MDX, published as text here",
      explanation:
        "GitHub and this wiki read Markdown, not MDX. Write a picture as `![what it shows](file)`, a "
        + "comment as `<!-- … -->`, and remove lines that import or export.")
    if let finding { diagnostics.append(finding) }
  }

  /// `<name … attribute={…} … >`, which cmark does not take for HTML.
  private static func tag(_ open: Int, _ text: MaskedProse) -> ByteRange? {
    guard let first = text[open + 1], first.isAlphanumeric, first > UInt8(ascii: "9") else {
      return nil
    }
    var index = open + 1
    var depth = 0
    var hasExpression = false
    while let byte = text[index], index - open < longestTag {
      switch byte {
      case UInt8(ascii: "{"):
        depth += 1
        let isValue =
          text[index - 1] == UInt8(ascii: "=") && text[index - 2]?.isAlphanumeric == true
        hasExpression = hasExpression || isValue
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "<") where depth == 0: return nil
      case UInt8(ascii: ">") where depth == 0: return hasExpression ? open..<index + 1 : nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static let longestTag = 500

  private static func comment(_ open: Int, _ text: MaskedProse) -> ByteRange? {
    let rest = text.tag(from: open)
    return rest.firstRange(of: "*/}").map { open..<open + rest[..<$0.upperBound].utf8.count }
  }

  /// The lines of a paragraph that name modules of JavaScript. A reader of MDX wants them to come first.
  private static func modules(_ entry: PageOutline.Entry<[Inline]>, _ file: SourceFile)
    -> [ByteRange]
  {
    let range = entry.range.clamped(to: 0..<file.bytes.count)
    let text = file.bytes[range]
    guard let start = text.first, start == UInt8(ascii: "i") || start == UInt8(ascii: "e"),
      text.starts(with: "import ".utf8) || text.starts(with: "export ".utf8)
    else { return [] }
    let first = file.lines.line(at: range.lowerBound)
    let last = file.lines.line(at: max(range.lowerBound, range.upperBound - 1))
    return (first...last).compactMap { number in
      let line = file.lines.contentRange(ofLine: number, in: file.bytes).clamped(to: range)
      return isModule(file.text(line).trimmingEnd()) ? line : nil
    }
  }

  private static func isModule(_ line: String) -> Bool {
    if ["export const ", "export default ", "export function "].contains(where: line.hasPrefix) {
      return line.contains(" = ") || line.contains("(") || line.hasSuffix("{")
    }
    guard line.hasPrefix("import "), let quote = line.trimmingSemicolon.last,
      quote == "'" || quote == "\"", let from = line.firstRange(of: " from \(quote)")
    else { return false }
    let names = line[..<from.lowerBound].dropFirst(7)
    return names.hasPrefix("{") || names.hasPrefix("* as ") || !names.contains(" ")
  }
}

extension String {
  fileprivate var trimmingSemicolon: Substring { hasSuffix(";") ? dropLast() : self[...] }
}
