import RunbookCommands
import RunbookModel

/// The reader of PowerShell, what tells PowerShell from other text, and transcripts with its prompts.
enum PowerShellTarget {
  static let target = FuzzTarget(
    name: "powershell", seeds: texts.map { Array($0.utf8) },
    tokens: [
      "\"", "'", "“", "’", "`", "`\n", "$(", "${", "@(", "@{", "@'\n", "\n'@", "@\"\n", "\n\"@",
      "<#", "#>",
      "#", "|", ";", "&", "--%", " -WhatIf", " –Name", "<a b>", "PS> ", "PS C:\\> ", ">> ", "if (",
      "} else {", "foreach ($x in ", "function ", "[int]", "\u{A0}", "> $null", "2>&1", "Get-Item ",
    ]
  ) { input in
    let source = ShellSource(inline: String(decoding: input, as: UTF8.self), at: 0)
    check(PowerShellScript.parse(source), source)
    for entry in Transcript.split(source).entries where entry.isForeign {
      check(PowerShellScript.parse(entry.command), source)
    }
    _ = PowerShellEvidence.isFound(in: source)
    _ = PowerShellEvidence.mayBeTyped(source.bytes[...], isProgram: { _ in false })
  }

  /// Every range has to point into the text.
  private static func check(_ script: PowerShellScript, _ source: ShellSource) {
    let ranges =
      script.commands.flatMap { [$0.range, $0.nameRange] } + script.errors.map(\.range)
      + script.comments + script.brokenContinuations + script.writes
    for range in ranges {
      require(range.upperBound <= source.bytes.count, "\(range) of \(source.bytes.count) bytes")
    }
    for command in script.commands {
      guard let name = command.name else { continue }
      _ = CmdletName.meant(by: name)
      if let parts = command.parts { _ = CmdletEffect.of(verb: parts.verb, noun: parts.noun) }
    }
  }

  private static let texts = [
    "Get-Service -Name 'w32time' | Where-Object { $_.Status -ne \"Running\" } | Restart-Service -Force",
    "$node = \"<node>\"\nInvoke-Command -ComputerName $node -ScriptBlock { Stop-VM -Name $using:vm }",
    "foreach ($n in (Get-ClusterNode).Name) {\n  if (Test-Path \"\\\\$n\\c$\") { $a += @{ Name = $n; Free = 1GB } }\n}",
    "Write-Host \"it's `\"$($x.Count)`\" of ${env:A(1)}\" -NoNewline # done\n<# more\n#>",
    "$t = @\"\n  \"quoted\" $(Get-Date)\n\"@\nSet-Content -Path C:\\a -Value $t",
    "New-Item `\n  -ItemType File `\n  -Path 'C:\\it''s'; icacls --% C:\\x /grant \"a:(F)\"",
    "PS C:\\> Get-Item a {\n>> b }\nMode LastWriteTime\n[h-1]: PS C:\\> dir\nit's",
    "function global:Get-It([int]$a = 3) { return $a -as [string] } ; [Math]::Max(1, (Get-It 2)) > $null",
  ]
}
