import RunbookBuild
import RunbookModel
import Testing

@Suite struct PortalCatalogTests {
  private static func options(_ folder: TemporaryFolder, _ config: String) throws -> BuildOptions {
    try folder.write(config, to: "runbookgen.yml")
    for (name, fields) in [
      ("a", "title: 'Say \"no\": twice'\nowner: Site Reliability\ntags: [On call, K8s]\n"),
      ("b", "title: B\nowner: site-reliability\n"), ("c", "title: C\nowner: 運用\n"),
      ("d", "title: D\nowner: Storage\nlifecycle: deprecated\nreplaced_by: a.md\n"),
    ] {
      try folder.write("---\nkind: concept\n\(fields)---\n\nText.\n", to: "content/x/\(name).md")
    }
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    return options
  }

  @Test func eachOwnerHasAComponentWithItsPages() async throws {
    let folder = try TemporaryFolder()
    let options = try Self.options(
      folder, "site: {title: Ops Wiki, base_url: https://w.example/r/}\n")
    let text = try await PortalCatalog.read(options).backstage
    let documents = text.split(separator: "---\n").map(String.init)
    #expect(documents.count == 3)
    #expect(
      documents[0] == """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata:
          name: "ops-wiki-site-reliability"
          title: "Ops Wiki: Site Reliability"
          annotations:
            backstage.io/view-url: "https://w.example/r/"
          tags: ["k8s", "on-call"]
          links:
            - {url: "https://w.example/r/x/a.html", title: "Say \\"no\\": twice", type: runbook}
        spec:
          type: documentation
          lifecycle: production
          owner: "site-reliability"

        """)
    #expect(documents[1].contains("name: \"ops-wiki-site-reliability-2\""))
    #expect(documents[2].contains("owner: \"team-"))
    #expect(!text.contains("Storage"))
  }

  @Test func thePagesOfAnOwnerAreToolsForOpsLevel() async throws {
    let folder = try TemporaryFolder()
    let options = try Self.options(
      folder, "site: {title: Ops Wiki, base_url: https://w.example/r/}\n")
    try folder.write(
      "---\nkind: runbook\ntitle: 'Yes'\nowner: Site Reliability\n---\n\nText.\n",
      to: "content/x/e.md")
    let catalog = try await PortalCatalog.read(options)
    #expect(catalog.owners == ["Site Reliability", "site-reliability", "運用"])
    #expect(
      catalog.opsLevel(owner: "Site Reliability") == """
        version: 1
        component:
          name: "Ops Wiki: Site Reliability"
          type: "service"
          owner: "site_reliability"
          tools:
          - name: "Say \\"no\\": twice"
            category: "wiki"
            url: "https://w.example/r/x/a.html"
          - name: "Yes"
            category: "runbooks"
            url: "https://w.example/r/x/e.html"

        """)
    let foreign = try #require(catalog.opsLevel(owner: "運用"))
    #expect(!foreign.contains("owner:"), "what OpsLevel makes of the name is not known")
    #expect(catalog.opsLevel(owner: "Storage") == nil, "its page is deprecated")
  }

  @Test func aSiteWithoutAnAddressIsRefused() async throws {
    let folder = try TemporaryFolder()
    let options = try Self.options(folder, "site: {title: Ops}\n")
    await #expect(throws: FileProblem.self) { try await PortalCatalog.read(options) }
  }
}
