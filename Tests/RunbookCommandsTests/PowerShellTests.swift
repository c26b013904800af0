import RunbookCommands
import RunbookModel
import TestSupport
import Testing

@Suite("PowerShell")
struct PowerShellTests {
  private func parse(_ text: String) -> PowerShellScript {
    PowerShellScript.parse(ShellSource(inline: text, at: 0))
  }

  private func slice(_ text: String, _ range: ByteRange) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  static let commands: [(String, [String])] = [
    ("Get-Service", ["Get-Service"]),
    (
      "Get-Service -Name a | Stop-Service -Force; Get-Date",
      ["Get-Service", "Stop-Service", "Get-Date"]
    ),
    ("$x = Get-Item a\n$y += (Get-Date).Year", ["Get-Item", "Get-Date"]),
    ("$x.Name=Get-Item a", ["Get-Item"]),
    (
      "if (Test-Path $p) { Remove-Item $p } else { New-Item $p }",
      ["Test-Path", "Remove-Item", "New-Item"]
    ),
    ("foreach ($n in Get-ClusterNode) { Stop-VM $n }", ["Get-ClusterNode", "Stop-VM"]),
    ("try {\n  Get-A\n}\ncatch {\n  Get-B\n} finally { Get-C }", ["Get-A", "Get-B", "Get-C"]),
    ("} elseif(Get-A) {", ["Get-A"]),
    (
      "Write-Host \"n: $(Get-Date -Format 'yyyy') $(Get-A)\" -NoNewline",
      ["Write-Host", "Get-Date", "Get-A"]
    ),
    ("@{ Name = Get-A; Get-B = 1\n Get-C = Get-D }", ["Get-A", "Get-D"]),
    ("function Get-A { Get-B }\nfunction global:Get-C($x) { 1 }", ["Get-B"]),
    ("Get-A `\n  -Name b `\r\n  -Force\nGet-B", ["Get-A", "Get-B"]),
    ("Get-A -Name x,\n  Get-B |\n  Where-Object { $_.A -gt 2 }", ["Get-A", "Where-Object"]),
    ("# Get-A\n<# Get-B\nGet-C #> Get-D # Get-E", ["Get-D"]),
    ("Get-A 'Get-B; Get-C' \"`\"; Get-D\" @'\nGet-E\n'@", ["Get-A"]),
    ("& 'C:\\a b.exe' -x; & Get-A; . .\\b.ps1", ["Get-A", "b.ps1"]),
    ("icacls --% C:\\x /grant \"(a' | Get-A", ["icacls", "Get-A"]),
    ("[int]$x = 5; [a.b]::New(1, (Get-A)); -not (Get-B); !(Get-C)", ["Get-A", "Get-B", "Get-C"]),
    ("1..3 | ForEach-Object { 7z x $_ } > $null", ["ForEach-Object", "7z"]),
    ("Microsoft.PowerShell.Core\\Get-A 2>&1", ["Get-A"]),
    ("Get-A –Name b", ["Get-A"]),
    ("switch ($x) { 'a' { Get-A } default { Get-B } }", ["Get-A", "Get-B"]),
  ]

  @Test("finds the commands at any depth", arguments: commands)
  func findsCommands(_ text: String, _ names: [String]) {
    #expect(parse(text).commands.compactMap(\.name) == names)
  }

  static let errors: [(String, String?)] = [
    ("Get-A \"b` \" 'it''s' \"a\"\"b\" \"$('x)')\"", nil),
    ("$g=\"the group”; $h=‘a'", nil),
    ("${env:ProgramFiles(x86)}\\a \"${a(}\"", nil),
    ("Get-A <the node's name> <b>", nil),
    ("$t = @\"\n\" ' ( {\n\"@ + @'\n@\"\n'@", nil),
    ("a#b \"c\" # it's", nil),
    ("Get-A [ab\nGet-B ]", nil),
    ("echo `\" `' `( `{", nil),
    ("▸\"a", "never closed by ‘\"’"), ("Get-A ▸'b\nGet-C", "‘'’"),
    ("$a = ▸'2.5\n$b = '3.6'\n$c = 'x", "‘'’"),
    ("a (b ▸{ c )", "‘}’"), ("foreach ($a in $b) ▸{\n  x { }", "‘}’"),
    ("Get-A▸)", "unexpected"), ("▸}", "unexpected"),
    ("\"a ▸$(b \"c\" d", "‘)’"),
    ("$t = ▸@'\nx\n", "‘'@’"), ("$t = @'\nx\n  ▸'@\n", "indented"), ("$t = ▸@'x\n'@", "header"),
    ("▸<# x", "‘#>’"),
  ]

  @Test("says what is not closed, and where", arguments: errors)
  func findsErrors(_ marked: String, _ message: String?) {
    let parts = marked.split(separator: "▸", omittingEmptySubsequences: false)
    let errors = parse(parts.joined()).errors
    let place = parts.count > 1 ? parts[0].utf8.count : nil
    #expect(errors.map(\.range.lowerBound) == [place].compactMap(\.self))
    guard let error = errors.first, let message else { return }
    let said =
      switch error.kind {
      case .unterminated(_, let closing): "never closed by ‘\(closing)’"
      case .unexpected: "unexpected"
      case .hereStringHeader: "header"
      case .hereStringIndented: "indented"
      }
    #expect(said.contains(message))
  }

  @Test("reads parameters with their values")
  func readsParameters() throws {
    let command = try #require(
      parse("Remove-Item -Rec C:\\x –Confirm:$false -WhatIf").commands.first)
    #expect(command.has("recurse") && command.has("whatif") && !command.has("confirm"))
    #expect(command.arguments == ["C:\\x"])
  }

  @Test("a backtick with spaces after it joins nothing")
  func findsBrokenContinuations() {
    let script = parse("Get-A `  \n  -Name b `\n  -Force\n'`  \n'")
    #expect(script.brokenContinuations == [6..<7])
  }

  @Test(
    "a misspelt cmdlet is one slip away from a known one",
    arguments: [
      ("Gte-Service", "Get-Service", true), ("Retsart-Service", "Restart-Service", true),
      ("Selct-Object", "Select-Object", true), ("Get-Servcie", "Get-Service", false),
      ("get-clusternde", "get-ClusterNode", false), ("Set-NetAdaptr", "Set-NetAdapter", false),
    ])
  func findsSlips(_ name: String, _ meant: String, _ isCertain: Bool) {
    let found = CmdletName.meant(by: name)
    #expect(found?.name == meant && found?.isCertain == isCertain)
  }

  @Test(
    "what another module may have is no slip",
    arguments: [
      "Get-Services", "Get-FleetNode", "Clean-Disk", "Get-XService", "Get-ServiceX", "Let-Service",
      "Get-Disk2", "Invoke-Service", "Delete-Item", "Get-VMs",
    ])
  func leavesOthers(_ name: String) {
    #expect(CmdletName.meant(by: name) == nil)
  }

  @Test(
    "tells PowerShell from what has no label",
    arguments: [
      ("Get-Service -Name a", true), ("# now\nGet-Service | Stop-Service\n", true),
      ("$a = Get-Service\nif ($a) { 1 }", true), ("Get-Service", true),
      ("Get-Service w32time", true),
      ("Get-Service : Cannot find any service", false),
      ("Get-Service shows the state of it", false),
      ("$a = 1", false), ("Re-run the test", false), ("kubectl get pods", false), ("", false),
    ])
  func findsEvidence(_ text: String, _ isFound: Bool) {
    #expect(PowerShellEvidence.isFound(in: ShellSource(inline: text, at: 0)) == isFound)
  }

  @Test(
    "time grows with the text, whatever is open",
    arguments: [
      "(", "{", "$(", "\"", "'", "\"$(", "@{a=", "@'\n", "<a", "<#", "`", "` ", "[=", "1=", "2>",
      "((}", "${",
      "} else", "a|", ";",
    ])
  func isLinear(_ shape: String) {
    let isLinear = Growth.isLinear(upTo: 40_000) { size in
      String(repeating: shape, count: size) + String(repeating: "}", count: size)
    } work: {
      _ = PowerShellScript.parse(ShellSource(inline: $0, at: 0))
    }
    #expect(isLinear)
  }
}
