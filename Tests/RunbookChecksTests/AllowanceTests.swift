import RunbookModel
import TestSupport
import Testing

/// What an allowance covers: the block after it, or the page, and nothing else.
@Suite struct AllowanceTests {
  private static let rules = ["todo-left", "code-prompt-mixed"]

  /// The findings of a page about allowances and things left to do, as `rule:line`.
  private func found(_ page: String, isStrict: Bool = false, config: String? = nil) -> [String] {
    let text = "---\nkind: concept\n---\n" + page
    let configuration = config.map { [(path: "runbookgen.yml", text: $0)] } ?? []
    let site = ExampleSite([(path: "content/page.md", text: text)] + configuration)
    return site.diagnostics(isStrict: isStrict)
      .filter { $0.id.hasPrefix("allowance") || Self.rules.contains($0.id) }
      .map { finding in
        let file = site.files.first { $0.path == finding.range.file }
        let line = file.map { $0.lines.line(at: finding.range.bytes.lowerBound) - 2 } ?? 0
        return "\(finding.id):\(line)"
      }
  }

  private static let allow = "<!-- runbookgen-allow todo-left: it is quoted -->"

  @Test func theNextBlockOnly() {
    #expect(found("\(Self.allow)\nTODO: a.\n\nTODO: b.") == ["todo-left:4"])
    #expect(found("\(Self.allow)\n\n- TODO: a.\n- b\n\n  TODO: c.\n\nTODO: d.") == ["todo-left:8"])
    #expect(found("> \(Self.allow)\n> TODO: a.\n\nTODO: b.") == ["todo-left:4"])
    #expect(found("1. \(Self.allow)\n   TODO: a.\n2. TODO: b.") == ["todo-left:3"])
    #expect(found("\(Self.allow)\n\n```bash\nls\n# TODO: x\n```\n") == [])
  }

  /// Thousands of comments on a page, as somebody might send them, cost no more than its text.
  @Test func manyAllowancesAreQuick() {
    let isLinear = Growth.isLinear(upTo: 800) { size in
      String(repeating: Self.allow, count: size) + "\n\nTODO: a.\n\n"
        + String(repeating: "\(Self.allow)\nTODO: a.\n\n", count: size)
    } work: { page in
      _ = found(page)
    }
    #expect(isLinear)
  }

  @Test func commentsStandTogether() {
    let other = "<!-- runbookgen-allow code-prompt-mixed: as it was typed -->"
    let block = "- TODO: a.\n\n  ```bash\n  $ ls\n  ls -l\n  ```\n"
    for text in ["\(Self.allow)\n\(other)\n\n", "\(Self.allow) \(other)\n"] {
      #expect(found(text + block) == [], "\(text)")
    }
    #expect(found("\(Self.allow)\n\n<!-- a note -->\n\nTODO: a.").count == 2)
  }

  @Test func ofAFindingForManyPlacesOnlyThoseThatAreAllowed() {
    let allow = "<!-- runbookgen-allow code-prompt-mixed: as it was typed -->\n\n"
    let block = "```bash\n$ ls\nls -l\n```\n\n"
    #expect(found(block + block) == ["code-prompt-mixed:1"])
    #expect(found(allow + block + block) == ["code-prompt-mixed:8"])
    #expect(found(block + allow + block) == ["code-prompt-mixed:1"])
    #expect(found(allow + block + allow + block) == [])
  }

  @Test func thePage() {
    let page = "---\nallow: {todo-left: it is quoted}\n---\nTODO: a.\n\nTODO: b."
    let site = ExampleSite([(path: "content/page.md", text: page)])
    #expect(!site.diagnostics().contains { $0.id == "todo-left" })
  }

  /// A site gives the same allowance to all of its pages, not all of which need it.
  @Test func whatTheConfigurationGivesIsNotCounted() {
    let config = "defaults:\n  - {paths: \"**\", values: {allow: {todo-left: quoted}}}\n"
    #expect(found("TODO: a.", config: config) == [])
    #expect(found("Done.", config: config) == [])
  }

  @Test func aRuleThatIsOffIsStillFound() {
    #expect(found("\(Self.allow)\nTODO: a.", config: "rules: {todo-left: off}\n") == [])
  }

  @Test func strictMakesAnErrorOfWhatIsUnused() {
    let page = "---\nallow: {todo-left: it is quoted}\n---\nDone."
    let site = ExampleSite([(path: "content/page.md", text: page)])
    let finding = site.diagnostics(isStrict: true).first { $0.id == "allowance-unused" }
    #expect(finding?.severity == .error)
  }

  @Test func whatIsNoAllowanceSaysWhatToWrite() {
    for comment in [
      "<!-- runbookgen-allow -->", "<!-- runbookgen-allow: reason -->",
      "<!--runbookgen-allow todo-left:-->", "<!-- runbookgen-allow todo-left, x: reason -->",
      "<!-- runbookgen-ignore todo-left: reason -->",
    ] {
      let both = ["allowance-invalid:1", "todo-left:2"]
      #expect(found("\(comment)\nTODO: a.") == both, "\(comment)")
    }
    #expect(found("TODO: a.\n\n\(Self.allow)\n") == ["todo-left:1", "allowance-invalid:3"])
    let cell = found("| A |\n|---|\n| \(Self.allow) TODO |")
    #expect(cell == ["allowance-invalid:3", "todo-left:3"])
    #expect(found("Write `\(Self.allow)` before it.\n\n```html\n\(Self.allow)\n```\n") == [])
  }
}
