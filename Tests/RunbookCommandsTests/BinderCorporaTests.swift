import RunbookCommands
import RunbookModel
import Testing

/// Every command of the wiki and of public runbook collections that names a program of Kubernetes or of
/// containers, held against its schema.
@Suite("Bound corpora")
struct BinderCorporaTests {
  private static let programs: Set = [
    "apiclient", "crictl", "ctr", "docker", "etcdctl", "git", "helm", "kubectl", "oc", "sheltie",
    "terraform", "virtctl",
  ]

  private struct Bound {
    let block: CorpusBlock
    let invocation: Invocation
    let text: String
  }

  private static func commands(of blocks: [CorpusBlock]) -> [Bound] {
    blocks.flatMap(commands(of:))
  }

  private static func commands(of block: CorpusBlock) -> [Bound] {
    let sources: [ShellSource] =
      switch block.kind {
      case .script: [block.source]
      case .transcript: Transcript.split(block.source).entries.map(\.command)
      case .unprompted, .inferred, .powerShell, .other: []
      }
    return sources.flatMap { source in
      let script = ShellScript.parse(ShellSource(inline: source.text, at: 0))
      return script.simpleCommands.flatMap { bind($0.words[...], block) }
    }
  }

  /// A command and those that it runs.
  private static func bind(
    _ words: ArraySlice<ShellWord>, _ block: CorpusBlock, isOpenEnded: Bool = false
  ) -> [Bound] {
    guard let program = ProgramLibrary().program(for: words) else { return [] }
    let invocation = Binder.bind(words, to: program, isOpenEnded: isOpenEnded)
    let text = words.map(\.display).joined(separator: " ")
    let own = Bound(block: block, invocation: invocation, text: text)
    return (programs.contains(program.name) ? [own] : [])
      + (invocation.nested.map { bind($0.words, block, isOpenEnded: $0.isOpenEnded) } ?? [])
  }

  /// What is found, each looked at by hand: all of it is refused by the program, or not what the page
  /// wants to say.
  private static let reviewed = [
    // kubectl and oc have no `--o`; pflag takes no abbreviations.
    "kubevirt-monitoring/docs/runbooks/LowKVMNodesCount.md:17 --o",
    "virtualization-operator/LowKVMNodesCount.md:17 --o",
    // No pod is named.
    "kubevirt-monitoring/docs/runbooks/NoLeadingVirtOperator.md:45 POD",
    "virtualization-operator/NoLeadingVirtOperator.md:45 POD",
    // `oc` has these only behind `oc adm`.
    "cluster-monitoring-operator/TargetDown.md:154 top",
    "virtualization-operator/HAControlPlaneDown.md:42 top",
    "virtualization-operator/HAControlPlaneDown.md:70 drain",
    "virtualization-operator/HighCPUWorkload.md:28 top",
    "virtualization-operator/HighNodeCPUFrequency.md:34 top",
    "virtualization-operator/HighNodeCPUFrequency.md:38 top",
    "virtualization-operator/VirtualMachineStuckInUnhealthyState.md:208 uncordon",
    "virtualization-operator/VirtualMachineStuckOnNode.md:82 top",
    "virtualization-operator/VirtualMachineStuckOnNode.md:213 drain",
    "virtualization-operator/VirtualMachineStuckOnNode.md:213 uncordon",
    // `oc debug` has no `-i`; its standard input is passed on anyway.
    "virtualization-operator/HighNodeCPUFrequency.md:24 -i",
    "virtualization-operator/VirtualMachineStuckInUnhealthyState.md:85 -i",
    "virtualization-operator/VirtualMachineStuckInUnhealthyState.md:172 -i",
    "virtualization-operator/VirtualMachineStuckOnNode.md:127 -i",
    "virtualization-operator/VirtualMachineStuckOnNode.md:169 -i",
    // `--bash` for `-- bash`.
    "cluster-network-operator/NorthboundStaleAlert.md:66 --bash",
    // The line breaks in the middle of the command.
    "container-storage-operator/CephOSDNearFull.md:46 NAME",
    "container-storage-operator/HighRBDCloneSnapshotCount.md:25 --patch",
    "container-storage-operator/helpers/diagnosis.md:34 -n",
    // Nothing is said to be debugged.
    "container-storage-operator/helpers/networkConnectivity.md:98 RESOURCE",
    // One of two options was meant to be another, or is there by mistake.
    "machine-config-operator/ExtremelyHighIndividualControlPlaneMemory.md:94 -n",
    "machine-config-operator/HighOverallControlPlaneMemory.md:103 -n",
    // What a substitution prints is no `--`.
    "prometheus-operator-runbooks/content/runbooks/etcd/etcdInsufficientMembers.md:39 -- COMMAND",
    "prometheus-operator-runbooks/content/runbooks/etcd/etcdMembersDown.md:44 -- COMMAND",
    // A verb of oc.
    "prometheus-operator-runbooks/content/runbooks/etcd/etcdBackendQuotaLowSpace.md:25 rsh",
  ]

  @Test("Nothing is found in the wiki") func wiki() {
    let commands = Self.commands(of: Corpora.wiki)
    #expect(commands.count > 30)
    for command in commands { #expect(command.invocation.findings.isEmpty, "\(command.text)") }
  }

  @Test(
    "What is found is wrong, and nothing else is found",
    .enabled(if: Corpora.isPresent, "pages of others lie beside the package"))
  func findings() {
    let commands = Self.commands(of: Corpora.others)
    let found = commands.flatMap { command in
      command.invocation.findings.map { finding in
        "\(command.block.place) \(subject(finding.kind))".replacing(
          "openshift-runbooks/alerts/", with: ""
        ).replacing("openshift-", with: "")
      }
    }
    #expect(found.sorted() == Self.reviewed.sorted())
    #expect(commands.count > 1200)
  }

  /// The word that a finding is about.
  private func subject(_ kind: Invocation.Finding.Kind) -> String {
    switch kind {
    case .unknownVerb(let name, _), .unknownOption(let name, _), .missingValue(let name),
      .missingOperand(let name), .surplusOperand(let name), .missingOption(let name),
      .unexpectedValue(let name), .badValue(let name, _), .conflict(let name, _),
      .deprecated(let name, _), .repeated(let name, _), .earlyOption(let name, _):
      name
    case .missingVerb: "verb"
    }
  }
}
