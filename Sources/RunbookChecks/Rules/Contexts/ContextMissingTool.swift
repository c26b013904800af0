import RunbookCommands
import RunbookModel

enum ContextMissingTool {
  private static let config = (
    path: "runbookgen.yml",
    text: """
    contexts:
      workstation: {programs: [kubectl]}
      admin: {programs: [openssl, dnf], absent: {tar: "Not preinstalled: dnf install -y tar."}}
      host:
        programs: [journalctl, cat]
        inferred: [bash]
        absent: {tcpdump: "Leave the host and run it in the admin container."}
      anywhere: {title: "Nothing is known of it"}
    """
  )

  static let rule = Rule(
    "context-missing-tool", .error, "a command runs where its program is not",
    rationale: """
      A step that names a program which is not there stops its reader in the middle of the
      procedure. A context lists under `programs` and `inferred` what it has, and under `absent` what
      one looks for in vain, with the way out. Shell builtins are everywhere; what an earlier step of
      the page installs with a package manager is there from then on.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ```bash {in=host}
          cd /var/log && /usr/bin/journalctl -k | while read -r line; do echo "$line"; done
          ./collect.sh; look() { cat x; }; look
          ```

          ```bash {in=admin}
          dnf install -y tar tcpdump
          tar -tf a.tar; tcpdump -i eth0
          ```

          ```bash {in=anywhere}
          rare --option
          ```
          """
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          tables: [{under: quick, schema: quick-reference, context: Where}]
          ---
          ```bash {in=host}
          ▸tcpdump -i eth0
          cat ca.crt | ▸openssl x509 -noout -dates
          echo "$(▸kubectl get nodes)" | ▸strange
          ```

          ```bash {in=admin}
          ▸tar -tf a.tar
          dnf install -y tar
          ```

          # Quick

          | Task | Command | Where |
          |------|---------|-------|
          | Look | `▸jurnalctl -k` | host |
          | Look | `tar -tf a.tar` | admin |
          """
        ), config,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard !context.config.contexts.isEmpty else { return }
    let own = OwnCommands.names(context.draft)
    var installed: [String: Set<String>] = [:]
    func judge(_ command: BoundCommand, _ kind: BlockKind) {
      guard let place = command.context.flatMap(context.config.context),
        let name = command.name, !own.contains(name),
        installed[place.id.value]?.contains(name) != true
      else { return }
      diagnostics += [finding(command, name, place, kind, context)].compactMap(\.self)
    }
    for block in context.shellBlocks {
      for command in block.commands {
        judge(command, block.kind)
        guard let place = command.context else { continue }
        installed[place, default: []].formUnion(PackageInstall.programs(of: command))
      }
    }
    for command in context.quickReferenceRows.flatMap(context.placedCommands) {
      judge(command, .script)
    }
  }

  private static func finding(
    _ command: BoundCommand, _ name: String, _ place: ContextDeclaration, _ kind: BlockKind,
    _ context: PageContext
  ) -> Diagnostic? {
    guard let word = command.words.first, !ShellBuiltins.names.contains(name) else { return nil }
    if let reason = place.absent[name] {
      return context.finding(
        rule, at: word.range, "there is no `\(name)` in the context `\(place.id.value)`",
        explanation: reason)
    }
    // A path names a file that no list of programs speaks of, and the first word of a line without a
    // prompt may be output.
    guard word.literal == name, kind != .unprompted, place.listsPrograms, !place.has(name) else {
      return nil
    }
    return context.finding(
      rule, at: word.range,
      "`\(name)` is not among the programs of the context `\(place.id.value)`",
      explanation: advice(name, place, context.config))
  }

  private static func advice(_ name: String, _ place: ContextDeclaration, _ config: SiteConfig)
    -> String
  {
    let others = config.contexts.filter { $0.has(name) }.map { "`\($0.id.value)`" }
    if !others.isEmpty {
      return "It is listed in \(others.joined(separator: ", ")). Run it there, or add it to "
        + "`programs` if it is here too."
    }
    if let near = NearestName.suggestion(
      for: name, among: (place.programs.union(place.inferred)).sorted())
    {
      return "Did you mean `\(near)`? If not, add it to `programs` where it is."
    }
    return "No context lists it. Add it to the `programs` of the context if it is there, or to "
      + "`absent` with the way out."
  }
}

extension ContextDeclaration {
  var listsPrograms: Bool { !programs.isEmpty || !inferred.isEmpty }

  func has(_ program: String) -> Bool { programs.contains(program) || inferred.contains(program) }
}
