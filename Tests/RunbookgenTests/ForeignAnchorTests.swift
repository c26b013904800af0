import Foundation
import Testing

/// `adopt` on places that other tools name by marks: `{#id}` at headings, labels of MyST.
@Suite struct ForeignAnchorTests {
  private func withSite(_ pages: [String: String], _ body: (URL) throws -> Void) throws {
    let config = """
      review_every: P1Y
      defaults: [{paths: "**", values: {kind: concept, owner: x, reviewed: 2026-11-01}}]

      """
    try Tool.withFiles(
      pages.merging(["runbookgen.yml": config], uniquingKeysWith: { $1 }), body)
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("content/" + name), encoding: .utf8)
  }

  private func adopt(_ paths: [String] = [], in folder: URL) throws -> CommandResult {
    try Tool.run(["adopt", "--write"] + paths, in: folder)
  }

  private func errors(in folder: URL) throws -> String {
    try Tool.run(["check", "--format", "concise", "--today", "2026-11-23"], in: folder).output
      .split(separator: "\n").filter { $0.contains(" error[") }.joined(separator: "\n")
  }

  @Test func idsOfHeadingsBecomeTheHeadingsOwnAnchors() throws {
    let pages = [
      "content/a.md": """
      # A

      [one](#stop) [two](#the-pods) [three](b.md#go) [four](#restart-the-pods-the-pods-unlisted)

      ## Restart the `pods` {#the-pods .unlisted}

      ## Stop { #stop }

      ### Stop {: #again title="x"}

      `{#code}` and ## no {#heading}

      """,
      "content/b.md": "# B\n\n[back](a.md#again)\n\nGo on {#go}\n-----\n\nText.\n",
    ]
    try withSite(pages) { folder in
      #expect(try errors(in: folder).contains("there is no heading `#the-pods` on this page"))
      let result = try adopt(in: folder)
      #expect(result.errors.contains("4 links, 4 explicit anchors"), "\(result.errors)")
      let first = try text("a.md", in: folder)
      #expect(
        first.contains(
          "[one](#stop) [two](#restart-the-pods) [three](b.md#go-on) [four](#restart-the-pods)\n"),
        "\(first)")
      #expect(first.contains("## Restart the `pods`\n\n## Stop\n\n### Stop\n\n`{#code}` and ## no"))
      #expect(first.hasSuffix("## no {#heading}\n"))
      #expect(
        try text("b.md", in: folder)
          == "# B\n\n[back](a.md#stop-1)\n\nGo on\n-----\n\nText.\n")
      #expect(try errors(in: folder) == "")
      #expect(try Tool.run(["adopt"], in: folder).output == "")
    }
  }

  @Test func labelsOfMySTLeadToWhatTheyStandBefore() throws {
    let pages = [
      "content/a.md": """
      (top:a)=
      # All of it

      (one)=
      (ONE:two)=

      ## Restart *now* | `x`

      (para)=
      Text. (1)= and (x)=

      (taken)=

      ```bash
      (code)=
      ```

      """,
      "content/b.md": """
      # B

      [](#one:two), [t](#para), [](#top:a), [](a.md), [u](a.md#one), [v](#taken), [w](#nowhere)

      (taken)=
      ## Own

      """, "content/c.md": "# C\n\n[x](#taken) [y](#own)\n\n## Own\n",
    ]
    try withSite(pages) { folder in
      let result = try adopt(in: folder)
      #expect(result.errors.contains("6 links, 6 explicit anchors"), "\(result.errors)")
      #expect(
        try text("a.md", in: folder)
          == """
          # All of it

          ## Restart *now* | `x`

          Text. (1)= and (x)=

          ```bash
          (code)=
          ```

          """)
      let second = try text("b.md", in: folder)
      #expect(
        second.contains(
          """
          [Restart now \\| x](a.md#restart-now--x), [t](a.md#restart-now--x), [All of it](a.md#all-of-it), \
          [All of it](a.md), [u](a.md#restart-now--x), [v](#own), [w](#nowhere)
          """), "\(second)")
      // Two pages have the label: which is meant is for the author to say.
      #expect(try text("c.md", in: folder) == pages["content/c.md"])
    }
  }

  @Test func onlyTheNamedPagesChange() throws {
    let pages = [
      "content/a.md": "# A\n\n## X {#x}\n\n[b](b.md#y) [c](#l)\n",
      "content/b.md": "# B\n\n[a](a.md#x)\n\n## Y {#y}\n\n(l)=\n## Z\n\nText.\n",
    ]
    try withSite(pages) { folder in
      _ = try adopt(["content/a.md"], in: folder)
      #expect(try text("a.md", in: folder) == "# A\n\n## X\n\n[b](b.md#y-y) [c](b.md#z)\n")
      #expect(try text("b.md", in: folder) == pages["content/b.md"])
      _ = try adopt(in: folder)
      #expect(try text("a.md", in: folder) == "# A\n\n## X\n\n[b](b.md#y) [c](b.md#z)\n")
      // The mark is gone that this link names.
      #expect(try text("b.md", in: folder).contains("# B\n\n[a](a.md#x)\n\n## Y\n"))
      #expect(try errors(in: folder) == "")
      let none = try Tool.run(["adopt", "--no-links"], in: folder)
      #expect(none.errors.contains("nothing to add"))
    }
  }

  @Test func addressesOfHugoAreInLowerCase() throws {
    let pages = [
      "content/a.md": "# A\n\n[x](../ref/getshard/#one) [y](ref/listall) [z](../a/#a) [w](../b/)\n",
      "content/ref/GetShard.md": "# G\n\n## One\n\nText.\n",
      "content/ref/ListAll/_index.md": "# L\n", "content/b.md": "# B\n", "content/B/index.md": "",
    ]
    try withSite(pages) { folder in
      _ = try Tool.run(["fix", "--write"], in: folder)
      #expect(
        try text("a.md", in: folder)
          == "# A\n\n[x](ref/GetShard.md#one) [y](ref/ListAll/_index.md) [z](a.md#a) [w](b.md)\n")
    }
  }
}
