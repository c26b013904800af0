import RunbookCommands
import RunbookModel

enum CmdletUnknown {
  static let rule = Rule(
    "cmdlet-unknown", .error, "a cmdlet has a misspelt name",
    rationale: """
      PowerShell stops with “The term … is not recognized”. Modules bring cmdlets that nobody has
      listed, so a name is only doubted where it is one slip of the finger away from a known cmdlet:
      then it is a warning, and an error where the verb is none and letters are swapped, doubled or
      missing. Functions that the page defines are known.
      """,
    passing: [
      Rule.Example("```powershell\nGet-Service | where-object Status -eq 'Running'\n```"),
      Rule.Example("```powershell\nGet-FleetNode -Name a\nClean-Disk\nGet-Services\n```"),
      Rule.Example(
        "```powershell\nfunction Get-Servise { 1 }\n```\n\n```powershell\nGet-Servise\n```"),
      Rule.Example("```powershell\n# Gte-Service\nWrite-Host 'Gte-Service'\n```"),
      Rule.Example("```text\nGte-Service\n```"),
    ],
    failing: [
      Rule.Example("```powershell\n$s = ▸Gte-Service -Name w32time\n```"),
      Rule.Example("```powershell\nGet-NetAdapter | ▸Selct-Object Name\n```"),
      Rule.Example("```console\nPS C:\\> ▸Get-ClusterNdoe\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let scripts = context.draft.blocks.flatMap(\.powerShell)
    guard !scripts.isEmpty else { return }
    let functions = scripts.reduce(into: Set<String>()) { $0.formUnion($1.functions) }
    var seen: Set<String> = []
    for command in scripts.flatMap(\.commands) {
      guard let name = command.name, seen.insert(name.lowercased()).inserted,
        !CmdletName.isKnown(name), !functions.contains(name.lowercased()),
        let meant = CmdletName.meant(by: name)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: command.nameRange,
          "there is no cmdlet `\(name)`; did you mean `\(meant.name)`?",
          explanation: meant.isCertain
            ? "PowerShell does not find it and stops. Write `\(meant.name)`."
            : "Only a module that is not known here could have it.",
          fixes: meant.isCertain
            ? [
              Diagnostic.Fix(
                "Write `\(meant.name)`", edits: [.init(command.nameRange, with: meant.name)])
            ] : [],
          severity: meant.isCertain ? nil : .warning))
    }
  }
}
