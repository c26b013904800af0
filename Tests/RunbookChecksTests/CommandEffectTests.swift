import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import Testing

/// What a block does has one answer, whoever asks.
@Suite struct CommandEffectTests {
  private func block(
    _ commands: String, _ attributes: String = "", label: String = "bash"
  ) throws -> CommandBlock {
    let file = SourceFile(
      path: "content/page.md", text: "```\(label) {step=x \(attributes)}\n\(commands)\n```\n")
    let path = PagePath("page.md")
    let (summary, _) = Checker.survey(nil, of: file, at: path, SiteConfig()) { nil }
    let page = RunbookParser.parse(file, at: path).0
    return try #require(Checker.draft(page, summary.metadata, SiteConfig()).0.blocks.first)
  }

  @Test(arguments: [
    ("ls -l", Effect.read), ("echo x > /etc/hosts", .write), ("echo x >> /etc/hosts", .write),
    ("echo x >| /etc/hosts", .write), ("echo x &> /etc/hosts", .write),
    ("echo x >& /etc/hosts", .write), ("echo x >&2", .read), ("ls 2>&1", .read),
    ("echo x > /dev/null", .read), ("ls > /dev/pts/3", .read), ("> /var/log/messages", .write),
    ("{ echo a; echo b; } > /etc/hosts", .write),
    ("for i in 1 2; do\n  echo $i\ndone >> /etc/hosts", .write), ("(ls) 2> /dev/null", .read),
    ("cat > /etc/hosts <<EOF\nx\nEOF", .write), ("ls | tee /etc/hosts", .write),
    ("bash -c 'rm -rf /var/lib/x'", .destructive), ("bash -c 'ls -l'", .read),
    ("sudo sh -c 'echo x > /etc/hosts'", .write), ("ssh node 'rm -rf /var/lib/x'", .destructive),
    ("ls $(rm -rf /var/lib/x)", .destructive),
  ])
  func commandsAndRedirectionsCount(_ commands: String, _ effect: Effect) throws {
    #expect(try block(commands).effect == effect)
  }

  @Test(arguments: [
    ("Get-Service | Select-Object Name", Effect.read), ("Set-Service a -Status Stopped", .write),
    ("Get-VM | Remove-VM -Force", .destructive), ("Remove-VM a -WhatIf", .read),
    ("Remove-VM a -WhatIf:$false", .destructive), ("Get-VM > vms.txt", .write),
    ("if ($a) { Restart-Computer }", .destructive), ("Remove-NetRoute a", .write),
    ("Remove-Variable a", .write), ("Invoke-Thing a", nil), ("$a = Get-VM; $a.Delete()", nil),
  ])
  func cmdletsCount(_ commands: String, _ effect: Effect?) throws {
    #expect(try block(commands, label: "PowerShell").effect == effect)
  }

  @Test(arguments: [
    "unheard-of", "kubectl <verb> pods", "bash setup.sh", "bash -c \"$SCRIPT\"", "bash",
    "curl -s https://example.com | bash", "echo x >&$fd; unheard-of",
  ])
  func whatIsNotKnownIsNotSaid(_ commands: String) throws {
    #expect(try block(commands).effect == nil)
  }

  @Test(arguments: [
    ("unheard-of", "read", Effect.read), ("unheard-of", "destructive", .destructive),
    ("ls", "write", .write), ("rm -rf /var/lib/x", "read", .destructive), ("ls", "reads", .read),
  ])
  func theFenceIsHonouredAndNeverSaysLess(_ commands: String, _ said: String, _ effect: Effect)
    throws
  {
    #expect(try block(commands, "effect=\(said)").effect == effect)
  }
}
