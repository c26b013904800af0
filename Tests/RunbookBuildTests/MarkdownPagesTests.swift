import RunbookBuild
import RunbookModel
import Testing

/// What `assistants: {markdown: true}` publishes.
@Suite struct MarkdownPagesTests {
  private static let page = """
    ---
    kind: concept
    title: Drain
    owner: platform
    reviewed: 2026-11-01
    review_every: P6M
    inputs: {node: {type: k8s-name}}
    ---

    - On the node:

      ```bash {in=node}
      rm -rf /var/lib/<node>
      ```

    > ~~~console
    > $ uptime
    > ~~~

    ```
    kubectl get nodes
    ```

    ```json
    {"a": 1}
    ```

    ```bash
    kubectl delete pod <node>
    ```
    """

  private static func files(_ config: String) async throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write(
      "site: {title: Ops}\ncontexts: {node: {title: A node}}\n" + config, to: "runbookgen.yml")
    try folder.write(page + "\n", to: "content/nodes/drain.md")
    try folder.write("# Home\n\n[Drain](nodes/drain.md)\n", to: "content/index.md")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    _ = try await Pipeline.build(options)
    var found: [String: String] = [:]
    for file in ["llms.txt", "llms-full.txt", "index.md", "nodes/drain.md"] {
      found[file] = try? folder.text("site/" + file)
    }
    return found
  }

  private static let lenient = "rules: {front-matter-missing: off, effect-unknown: off}\n"

  @Test func nothingIsPublishedUnlessItIsAskedFor() async throws {
    let files = try await Self.files(Self.lenient)
    #expect(Set(files.keys) == ["llms.txt"])
  }

  @Test func blocksSayWhatIsKnownOfThem() async throws {
    let files = try await Self.files(Self.lenient + "assistants: {markdown: true}\n")
    let text = try #require(files["nodes/drain.md"])
    let fences = text.split(separator: "\n").map(String.init).filter {
      $0.contains("```") || $0.contains("~~~")
    }
    #expect(
      fences == [
        "  ```bash {in=node effect=destructive confirm=person values=\"node\"}", "  ```",
        "> ~~~console {in=node effect=read}", "> ~~~", "```sh {in=node effect=read}", "```",
        "```json", "```",
        "```bash {in=node effect=destructive confirm=person values=\"node\"}", "```",
      ])
    let all = try #require(files["llms-full.txt"])
    #expect(all.contains("- `node`: A node\n") && all.hasSuffix(text))
    #expect(files["llms.txt"]?.contains("(nodes/drain.md)") == true)
    #expect(files["index.md"] == "# Home\n\n[Drain](nodes/drain.md)\n")
  }
}
