import RunbookModel

enum MathText {
  static let rule = Rule(
    "math-text", .warning, "a formula is published as its source",
    rationale: """
      GitHub draws `$$ … $$` and `` $`…`$ `` as formulas. This wiki and Confluence show the dollar signs
      and the TeX. Write the formula in words or as code, or add a picture of it.
      """,
    passing: [
      Rule.Example(
        "It costs $5 and $10, `$x`, $HOME and $PATH, $$ is the shell's number, US$ 3 or $$$."),
      Rule.Example("```bash\necho $$\n```\n\nSet \\$\\alpha\\$ or $a_b and $c_d."),
    ],
    failing: [
      Rule.Example("▸$$\nrate = \\frac{bytes}{seconds}\n$$"),
      Rule.Example("Inline ▸$`x^2`$ and $\\sqrt{2}$; costs $5 and $10."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    for text in context.plainText where text.holds(ASCIISet("$")) {
      places += formulas(text, context.file)
    }
    let finding = context.finding(
      rule, atEach: places, "this formula is published as its source",
      explanation:
        "GitHub draws it; this wiki and Confluence show the dollar signs and the TeX. Write it "
        + "in words or as code, or add a picture of it.")
    if let finding { diagnostics.append(finding) }
  }

  private static func formulas(_ text: MaskedProse, _ file: SourceFile) -> [ByteRange] {
    let dollar = UInt8(ascii: "$")
    let offsets = text.offsets(of: "$")
    var found: [ByteRange] = []
    var index = 0
    while index < offsets.count {
      let open = offsets[index]
      let width = text[open + 1] == dollar ? 2 : 1
      let rest = offsets[(index + 1)...].drop { $0 < open + width }
      guard let close = rest.first(where: { width == 1 || text[$0 + 1] == dollar }),
        isFormula(open + width..<close, text, file, isBlock: width == 2)
      else {
        index += 1
        continue
      }
      found.append(open..<close + width)
      index = offsets.firstIndex { $0 >= close + width } ?? offsets.count
    }
    return found
  }

  /// TeX between the dollars, or a code span that fills them.
  private static func isFormula(
    _ range: ByteRange, _ text: MaskedProse, _ file: SourceFile, isBlock: Bool
  ) -> Bool {
    guard !range.isEmpty, range.count < 2000 else { return false }
    let source = file.text(range)
    if !isBlock, source.hasPrefix("`"), source.hasSuffix("`"), source.utf8.count > 2 { return true }
    guard isBlock || !source.contains("\n"), source.first?.isWhitespace == isBlock || isBlock,
      text.text(range).utf8.allSatisfy({ $0 != MaskedProse.mask })
    else { return false }
    let bytes = Array(source.utf8)
    let hasCommand = zip(bytes, bytes.dropFirst()).contains { first, second in
      first == UInt8(ascii: "\\") && second.isAlphanumeric
    }
    return hasCommand
  }
}
