import RunbookModel

enum IncludeValue {
  private static let shared = (
    path: "content/open.md",
    text: """
    ---
    inputs:
      node: {type: k8s-name}
      token: {type: string, secret: true}
    ---

    Look at `<node>`.

    ```bash
    kubectl get node <node>
    ```
    """
  )

  static let rule = Rule(
    "include-value", .error, "an include gives its text a wrong value, or none",
    rationale: """
      What an include says after the word `include` is put into the place of the placeholders of its
      text: `"include node=worker-1"`. A value has to fit what the text says of it under `inputs`, and
      is quoted for the shell that reads it, so that it stays one value. An input without a value is
      filled in by the reader, and the page that includes it declares it.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "[Open](open.md \"include node=worker-1\")"), shared,
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ninputs: {host: {type: k8s-name}}\n---\n\n[Open](open.md \"include node=<host>\")"
        ), shared,
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ninputs: {node: {type: k8s-name}}\n---\n\n[Open](open.md \"include\")"
        ), shared,
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "▸[Open](open.md \"include node='$(id)'\")"), shared,
      ]),
      Rule.Example(files: [("content/page.md", "▸[Open](open.md \"include\")"), shared]),
      Rule.Example(files: [
        ("content/page.md", "▸[Open](open.md \"include node=a nod=b\")"), shared,
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "▸[Open](open.md \"include node=a node=b\")\n\n"
            + "▸[Open](open.md \"include node=a token=t\")\n\n"
            + "▸[Open](open.md \"include node=a the rest\")"
        ), shared,
      ]),
      Rule.Example(files: [
        ("content/page.md", "▸[Run](run.md \"include what='a; b'\")"),
        ("content/run.md", "```bash\necho $((<what> + 1))\n```"),
      ]),
    ],
    check: .reading)
}
