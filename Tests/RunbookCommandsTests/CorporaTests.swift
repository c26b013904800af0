import RunbookCommands
import RunbookModel
import TestSupport
import Testing

/// Every shell block of the pages at hand: ours, and those of others where some lie beside the package.
@Suite("Corpora", .needs("bash", Machine.has("bash")))
struct CorporaTests {
  /// A script, or one command of a transcript.
  private struct Unit {
    let block: CorpusBlock
    let source: ShellSource
  }

  private static let units: [Unit] = Corpora.shellBlocks.flatMap(units(of:))

  private static func units(of block: CorpusBlock) -> [Unit] {
    switch block.kind {
    case .script, .unprompted, .inferred, .powerShell, .other:
      [Unit(block: block, source: block.source)]
    case .transcript:
      Transcript.split(block.source).entries.map { Unit(block: block, source: $0.command) }
    }
  }

  /// Where we and `bash -n` disagree, each looked at by hand, with the reason.
  private static let reviewed: [String: String] = [:]

  @Test("An error is found exactly where bash -n finds one")
  func agreement() throws {
    let answers = try Shell.check(
      Self.units.map { replacingPlaceholders(in: $0.source.bytes) })
    var refused = 0
    for (unit, answer) in zip(Self.units, answers) {
      let errors = ShellScript.parse(unit.source).errors
      if !errors.isEmpty { refused += 1 }
      guard errors.isEmpty != (answer == nil), Self.reviewed[unit.block.place] == nil else {
        continue
      }
      let verdict = "\(unit.block.place): \(errors.map(\.message)), bash: \(answer ?? "accepts")"
      Issue.record("\(verdict)\n\(unit.source.text)")
    }
    print("corpora: \(Self.units.count) scripts and commands, \(refused) refused by both")
    #expect(Self.units.count > (Corpora.isPresent ? 1300 : 100))
  }

  @Test("No block of the wiki has an error")
  func wiki() {
    #expect(Corpora.wiki.count > 30)
    for block in Corpora.wiki {
      for unit in Self.units(of: block) {
        #expect(ShellScript.parse(unit.source).errors.isEmpty, "\(block.place)")
      }
    }
  }

  @Test(
    "Blocks with an error are few and all of them are something else than shell",
    .enabled(if: Corpora.isPresent, "pages of others lie beside the package"))
  func refused() {
    let refused = Corpora.others.filter { block in
      block.kind != .unprompted
        && Self.units(of: block).contains { !ShellScript.parse($0.source).errors.isEmpty }
    }
    let labelled = Corpora.others.filter { $0.kind != .unprompted }
    print("corpora: \(refused.count) of \(labelled.count) shell blocks have an error")
    #expect(Set(refused.map(\.place)) == Set(Self.notShell.keys))
    #expect(refused.count * 50 <= labelled.count)
  }

  @Test("Tokens cover every script, and every range lies where its text stands in the page")
  func ranges() {
    for unit in Self.units {
      let plain = ShellSource(inline: unit.source.text, at: 0)
      let script = ShellScript.parse(plain)
      expectLossless(script, plain.bytes)
      let paged = ShellScript.parse(unit.source)
      #expect(script.tokens.map(\.kind) == paged.tokens.map(\.kind))
      for command in script.allCommands {
        let text = plain.bytes[command.range]
        let endsInBlank =
          text.last == UInt8(ascii: " ") && text.dropLast().last != UInt8(ascii: "\\")
        #expect(text.first != UInt8(ascii: " ") && !endsInBlank, "\(unit.source.text)")
      }
    }
  }

  /// What the refused blocks hold, as a look at each has shown.
  private static let notShell: [String: String] = {
    let apiserver = "cluster-kube-apiserver-operator/"
    let storage = "openshift-container-storage-operator/"
    let blocks = [
      ("cluster-etcd-operator/etcdHighNumberOfFailedGRPCRequests.md:14", "PromQL"),
      (apiserver + "ExtremelyHighIndividualControlPlaneCPU.md:50", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:45", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:86", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:112", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:118", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:126", "PromQL"),
      (apiserver + "KubeAPIErrorBudgetBurn.md:134", "PromQL"),
      ("cluster-network-operator/NoRunningOvnControlPlane.md:58", "a log line"),
      (storage + "HighRBDCloneSnapshotCount.md:61", "PromQL"),
      (storage + "ObcQuotaBytesAlert.md:18", "PromQL"),
      (storage + "StorageAutoScalingFailed.md:27", "an event"),
      (storage + "StorageAutoScalingFailed.md:87", "an event"),
      (storage + "helpers/sre-to-engineering-escalation.md:100", "a form to fill in"),
      (storage + "helpers/troubleshootCeph.md:27", "output of ceph"),
      (storage + "helpers/troubleshootCeph.md:67", "output of ceph"),
      (storage + "helpers/troubleshootCeph.md:96", "output of ceph"),
    ]
    return Dictionary(
      uniqueKeysWithValues: blocks.map { ("openshift-runbooks/alerts/" + $0.0, $0.1) })
  }()
}
