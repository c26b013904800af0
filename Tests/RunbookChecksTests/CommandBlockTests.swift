import RunbookChecks
import RunbookModel
import RunbookParsing
import Testing

@Suite struct CommandBlockTests {
  private func draft(_ text: String) -> PageDraft {
    let file = SourceFile(path: "content/page.md", text: text)
    let path = PagePath("page.md")
    let (summary, _) = Checker.survey(
      RunbookParser.frontMatter(of: file).0, of: file, at: path, SiteConfig()
    ) { nil }
    return Checker.draft(RunbookParser.parse(file, at: path).0, summary.metadata, SiteConfig()).0
  }

  /// A block runs where the block before it runs, in its section or one around it.
  @Test func contextsAreInherited() {
    let page = """
      ---
      context: laptop
      ---

      ```bash
      a
      ```

      ## One

      ```bash {in=node}
      b
      ```

      ### Deeper

      ```bash
      c
      ```

      ## Two

      ```bash
      d
      ```

      ```console {in=pod}
      $ e
      ```

      ```bash
      f
      ```
      """
    let contexts = draft(page).blocks.map { $0.context?.value ?? "-" }
    #expect(contexts == ["laptop", "node", "node", "laptop", "pod", "pod"])
  }

  /// Programs that run a command, however it is written; none runs the stack or the time out.
  @Test(arguments: [
    "env ", "sudo ", "sudo env ", "xargs ", "nohup ", "timeout 1 ", "ssh h ", "docker exec c ",
    "kubectl exec p -- ", "find . -exec ", "env \\\n", "flock f ", "command ",
  ])
  func chainsOfCommandsEnd(_ link: String) {
    let text = "```bash\n" + String(repeating: link, count: 3000) + "ls\n```\n"
    let commands = draft(text).blocks.flatMap(\.commands)
    #expect(commands.count <= 24 && commands.count > 1)
    let site = ExampleSite([("content/page.md", text)])
    #expect(site.diagnostics().contains { $0.id == "nesting-too-deep" })
  }

  @Test func commandsInsideCommandsAreFound() {
    let names = draft("```bash\na $(b | c) && (d; e)\nif f; then g; fi\n```\n").blocks
      .flatMap { $0.commands.compactMap(\.name) }
    #expect(names == ["a", "b", "c", "d", "e", "f", "g"])
  }

  @Test func functionsOfTheScriptAreNoPrograms() {
    let names = draft("```bash\ngo() { a; }\ngo now\n```\n").blocks
      .flatMap { $0.commands.compactMap(\.name) }
    #expect(names == ["a"])
  }

  @Test func aQuickReferenceIsMadeFromTheSteps() throws {
    let page = """
      ---
      tables: [{under: reference, schema: quick-reference, generate: true}]
      ---
      ## Steps

      1. First

         ```bash {in=node quickref="Errors"}
         journalctl -p err \\
           -n 5 | tail
         ```

      ```bash
      date
      ```

      ## Reference

      Text.

      ## After
      """
    let draft = draft(page)
    let table = try #require(draft.tables.first)
    guard case .quickReference(let reference) = table.content else {
      Issue.record("not a quick reference")
      return
    }
    #expect(reference.rows.map(\.task) == ["Errors"])
    #expect(reference.rows.flatMap { $0.commands.map(\.text) } == ["journalctl -p err -n 5 | tail"])
    let kinds = draft.page.document.blocks.map { block in
      if case .table = block.kind {
        "table"
      } else if case .heading = block.kind {
        "heading"
      } else {
        ""
      }
    }
    #expect(kinds == ["heading", "", "", "heading", "", "table", "heading"])
  }
}
