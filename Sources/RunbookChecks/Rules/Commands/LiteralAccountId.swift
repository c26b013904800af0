import RunbookCommands
import RunbookModel

enum LiteralAccountId {
  static let rule = Rule(
    "literal-account-id", .warning, "a command has the id of one AWS account",
    rationale: """
      The command works in one account only, and in another it acts on the wrong one or fails with a
      message about rights. An owner whose images are searched for (`--owners`) may be anybody. Ask for the id with an input, or take it from
      `aws sts get-caller-identity`. The ids that AWS uses in its documentation stay. Each id is told
      once for a page.
      """,
    passing: [
      Rule.Example("```bash\naws iam get-role --arn arn:aws:iam::123456789012:role/x\n```"),
      Rule.Example("```bash\naws iam get-role --arn arn:aws:iam::<account>:role/x\n```"),
      Rule.Example(
        "```bash\naws x --id 0a1b2c3d-0a1b-4c3d-8e9f-446655440000 --t 1234567890123\n```"),
      Rule.Example("```bash\naws ec2 describe-images --owners self 099720109477 --filters x\n```"),
      Rule.Example("```bash\ntruncate -s 107374182400 file\ntouch -t 202611231530 account\n```"),
    ],
    failing: [
      Rule.Example(
        "```bash\naws iam get-role --arn arn:aws:iam::▸999888777666:role/x\n"
          + "aws s3 ls s3://logs-999888777666 \\\n  --other ▸314159265358\n```"),
      Rule.Example("```bash\nACCOUNT_ID=▸314159265358\n```"),
      Rule.Example("```bash\ndocker pull ▸314159265358.dkr.ecr.eu-central-1.amazonaws.com/x\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    var commands: SortedRanges?
    for range in context.literalRanges {
      for run in DigitRuns.find(in: range, of: context.file.bytes) where run.count == 12 {
        let text = context.file.text(run)
        guard !seen.contains(text), isWhole(run, context.file.bytes),
          !isDocumentation(Array(text.utf8)), !isTime(text), !isPublisher(run, context.file)
        else { continue }
        let known = commands ?? awsCommands(context)
        commands = known
        guard isAccount(run, context.file, known) else { continue }
        seen.insert(text)
        diagnostics.append(
          context.finding(
            rule, at: run, "the command has the account id `\(text)`",
            explanation: "Elsewhere it acts on the wrong account or is refused. Declare an input "
              + "for it, or ask `aws sts get-caller-identity`."))
      }
    }
  }

  /// Neither a part of a longer name or number nor the end of a UUID.
  private static func isWhole(_ run: ByteRange, _ bytes: [UInt8]) -> Bool {
    if let next = bytes.at(run.upperBound), next.isAlphanumeric || next == UInt8(ascii: "_") {
      return false
    }
    guard let previous = bytes.at(run.lowerBound - 1) else { return true }
    if previous.isAlphanumeric || previous == UInt8(ascii: ".") { return false }
    return !(previous == UInt8(ascii: "-") && bytes.at(run.lowerBound - 6) == previous)
  }

  /// Ids of AWS' documentation and of its public registries.
  private static let wellKnown: Set = [
    "123456789012", "012345678901", "210987654321", "123456789123", "112233445566",
    "602401143452",
  ]

  /// Also `111122223333` and the like, and one digit twelve times.
  private static func isDocumentation(_ digits: [UInt8]) -> Bool {
    let isGrouped = [0, 4, 8].allSatisfy { start in
      Set(digits[start..<start + 4]).count == 1
    }
    return isGrouped || wellKnown.contains(String(decoding: digits, as: UTF8.self))
  }

  /// Whether it follows `--owners`, or other ids after that: the images of that account are looked for.
  private static func isPublisher(_ run: ByteRange, _ file: SourceFile) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(at: run.lowerBound)).lowerBound
    let words = file.text(max(line, run.lowerBound - 200)..<run.lowerBound).split(separator: " ")
    let option = words.last { $0.hasPrefix("--") }
    return option.map { $0 == "--owners" || $0.hasPrefix("--owners=") } ?? false
  }

  /// `YYYYMMDDhhmm`
  private static func isTime(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    func number(_ start: Int) -> Int { digits[start] * 10 + digits[start + 1] }
    return (19...20).contains(number(0)) && (1...12).contains(number(4))
      && (1...31).contains(number(6)) && number(8) < 24 && number(10) < 60
  }

  /// Whether the line, or the command, speaks of AWS. Sizes have twelve digits as well.
  private static func isAccount(
    _ run: ByteRange, _ file: SourceFile, _ commands: SortedRanges
  ) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(at: run.lowerBound))
    let near = line.clamped(to: run.lowerBound - 200..<run.upperBound + 200)
    let text = file.text(near).lowercased()
    return ["arn:", "aws", "account", "owner", "principal"].contains { text.contains($0) }
      || commands.contains(run.lowerBound)
  }

  private static func awsCommands(_ context: PageContext) -> SortedRanges {
    let programs: Set = ["aws", "eksctl", "sam", "cdk", "copilot"]
    let commands = context.commands.map(\.command).filter { programs.contains($0.name ?? "") }
    return SortedRanges(commands.map(\.range))
  }
}
