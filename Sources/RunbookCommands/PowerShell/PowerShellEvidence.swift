import RunbookModel

/// Tells PowerShell from what else may stand in a block: where no label says so, and on lines of a block
/// with the label that a program may have printed.
package enum PowerShellEvidence {
  /// Whether text without a telling label is PowerShell: its first line is a known cmdlet with what
  /// nobody would say in a sentence, or puts something into a variable, and a known cmdlet follows.
  package static func isFound(in source: ShellSource) -> Bool {
    guard let line = firstLine(of: source.bytes), mayBegin(line) else { return false }
    let script = PowerShellScript.parse(source)
    if line.first == Byte.dollar {
      return script.errors.isEmpty && script.hasExpressions
        && script.commands.contains { $0.name.map(CmdletName.isKnown) ?? false }
    }
    guard let command = script.commands.first, let name = command.name, CmdletName.isKnown(name),
      line.starts(with: name.utf8)
    else { return false }
    let rest = line.dropFirst(name.utf8.count).drop { $0 == Byte.space }
    guard let next = rest.first else { return true }
    return !command.parameters.isEmpty || next == Byte.pipe
      || command.arguments.count == 1 && next != Byte.colon
  }

  /// The first line that is neither empty nor a comment, without the spaces around it.
  private static func firstLine(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: Byte.newline) ?? bytes.count
      let line = trimmed(bytes[index..<end])
      if let first = line.first, first != Byte.hash { return line }
      index = end + 1
    }
    return nil
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 <= Byte.space }
    while let last = line.last, last <= Byte.space { line = line.dropLast() }
    return line
  }

  /// `$name =`, or a verb, a hyphen and a capital letter. Most blocks are done with here.
  private static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == Byte.dollar {
      let rest = line.dropFirst().drop(while: Byte.continuesName).drop { $0 == Byte.space }
      return rest.first == Byte.equals && rest.dropFirst().first != Byte.equals
    }
    let verb = line.prefix(while: Byte.isLetter)
    let noun = line.dropFirst(verb.count)
    return verb.count > 2 && noun.first == Byte.minus
      && noun.dropFirst().first.map(Byte.isLetter) == true
  }

  /// Whether a line of a block with the label may be one that was typed: a line of words such as a
  /// program prints, or a sentence, is none.
  ///
  /// - Parameter isProgram: whether a program has this name.
  package static func mayBeTyped(_ line: ArraySlice<UInt8>, isProgram: (String) -> Bool) -> Bool {
    let line = trimmed(line)
    guard let first = line.first, !Byte.isDigit(first) else { return false }
    guard Byte.isLetter(first) else { return true }
    let word = line.prefix { Byte.continuesName($0) || $0.isOne(of: ".\\/-:") }
    guard word.last != Byte.colon else { return false }
    let next = line.dropFirst(word.count).drop { $0 == Byte.space }.first
    if let next, next.isOne(of: "={|;") { return true }
    if word.contains(where: { $0.isOne(of: ".\\/") }) { return true }
    let text = String(decoding: word, as: UTF8.self)
    return CmdletName.parts(text).map { CmdletName.approvedVerbs.contains($0.verb.lowercased()) }
      ?? (PowerShellKeyword(rawValue: text.lowercased()) != nil || isAlias(text) || isProgram(text))
  }

  /// The aliases that stand in documentation (Get-Alias), and the programs of Windows.
  private static func isAlias(_ word: String) -> Bool {
    let word = word.lowercased()
    return aliases.contains(word) || programs.contains(word)
  }

  /// Of Microsoft's "Windows commands" those that no other system has.
  private static let programs: Set = [
    "bcdboot", "bcdedit", "bitsadmin", "certutil", "chkdsk", "cleanmgr", "cmd", "cmdkey", "dcdiag",
    "defrag", "dfsutil", "diskpart", "dism", "dsquery", "fsutil", "gpresult", "gpupdate", "icacls",
    "ipconfig", "klist", "logman", "mountvol", "msiexec", "msinfo", "net", "netdom", "netsh",
    "nltest",
    "pktmon", "powercfg", "powershell", "pwsh", "query", "quser", "qwinsta", "reg", "regsvr",
    "repadmin",
    "robocopy", "sc", "schtasks", "secedit", "setspn", "sfc", "shutdown", "slmgr", "systeminfo",
    "takeown", "taskkill", "tasklist", "tracert", "tzutil", "wevtutil", "winget", "winrm", "wmic",
    "wsl",
    "wusa", "xcopy",
  ]

  private static let aliases: Set = [
    "cat", "cd", "clear", "cls", "copy", "curl", "del", "dir", "echo", "fl", "ft", "gc", "gci",
    "gcim",
    "gcm", "gi", "gm", "gp", "gps", "gsv", "gwmi", "icm", "iex", "irm", "iwr", "kill", "ls", "md",
    "measure",
    "mkdir", "move", "mv", "popd", "ps", "pushd", "pwd", "ren", "ri", "rm", "rmdir", "sajb", "sc",
    "select", "set", "sleep", "sort", "start", "tee", "type", "wget", "where", "write",
  ]
}
