import RunbookBuild
import RunbookChecks
import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A page from its bytes to every output: the pipeline as it is, over a site of that page and a second
/// one, with every rule off that can be, so that errors do not keep a page from being rendered.
enum MarkdownTarget {
  static let target = FuzzTarget(
    name: "markdown", seeds: texts.map { Array($0.utf8) },
    tokens: [
      "\n", "\n\n", "# ", "## ", "> ", "> [!NOTE]\n> ", "- ", "1. ", "- [x] ", "    ", "\t",
      "```bash\n", "```",
      "~~~", "{in=host step=a}", "|", "\n|-|:-:|\n", "\\|", "[a](b.md#c)", "![", "](",
      "<https://x>", "[^1]",
      "\n[^1]: ", "<details><summary>", "</details>", "<b>", "<!--", "-->", "&amp;", "&#0;", "\\",
      "*", "**",
      "_", "~~", "`", "<name>", "\u{0}", "\u{FEFF}", "\r\n", "\u{2028}", "\u{202E}", "]]>", "---\n",
      "[a]: /x \"",
    ]
  ) { input in
    let site = site
    if let code = site.write("content/page.md", input) {
      require(false, "cannot write a page: \(code)")
    }
    do {
      let report = try await Pipeline.build(site.options)
      // Every other rule is switched off or down; this one cannot be.
      let isRefused = report.diagnostics.contains { $0.id == "limit-exceeded" }
      require(
        report.published != nil || isRefused, "not published: \(report.diagnostics.map(\.id))")
      for diagnostic in report.diagnostics {
        if let file = report.sources[diagnostic.range.file] {
          require([diagnostic], pointInto: file)
        }
      }
      if !isRefused { try site.requireWellFormedStorage() }
    } catch {
      require(false, "\(error)")
    }
  }

  private static let site = FuzzSite()

  private static let texts = [
    """
    ---
    kind: runbook
    title: T
    owner: Platform
    reviewed: 2026-11-01
    inputs: {name: {type: text, example: x, description: d}}
    tables: [{under: quick, schema: quick-reference, context: Where}]
    ---
    Intro with *em*, **strong**, ~~gone~~, `code`, [a link](other.md#two "t"), <https://example.com>, a[^1].

    ## Steps

    1. First
       - [x] done
       - [ ] open

    > [!WARNING]
    > Mind the `gap`.

    ```bash {step=one in=workstation expect="ok"}
    kubectl get pod <name> -o json | jq '.x' && echo "$HOME"
    ```

    ```console
    $ uname -a
    Linux
    ```

    ## Quick

    | Task | Command | Where |
    |:--|:-:|--:|
    | Look | `kubectl get pod <name> -o json \\| jq '.x'` | workstation |

    <details><summary>More</summary>

    ![alt](x.png) text<br>more

    </details>

    [^1]: A note.
    """,
    "a\n===\n\n***\n\n* x\n\n  para\n+ y\n\n<div>\n\n*html*\n\n</div>\n\n    code\n\n[r]: /u 'v'\n[r] [x][r]\\\nz  \nq\n",
  ]
}

/// The site that pages are put into, in memory where the system has a place for that.
private struct FuzzSite: Sendable {
  let folder: String
  let options: BuildOptions

  init() {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(root)/runbookgen-fuzz-XXXXXX".utf8CString)
    require(mkdtemp(&template) != nil, "no temporary folder")
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let today = CalendarDate(year: 2026, month: 11, day: 2) else {
      preconditionFailure("no such day")
    }
    var options = BuildOptions(today: today)
    options.project = folder
    self.options = options
    mkdir(folder + "/content", 0o700)
    let off = RuleCatalog.all.map { "  \($0.id): off\n" }.joined()
    let config = """
      site: {title: Fuzz}
      raw_html: trusted
      confluence: {target: cloud}
      contexts:
        workstation: {title: W, programs: [kubectl, jq]}
        host: {title: H, prompt: "# ", entered_by: {from: workstation, command: ssh}}
      rules:
      """
    _ = write("runbookgen.yml", Array((config + "\n" + off).utf8))
    _ = write(
      "content/other.md", Array("---\ntitle: O\n---\n## Two\n\n[back](page.md#steps)\n".utf8))
  }

  /// Returns the error code.
  func write(_ name: String, _ bytes: [UInt8]) -> Int32? {
    let descriptor = open(folder + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    let count = bytes.withUnsafeBytes { buffer in
      #if canImport(Glibc)
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      #else
        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
    return count == bytes.count ? nil : EIO
  }

  func requireWellFormedStorage() throws {
    let tree = try FileTree(folder + "/site")
    for name in tree.files where name.hasSuffix(".xml") {
      let bytes = try tree.read(name)
      if let fault = MarkupBalance.fault(in: bytes) { require(false, "\(name): \(fault)") }
    }
  }
}
