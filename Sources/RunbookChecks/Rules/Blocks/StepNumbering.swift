import RunbookModel

enum StepNumbering {
  static let rule = Rule(
    "step-numbering", .warning, "the numbers of the steps jump",
    rationale: """
      "Step 2" followed by "Step 4" leaves the reader looking for Step 3, and nobody can tell whether
      it was removed or lost. Headings and bold starts of paragraphs that say "Step" and a number are
      compared with those of the same section. Starting again at 1 is fine.
      """,
    passing: [
      Rule.Example("## Step 1: Look\n\n### Step 7\n\n## Step 2: Mend\n\n## Step 1\n\n## Step 2"),
      Rule.Example("## Step 0\n\n## Step 0.2\n\n## Step 1.1\n\n## Step 1.2\n\n## Step 2"),
      Rule.Example("**Step 1.** Look.\n\n**Step 2a.** Mend.\n\n**Step 2b.** Mend.\n\n**Step 3**"),
      Rule.Example("## Steps 1–3\n\n## Step 4\n\n## Step 5-6: two\n\n## Step 7\n\n## Stepping 9"),
    ],
    failing: [
      Rule.Example("## Step 1\n\n## Step 2\n\n## ▸Step 4: Mend\n\n## Step 5"),
      Rule.Example("## A\n\n**Step 1** x\n\n**▸Step 3:** y\n\n## B\n\n**Step 1** z"),
      Rule.Example("## Step 3\n\n## ▸Step 2\n\n## Step 2.1\n\n## ▸Step 2.4"),
    ],
    check: .page(check))

  private struct Group: Hashable {
    let section: Int?
    let isHeading: Bool
  }

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var last: [Group: (label: StepLabel, range: ByteRange)] = [:]
    for prose in context.outline.prose {
      guard let (label, place, isHeading) = step(prose, context.outline) else { continue }
      let group = Group(
        section: isHeading
          ? prose.section.flatMap { context.outline.sections[$0].parent } : prose.section,
        isHeading: isHeading)
      let range = place..<place + label.text.utf8.count
      let previous = last[group]
      last[group] = (label, range)
      guard let previous, !label.mayFollow(previous.label) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: range, "`\(label.text)` follows `\(previous.label.text)`",
          explanation:
            "Number the steps without gaps and in order, or add the step that is missing.",
          notes: [.init("the step before it", at: context.range(previous.range))]))
    }
  }

  /// A heading, or a paragraph that starts in bold, whose text starts with a step's number.
  private static func step(
    _ prose: PageOutline.Entry<[Inline]>, _ outline: PageOutline
  ) -> (label: StepLabel, place: Int, isHeading: Bool)? {
    guard let first = prose.value.first else { return nil }
    let isHeading = prose.section.map { outline.sections[$0].range == prose.range } ?? false
    var content = prose.value
    var start = first.range.lowerBound
    if case .strong(let bold) = first.kind {
      content = bold
      start = bold.first?.range.lowerBound ?? start
    } else if !isHeading {
      return nil
    }
    return StepLabel(content.plainText).map { ($0, start, isHeading) }
  }
}

/// The start of a text such as `Step 2.1: Drain`.
private struct StepLabel {
  /// `Step 2.1`
  let text: String
  /// `[2, 1]`
  private let numbers: [Int]
  /// The last of several: 4 of `Step 3-4`.
  private let end: [Int]

  init?(_ text: String) {
    guard text.utf8.prefix(5).elementsEqual("step ".utf8, by: { $0 | 0x20 == $1 }) else {
      return nil
    }
    let bytes = Array(text.utf8.prefix(80))
    var index = 5
    guard let numbers = Self.numbers(bytes, &index) else { return nil }
    self.text = String(decoding: bytes[..<index], as: UTF8.self)
    self.numbers = numbers
    end = Self.rangeEnd(bytes, index) ?? numbers
  }

  /// Digits with dots between them.
  private static func numbers(_ bytes: [UInt8], _ index: inout Int) -> [Int]? {
    var numbers: [Int] = []
    while let (number, end) = number(bytes, at: index) {
      numbers.append(number)
      index = end
      guard index < bytes.count, bytes[index] == UInt8(ascii: "."),
        Self.number(bytes, at: index + 1) != nil
      else { break }
      index += 1
    }
    return numbers.isEmpty ? nil : numbers
  }

  private static func number(_ bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
    let digits = bytes.dropFirst(index).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count < 6 else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.endIndex)
  }

  /// What follows `-`, `–`, `/`, `&`, `to` or `and` with a number.
  private static func rangeEnd(_ bytes: [UInt8], _ index: Int) -> [Int]? {
    var index = index
    let rest = bytes.dropFirst(index)
    let blanks = rest.prefix { $0 == UInt8(ascii: " ") }.count
    let signs = ["-", "–", "/", "&", "+", "to ", "and ", "or "]
    guard let sign = signs.first(where: { rest.dropFirst(blanks).starts(with: $0.utf8) }) else {
      return nil
    }
    index += blanks + sign.utf8.count
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return numbers(bytes, &index)
  }

  /// The same step again, the next one at any level, a first one below, or a new start.
  func mayFollow(_ previous: StepLabel) -> Bool {
    if numbers == previous.numbers || numbers.allSatisfy({ $0 <= 1 }) { return true }
    let before = previous.end
    let shared = zip(numbers, before).prefix { $0 == $1 }.count
    let rest = numbers.dropFirst(shared)
    guard let first = rest.first else { return false }
    guard shared < before.count else { return shared > 0 && rest.allSatisfy { $0 <= 2 } }
    return first == before[shared] + 1 && rest.dropFirst().allSatisfy { $0 <= 1 }
  }
}
