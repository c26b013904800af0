import RunbookCommands
import RunbookModel

enum SecretInCommand {
  static let rule = Rule(
    "secret-in-command", .error, "a secret stands in a command",
    rationale: """
      A page is read by many, copied, indexed and kept in history: what it shows is no secret any
      more. Withdraw the secret, then let the command take it from where it is kept, or from an input
      with `secret: true`. Stand-ins such as `changeme`, `AKIAIOSFODNN7EXAMPLE`, `<password>` and
      `$PASSWORD` are fine.
      """,
    passing: [
      Rule.Example(
        "```bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
          + "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n```"),
      Rule.Example("```bash\nlogin --password changeme --password \"$PW\" --password=<pw>\n```"),
      Rule.Example("```bash\nlogin --password-stdin < f; mysql -p -u root; PASSWORD=$(get)\n```"),
      Rule.Example(
        "```bash\ndocker run -p 8080:80 x; login --password @pw1.txt; mysql -p3306\n```"),
      Rule.Example(
        "```bash\naws x --client-token 4f0c8e2a-93b1-4d57-8a6e-0b9c1d2e3f40 --password --u=a1\n```"),
      Rule.Example("```bash\naws waf x --change-token 4f0c8e2a-93b1-4d57-8a6e-0b9c1d2e3f40\n```"),
      Rule.Example("```bash\ncurl -H \"Authorization: Bearer $TOKEN\" -H 'X: Bearer <token>'\n```"),
      Rule.Example(
        "```bash\ngrep -- '-----BEGIN PRIVATE KEY-----' f\nlogin --token-ttl 3600s\n```"),
    ],
    failing: [
      Rule.Example("```bash\nexport AWS_ACCESS_KEY_ID=▸AKIA2QXMB7LPRZ5WKTUV # in use\n```"),
      Rule.Example("```bash\nlogin --password ▸Tr0ub4dor --db-password=▸'c0rrect!h0rse'\n```"),
      Rule.Example("```bash\nPGPASSWORD=▸b4tteryStaple psql; export DB_PASSWORD=▸st4pleHorse\n```"),
      Rule.Example(
        "```bash\nmysql -u root -p▸'b4tteryStaple'\ncurl -u admin:▸b4tteryStaple x\n```"),
      Rule.Example(
        "```bash\ncurl -H 'Authorization: Bearer ▸eyJhbGciOiJIUzI1NiJ9.e30.Zx8kq2LwP0' x\n```"),
      Rule.Example("```bash\ncurl https://bot:▸b4tteryStaple@git.local/x\n```"),
      Rule.Example(
        "```bash\ncat > id <<'EOF'\n▸-----BEGIN RSA PRIVATE KEY-----\n"
          + "MIIEowIBAAKCAQEAtz8kq2LwP0Zx8kq2LwP0Zx8kq2LwP0Zx\n-----END RSA PRIVATE KEY-----\nEOF\n```"
      ),
      Rule.Example(
        "---\ntables: [{under: quick, schema: quick-reference}]\n---\n# Quick\n\n"
          + "| Task | Command |\n|-|-|\n| Log in | `login ▸ghp_Zx8kq2LwP0Zx8kq2LwP0Zx8kq2LwP0Zx8kq2` |"
      ),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var found: [(what: String, range: ByteRange)] = []
    for block in context.draft.blocks {
      for offset in block.code.lineOffsets {
        let number = context.file.lines.line(at: offset)
        let line = context.file.lines.contentRange(ofLine: number, in: context.file.bytes)
        shapes(in: line.clamped(to: offset..<max(offset, line.upperBound)), context.file, &found)
      }
    }
    for command in context.facts.quickReferenceCommands {
      shapes(in: command.range, context.file, &found)
    }
    let scripts = context.draft.blocks.flatMap(\.scripts)
    for script in scripts + context.facts.quickReferenceCommands.map(\.script) {
      for command in script.simpleCommands {
        var finder = SecretFinder(command, context.file)
        found += finder.find()
      }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    var end = 0
    for (what, range) in found where range.lowerBound >= end {
      end = range.upperBound
      diagnostics.append(
        context.finding(
          rule, at: range, "\(what) stands in the command",
          explanation: "If it is real, withdraw it: everyone who can read the page has it. Take "
            + "it from where it is kept, or declare an input with `secret: true`."))
    }
  }

  /// What looks like a secret wherever it stands, comments and output included.
  private static func shapes(
    in line: ByteRange, _ file: SourceFile, _ found: inout [(what: String, range: ByteRange)]
  ) {
    let bytes = file.bytes
    var index = line.lowerBound
    while index < line.upperBound {
      guard SecretShape.mayStart(bytes[index]) || bytes[index] == UInt8(ascii: "-") else {
        index += 1
        continue
      }
      let isStart = index == line.lowerBound || !SecretShape.isTokenByte(bytes[index - 1])
      if isStart, SecretShape.mayStart(bytes[index]),
        let token = SecretShape.token(at: index, in: bytes, limit: line.upperBound)
      {
        found.append((token.name, index..<token.end))
        index = token.end
      } else if isStart, bytes[index] == UInt8(ascii: "-"), isPrivateKey(at: index, line, file) {
        found.append(("a private key", index..<line.upperBound))
        return
      } else {
        index += 1
      }
    }
  }

  /// `-----BEGIN … PRIVATE KEY-----` at the end of a line, with a line of the key behind it.
  private static func isPrivateKey(
    at index: Int, _ line: ByteRange, _ file: SourceFile
  ) -> Bool {
    let bytes = file.bytes
    guard bytes[index..<line.upperBound].starts(with: "-----BEGIN ".utf8),
      file.text(index..<line.upperBound).hasSuffix("PRIVATE KEY-----")
    else { return false }
    let number = file.lines.line(at: index) + 1
    let next = file.text(file.lines.contentRange(ofLine: number, in: bytes))
    return SecretShape.isRandom(String(next.drop { $0 == " " }))
  }
}
