import RunbookBuild
import RunbookModel
import Testing

/// Pairs of states of a page, and what differs between them for whoever runs it.
@Suite struct SiteComparisonTests {
  static let config = """
    site: {title: Ops}
    contexts:
      laptop: {title: Your laptop, prompt: "$ "}
      node: {title: A node, prompt: "# ", entered_by: {from: laptop, command: ssh <node>}}
    environments:
      test: {}
      prod: {}
    """

  static let page = """
    ---
    kind: runbook
    title: Drain a node
    owner: {team: Platform, contact: "#platform"}
    reviewed: 2026-01-01
    review_every: P1Y
    context: laptop
    environments: [test, prod]
    escalation: [{after: PT30M, to: Platform}]
    inputs:
      node: {type: k8s-name, example: node-1, from: "step:find"}
      pod: {type: k8s-name}
    tables:
      - {under: quick-reference, schema: quick-reference, task: Task, command: Command}
    ---

    > [!WARNING]
    > Only one node at a time.

    ## Procedure

    ### Step 1: Find the node

    It is the one that the alert
    names.

    ```bash {step=find expect="node-1 Ready"}
    kubectl get nodes --output wide
    kubectl get pods -n kube-system | grep -v 'Running or Completed'
    ```

    ### Step 2: Tell the others

    Write to the channel.

    ### Step 3: Drain it

    > [!CAUTION]
    > This evicts every pod.

    ```bash {step=drain expect=drained}
    kubectl drain <node> --ignore-daemonsets --timeout=10m
    for attempt in 1 2 3; do kubectl get node <node>; done
    ```

    ### Step 4: Restart it

    ```console {in=node}
    # systemctl restart kubelet
    # echo done > /tmp/state
    ```

    ```yaml
    kind: Node
    spec: {unschedulable: true}
    ```

    ## Rollback

    ### Bring it back

    ```bash {effect=destructive}
    kubectl uncordon <node>
    ```

    ## Quick reference

    | Task | Command |
    |---|---|
    | Find the node | `kubectl get nodes -o wide` |
    | Drain it | `kubectl drain <node>` |

    """

  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    /// Texts of the page, and what stands in their place after.
    let edits: [(String, String)]
    /// What has to be told, in the order of the page.
    let told: [String]

    init(_ name: String, _ edits: [(String, String)], _ told: [String] = []) {
      (self.name, self.edits, self.told) = (name, edits, told)
    }

    var testDescription: String { name }
  }

  static let changing: [Pair] = [
    Pair("a value of an option", [("=10m", "=30s")], ["command-changed: --timeout: 10m → 30s"]),
    Pair(
      "an option more", [("daemonsets --t", "daemonsets --force --t")],
      ["command-changed: --force added"]),
    Pair("a letter that is no option", [("-n kube", "-Ln kube")], ["command-changed"]),
    Pair("an option that there is not", [("--output wide", "--outputs wide")], ["command-changed"]),
    Pair(
      "an option less", [(" --ignore-daemonsets", "")],
      ["command-changed: --ignore-daemonsets removed"]),
    Pair(
      "another verb, which destroys",
      [("kubectl get node <node>; done", "kubectl delete node <node>; done")],
      ["command-changed: verb: get → delete", "effect-raised: read → destructive"]),
    Pair(
      "another argument", [("get nodes --o", "get pods --o")],
      ["command-changed: argument: nodes → pods"]),
    Pair(
      "another namespace", [("-n kube-system", "-n monitoring")],
      ["command-changed: --namespace: kube-system → monitoring"]),
    Pair(
      "another placeholder", [("drain <node>", "drain <pod>")],
      ["command-changed: argument: <node> → <pod>"]),
    Pair(
      "a loop that goes on longer", [("1 2 3;", "1 2 3 4;")],
      ["command-changed: what surrounds the command: pipes, redirections or variables"]),
    Pair(
      "appended instead of written", [("done > /", "done >> /")],
      ["command-changed: what surrounds the command: pipes, redirections or variables"]),
    Pair(
      "a command more",
      [("kubectl uncordon <node>", "kubectl uncordon <node>\nkubectl delete pod <pod>")],
      ["command-added: in laptop", "destructive-added"]),
    Pair("a command less", [("# echo done > /tmp/state\n", "")], ["command-removed: in node"]),
    Pair(
      "commands in another order",
      [
        (
          "kubectl get nodes --output wide\nkubectl get pods -n kube-system | grep -v 'Running or Completed'",
          "kubectl get pods -n kube-system | grep -v 'Running or Completed'\nkubectl get nodes --output wide"
        )
      ], ["command-moved: order within the step"]),
    Pair(
      "a command in another place",
      [
        (
          "console {in=node}\n# systemctl restart kubelet\n# ",
          "console {in=laptop}\n$ systemctl restart kubelet\n$ "
        )
      ], ["context-changed: node → laptop"]),
    Pair(
      "no confirmation any more", [(" {effect=destructive}", "")],
      ["guard-removed: destructive → write"]),
    Pair("a warning less", [("> [!CAUTION]\n> This evicts every pod.\n", "")], ["warning-removed"]),
    Pair("a warning that is a note", [("[!CAUTION]", "[!NOTE]")], ["warning-removed"]),
    Pair("another expectation", [("expect=drained", "expect=cordoned")], ["expectation-changed"]),
    Pair("no expectation", [(" expect=drained", "")], ["expectation-changed"]),
    Pair(
      "steps in another order",
      [
        ("### Step 2: Tell the others\n\nWrite to the channel.\n\n", ""),
        ("### Step 4: Restart it", "### Step 3: Restart it"),
        ("### Step 3: Drain it", "### Step 2: Drain it"),
        ("## Rollback\n", "### Step 4: Tell the others\n\nWrite to the channel.\n\n## Rollback\n"),
      ], ["step-moved: now after \"Restart it\""]),
    Pair(
      "a step less that only people do",
      [("### Step 2: Tell the others\n\nWrite to the channel.\n\n", "")], ["step-removed"]),
    Pair(
      "another type of a value", [("pod: {type: k8s-name}", "pod: {type: string}")],
      ["input-changed: type k8s-name → type string"]),
    Pair(
      "another owner and day",
      [("team: Platform,", "team: Storage,"), ("2026-01-01", "2026-02-01")],
      ["metadata-changed: owner", "metadata-changed: reviewed"]),
    Pair(
      "another row of the quick reference",
      [("`kubectl drain <node>`", "`kubectl drain <node> --force`")], ["quick-reference-changed"]),
    Pair(
      "another manifest", [("unschedulable: true", "unschedulable: false")], ["content-changed"]),
  ]

  static let same: [Pair] = [
    Pair("a paragraph wrapped anew", [("the alert\nnames.", "the\nalert names.")]),
    Pair(
      "a paragraph in other words",
      [("It is the one that the alert\nnames.", "The alert names it.")]),
    Pair("another label of the fence", [("```bash {step=drain", "```sh {step=drain")]),
    Pair("a title of the fence", [("{step=drain", "{title=\"On the node\" step=drain")]),
    Pair("a name of the step", [("{step=drain", "{step=drain-it")]),
    Pair("other quotes", [("'Running or Completed'", "\"Running or Completed\"")]),
    Pair("quotes that say nothing", [("wide\n", "'wide'\n")]),
    Pair("a long option for a short one", [("-n kube", "--namespace kube")]),
    Pair("a value after a space", [("--timeout=10m", "--timeout 10m")]),
    Pair("lines joined", [("--ignore-daemonsets --t", "--ignore-daemonsets \\\n  --t")]),
    Pair("more space", [("kubectl get nodes --o", "kubectl  get   nodes --o")]),
    Pair(
      "a comment",
      [("kubectl uncordon <node>", "# Pods may be placed again.\nkubectl uncordon <node>")]),
    Pair(
      "a loop over lines",
      [
        (
          "for attempt in 1 2 3; do kubectl get node <node>; done",
          "for attempt in 1 2 3\ndo\n  kubectl get node <node>\ndone"
        )
      ]),
    Pair(
      "a prompt instead of a label",
      [
        (
          "```console {in=node}\n# systemctl restart kubelet\n# echo",
          "```bash {in=node}\nsystemctl restart kubelet\necho"
        )
      ]),
    Pair(
      "a block in two",
      [
        (
          "--output wide\nkubectl get pods",
          "--output wide\n```\n\nThen the pods:\n\n```bash\nkubectl get pods"
        )
      ]),
    Pair("another heading of a step", [("Step 1: Find the node", "Step 1: Which node is it?")]),
    Pair("another heading of a step for people", [("Tell the others", "Say so in the channel")]),
    Pair("a warning wrapped anew", [("> This evicts every pod.", "> This evicts\n> every pod.")]),
    Pair(
      "a comment and an empty line in a manifest", [("kind: Node\n", "# As it is.\n\nkind: Node\n")]
    ),
    Pair(
      "another summary",
      [("title: Drain a node\n", "title: Drain a node\nsummary: How to drain one.\n")]),
    Pair(
      "a task with another name, a row elsewhere",
      [
        (
          "| Find the node | `kubectl get nodes -o wide` |\n| Drain it | `kubectl drain <node>` |",
          "| Drain a node | `kubectl drain <node>` |\n| Find the node | `kubectl get nodes --output=wide` |"
        )
      ]),
    Pair(
      "an indented block of the same",
      [
        (
          "### Step 3: Drain it\n",
          "### Step 3: Drain it\n\nLook first whether there is room elsewhere.\n"
        )
      ]),
  ]

  private func states(_ pair: Pair) async throws -> SiteComparison {
    var after = Self.page
    for (from, to) in pair.edits {
      try #require(after.contains(from), "\(from) is not on the page")
      after = after.replacing(from, with: to, maxReplacements: 1)
    }
    return try await compare(["a": Self.page], ["a": after])
  }

  private func compare(
    _ before: [String: String], _ after: [String: String]
  ) async throws -> SiteComparison {
    try await site(before).compared(with: site(after))
  }

  private func site(_ pages: [String: String]) async throws -> SiteProcedures {
    let folder = try TemporaryFolder()
    try #require(folder.shell("mkdir content") == 0)
    try Disk.replace(folder.path + "/runbookgen.yml", with: Array(Self.config.utf8))
    for (name, page) in pages {
      try Disk.replace(folder.path + "/content/\(name).md", with: Array(page.utf8))
    }
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-06-01")))
    options.project = folder.path
    return try await SiteProcedures.read(options)
  }

  /// `kind: detail, detail`
  private func told(_ comparison: SiteComparison) -> [String] {
    comparison.changes.map { change in
      let details = change.details.joined(separator: ", ")
      return change.kind.rawValue + (details.isEmpty ? "" : ": " + details)
    }
  }

  @Test(arguments: changing) func whatChangesIsTold(_ pair: Pair) async throws {
    let told = told(try await states(pair))
    #expect(told.count == pair.told.count, "\(told)")
    for (found, wanted) in zip(told, pair.told) {
      #expect(found == wanted || found.hasPrefix(wanted), "\(told)")
    }
  }

  @Test(arguments: same) func whatIsWrittenOtherwiseIsNot(_ pair: Pair) async throws {
    let told = told(try await states(pair))
    #expect(told == [])
  }

  @Test func aPageThatWasRenamedIsComparedWithWhatItWas() async throws {
    let other = "---\ntitle: Disks\n---\n\n```bash\ndf -h\n```\n"
    let changed = Self.page.replacing("=10m", with: "=1m")
    let comparison = try await compare(["a": Self.page, "b": other], ["c": changed, "b": other])
    #expect(told(comparison) == ["page-renamed", "command-changed: --timeout: 10m → 1m"])
  }

  @Test func aPageThatIsNewOrGoneIsOneChange() async throws {
    let added = try await compare(["b": ""], ["a": Self.page, "b": ""])
    #expect(told(added) == ["page-added: 8 commands", "destructive-added", "destructive-added"])
    let removed = try await compare(["a": Self.page, "b": ""], ["b": ""])
    #expect(told(removed) == ["page-removed: 8 commands"])
  }
}
