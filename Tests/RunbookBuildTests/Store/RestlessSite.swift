import RunbookBuild
import RunbookModel
import TestSupport
import Testing

/// A site on the disk that changes at random, in everything that a page can depend on.
struct RestlessSite {
  let folder: TemporaryFolder
  private var numbers: SeededNumbers
  private(set) var pages: [String] = []
  private var made = 0
  /// The pages of the site that `takeBack` goes back to.
  private var remembered: [String] = []
  /// What was done so far, for whoever has to understand a failure.
  private(set) var story: [String] = []

  static let words = [
    "cache", "node", "quota", "shard", "token", "leader", "replica", "traffic", "balancer", "zone",
  ]
  private static let commands = [
    "kubectl get pods -n <namespace>", "kubectl delete pod <pod-name> -n <namespace>",
    "aws ec2 describe-instances --region <aws-region>", "systemctl restart kubelet",
    "mytool -v <pod-name>", "journalctl -u kubelet --since today", "df -h <pod-name>",
  ]

  init(pageCount: Int, seed: UInt64) throws {
    folder = try TemporaryFolder()
    numbers = SeededNumbers(seed: seed)
    folder.shell(
      "mkdir -p project/content/a/b project/content/c project/programs project/templates")
    try write("runbookgen.yml", configuration("Runbooks", ["b"]))
    try write("confluence-pages.yml", "content/index.md: 1\n")
    try write("programs/mytool.yml", "source: its help\nsynopsis: mytool [-v] [NAME...]\n")
    try write("templates/words/en.yml", "search: Search\n")
    try write("content/a/picture.svg", Self.picture(10))
    try write("trends.jsonl", Self.days(1))
    for _ in 0..<pageCount { try addPage() }
  }

  var project: String { folder.path + "/project" }

  func write(_ path: String, _ text: String) throws {
    folder.shell("mkdir -p \"$(dirname 'project/\(path)')\"")
    try Disk.replaceFile(project + "/" + path, with: Array(text.utf8))
  }

  /// What edits at random make wrong most often, which is to keep no build from being published.
  private static let lenient = [
    "alias-conflict", "command-unknown-option", "context-missing-tool", "context-not-entered",
    "include-cycle", "include-target", "include-value",
    "link-broken", "quickref-drift", "step-duplicate", "title-duplicate",
  ]

  // MARK: Edits

  private static let edits: [(name: String, edit: @Sendable (inout RestlessSite) throws -> Void)] =
    [
      ("text", { try $0.change { $0 + "\nMore about the \($1).\n" } }),
      ("text above", { try $0.change { $0.replacing("## Steps", with: "Of \($1).\n\n## Steps") } }),
      ("title", { try $0.changeLine(of: "title: ") { "title: The \($0)" } }),
      ("no title", { try $0.changeLine(of: "title: ") { "# title was \($0)" } }),
      ("summary", { try $0.changeLine(of: "summary: ") { "summary: Of the \($0)." } }),
      ("order", { try $0.changeLine(of: "order: ") { "order: \($0.utf8.count)" } }),
      (
        "context",
        { try $0.changeLine(of: "context: ") { "context: \($0 < "n" ? "node" : "admin")" } }
      ),
      (
        "draft",
        { try $0.changeLine(of: "lifecycle: ") { "lifecycle: \($0 < "n" ? "draft" : "active")" } }
      ),
      ("tags", { try $0.changeLine(of: "tags: ") { "tags: [\($0)]" } }),
      (
        "reviewed",
        { try $0.changeLine(of: "reviewed: ") { "reviewed: 20\($0 < "n" ? 25 : 26)-10-30" } }
      ),
      ("heading", { try $0.changeLine(of: "### ") { "### Look at the \($0)" } }),
      ("step", { try $0.changeLine(of: "```bash") { "```bash {step=see-the-\($0)}" } }),
      (
        "command",
        { site in
          let command = site.any(Self.commands)
          try site.changeLine(of: "kubectl ") { _ in command }
        }
      ),
      (
        "row",
        { site in
          let command = site.any(Self.commands)
          try site.changeLine(of: "| See ") { "| See the \($0) | `\(command)` |" }
        }
      ),
      (
        "link",
        { site in
          let target = site.any(site.pages)
          let anchor = site.any(["", "#steps", "#quick-reference", "#look-at-the-node", "#nowhere"])
          try site.change { text, _ in text + "\nSee [the other](/\(target)\(anchor)).\n" }
        }
      ),
      (
        "include",
        { site in
          let target = site.any(site.pages)
          let anchor = site.any([
            "", "#steps", "#look-at-the-node", "#step-see-the-node", "#nowhere",
          ])
          let value = site.any(["", "", " namespace=shop", " pod-name='two words'"])
          try site.change { text, word in
            let link = "[The \(word)](/\(target)\(anchor) \"include\(value)\")"
            return word < "n"
              ? text + "\n\(link)\n" : text.replacing("## Steps", with: "\(link)\n\n## Steps")
          }
        }
      ),
      (
        "no include",
        { try $0.change { text, _ in text.replacing("include", with: "see") } }
      ),
      (
        "prerequisite",
        { site in
          let target = site.any(site.pages)
          try site.changeLine(of: "prerequisites: ") { _ in "prerequisites: [\"/\(target)\"]" }
        }
      ),
      ("alias", { try $0.changeLine(of: "aliases: ") { "aliases: [old/\($0).md]" } }),
      ("picture", { try $0.change { $0 + "\n![A \($1)](/a/picture.svg)\n" } }),
      (
        "allowance",
        {
          try $0.change { $0 + "\n<!-- runbookgen-allow todo-left: it is \($1) -->\nTODO: \($1)\n" }
        }
      ),
      (
        "byte",
        { site in
          // The last line, with a byte that is no text or with what stands for one.
          let (path, byte) = (site.any(site.pages), site.any(["\\xFF", "?"]))
          site.folder.shell("sed -i '$ s/^.*$/Byte \(byte)/' project/content/\(path)")
        }
      ),
      ("new page", { try $0.addPage() }),
      ("page gone", { try $0.removePage() }),
      ("page moved", { try $0.movePage() }),
      (
        "asset",
        { site in
          try site.write("content/a/picture.svg", Self.picture(site.any([10, 20, 30])))
        }
      ),
      (
        "new asset",
        { site in
          try site.write("content/c/\(site.any(Self.words)).txt", site.any(Self.words))
        }
      ),
      (
        "configuration",
        { site in
          let text = site.configuration(
            "The \(site.any(["wiki", "runbooks"]))", site.any([["b"], ["a", "b"], []]))
          try site.write("runbookgen.yml", text)
        }
      ),
      (
        "addresses",
        { site in
          let book = site.pages.filter { _ in site.chance(3) }.enumerated().map {
            "content/\($1): \($0 + 1)\n"
          }
          try site.write(
            "confluence-pages.yml", book.isEmpty ? "content/index.md: 1\n" : book.joined())
        }
      ),
      ("trends", { try $0.write("trends.jsonl", Self.days($0.any([1, 2, 3, 4]))) }),
      (
        "words",
        { try $0.write("templates/words/en.yml", "search: Find a \($0.any(Self.words))\n") }
      ),
      (
        "template",
        { site in
          try site.write("templates/footer.mustache", "<p>The \(site.any(Self.words)).</p>\n")
        }
      ),
      (
        "program",
        { site in
          let options = site.any(["[-v]", "[-v] [-q]", "[-q]"])
          try site.write(
            "programs/mytool.yml", "source: its help\nsynopsis: mytool \(options) [NAME...]\n")
        }
      ),
    ]

  mutating func edit() throws {
    let (name, edit) = any(Self.edits)
    story.append(name)
    try edit(&self)
  }

  /// Keeps the site as it is now.
  mutating func remember() {
    folder.shell("rm -rf good && cp -a project good")
    remembered = pages
  }

  /// Takes back what was done since the site was remembered, and touches no other file.
  mutating func takeBack() {
    folder.shell(
      "(cd project && find . -type f) | while read -r f; do [ -e \"good/$f\" ] || rm \"project/$f\"; done;"
        + " (cd good && find . -type f) | while read -r f; do cmp -s \"good/$f\" \"project/$f\""
        + " || { mkdir -p \"$(dirname \"project/$f\")\"; cp -a \"good/$f\" \"project/$f\"; }; done")
    pages = remembered
    story.append("taken back")
  }

  /// Damages a file of a folder: one byte, or its end.
  mutating func damage(_ cache: String) {
    let way = any([
      "printf X | dd of=\"$f\" bs=1 seek=$(( s / 2 )) conv=notrunc", "truncate -s -9 \"$f\"",
      ": > \"$f\"",
    ])
    let number = Int.random(in: 1...40, using: &numbers)
    story.append("damage")
    folder.shell(
      "f=$(find \(cache) -type f | sort | sed -n \(number)p); [ -n \"$f\" ] && s=$(stat -c %s \"$f\") && \(way)"
    )
  }

  // MARK: Parts

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

  mutating func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &numbers)]
  }

  private mutating func change(_ edit: (String, String) -> String) throws {
    let path = any(pages)
    let text = String(decoding: try Disk.read("\(project)/content/\(path)"), as: UTF8.self)
    try write("content/\(path)", edit(text, any(Self.words)))
  }

  /// Replaces the first line of a page that starts so, if there is one.
  private mutating func changeLine(of start: String, _ edit: (String) -> String) throws {
    let word = any(Self.words)
    try change { text, _ in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return text }
      lines[index] = edit(word)
      return lines.joined(separator: "\n")
    }
  }

  private mutating func addPage() throws {
    made += 1
    let path =
      made == 1 ? "index.md" : any(["", "a/", "a/b/", "c/"]) + any(["p", "q"]) + "\(made).md"
    let isIndexed = made % 9 == 0 && !pages.contains("c/index.md")
    pages.append(isIndexed ? "c/index.md" : path)
    let other = any(pages)
    let (first, second) = (any(Self.commands), any(Self.commands))
    try write(
      "content/\(pages[pages.count - 1])",
      """
      ---
      kind: \(any(["runbook", "reference"]))
      title: Of the \(any(Self.words)) \(made)
      summary: About the \(any(Self.words)).
      owner: Platform
      reviewed: 2026-10-30
      review_every: P6M
      lifecycle: active
      order: \(made)
      tags: [\(any(Self.words))]
      aliases: [was/\(made).md]
      context: admin
      prerequisites: [\(any(Self.words))]
      inputs:
        pod-name: {type: k8s-name, example: "p"}
        namespace: {type: k8s-name, example: "n"}
        aws-region: {type: aws-region, example: "eu-central-1"}
      tables: [{under: quick-reference, schema: quick-reference, task: Task, command: Command}]
      ---

      Words about the \(any(Self.words)) and [another](/\(other)#steps).
      \(chance(2) ? "\n## Before\n\n[It](/\(other)#do-it \"include\")\n" : "")
      ## Steps

      ### Look at the \(any(Self.words))

      ```bash {step=look}
      \(first)
      ```

      ### Do it

      ```bash {in=node}
      kubectl get nodes
      \(second)
      ```

      ## Quick reference

      | Task | Command |
      | --- | --- |
      | See it | `\(any(Self.commands))` |
      | Do it | `\(second)` |

      """)
  }

  private mutating func removePage() throws {
    guard pages.count > 3 else { return }
    let path = pages.remove(at: Int.random(in: 1..<pages.count, using: &numbers))
    folder.shell("rm project/content/\(path)")
  }

  private mutating func movePage() throws {
    made += 1
    let number = Int.random(in: 1..<pages.count, using: &numbers)
    let path = any(["", "a/", "c/"]) + "moved\(made).md"
    folder.shell("mv project/content/\(pages[number]) project/content/\(path)")
    pages[number] = path
  }

  private mutating func configuration(_ title: String, _ contexts: [String]) -> String {
    """
    site: {title: \(title), base_url: "https://wiki.example.com/"}
    directories: {programs: programs}
    trends: trends.jsonl
    rules:
      anchor-broken: \(any(["warning", "warning", "error"]))
      todo-left: \(any(["info", "warning"]))
    \(Self.lenient.map { "  \($0): warning" }.joined(separator: "\n"))
    confluence: {url: "https://example.atlassian.net/wiki", space: OPS}
    contexts:
      admin: {title: Admin, programs: [kubectl, aws, mytool]}
      node: {title: The node, entered_by: {from: admin, command: kubectl exec}}
    \(contexts.map { "  \($0): {title: Context \($0)}\n" }.joined())
    """
  }

  /// Records of the first days of a month.
  static func days(_ count: Int) -> String {
    (1...count).map {
      """
      {"day":"2026-10-0\($0)","pages":9,"found":8,"known":7,"validated":6,"errors":\($0),"warnings":4,"overdue":3}

      """
    }.joined()
  }

  private static func picture(_ size: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size)\" height=\"\(size)\"></svg>"
  }
}
