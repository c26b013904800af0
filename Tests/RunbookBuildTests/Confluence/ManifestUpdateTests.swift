import RunbookBuild
import RunbookRendering
import Testing

/// A week's work that is committed half done: what is marked is never named again, what is not always is.
@Suite struct ManifestUpdateTests {
  private func page(
    _ source: String, _ title: String, below parent: String? = "index", _ hash: String = "a"
  ) -> ConfluenceManifest.Page {
    var page = ConfluenceManifest.Page(source: source, title: title)
    page.parent = parent.map { .page(source: $0) }
    page.payloads = [
      .init(name: "cloud.html", path: "confluence/\(source)/cloud.html", sha256: hash + source)
    ]
    return page
  }

  private func manifest(_ pages: [ConfluenceManifest.Page]) -> ConfluenceManifest {
    ConfluenceManifest(target: "cloud", pages: pages)
  }

  private var old: ConfluenceManifest {
    manifest([
      page("index", "Home", below: nil), page("a", "A"), page("b", "B"), page("c", "C"),
      page("gone", "Gone"), page("d", "D"), page("s/index", "S"),
      page("s/x", "X", below: "s/index"),
      page("s/y", "Y", below: "s/index"),
    ])
  }

  /// One moved to the front, one renamed, one changed, one gone, one moved below another, two new, one
  /// of them with a child.
  private var new: ConfluenceManifest {
    manifest([
      page("index", "Home", below: nil), page("d", "D"), page("a", "A, renamed"),
      page("b", "B", below: "index", "changed "), page("c", "C"), page("s/index", "S"),
      page("s/new", "New", below: "s/index"), page("s/x", "X", below: "s/index"),
      page("t/index", "T"), page("t/y2", "T child", below: "t/index"),
      page("s/y", "Y", below: "t/index"),
    ])
  }

  private func names(_ old: ConfluenceManifest, _ new: ConfluenceManifest) -> Set<String> {
    Set(ManifestComparison(old: old, new: new, by: .paste).changes.map(\.source))
  }

  @Test func everySubsetLeavesExactlyTheRest() {
    let update = ManifestUpdate(old: old, new: new, by: .paste)
    let due = update.due
    #expect(Set(due) == ["d", "a", "b", "s/new", "t/index", "t/y2", "s/y", "gone"])
    for subset in 0..<(1 << due.count) {
      let done = Set(due.indices.filter { subset >> $0 & 1 == 1 }.map { due[$0] })
      let made = update.manifest(done: done)
      #expect(names(made, new) == Set(due).subtracting(done), "\(done.sorted())")
      #expect(Set(made.pages.map(\.source)).count == made.pages.count)
    }
  }

  @Test func nothingDoneIsTheOldOneAndAllDoneTheNewOne() {
    let update = ManifestUpdate(old: old, new: new, by: .paste)
    #expect(update.manifest(done: []) == old)
    #expect(update.manifest(done: Set(update.due)) == new)
    #expect(ManifestUpdate(old: new, new: new, by: .paste).due == [])
  }

  @Test func aPageIsFoundByBothOfItsNames() {
    let update = ManifestUpdate(
      old: manifest([page("old", "Same")]),
      new: manifest([page("new", "Same", below: nil)]), by: .paste)
    #expect(update.page("old") == "new")
    #expect(update.page("new") == "new")
    #expect(update.page("other") == nil)
    #expect(update.due == ["new"])
  }

  @Test func inSeveralStepsAsInOne() {
    var kept = old
    for source in ["s/y", "d", "gone", "t/y2", "b", "t/index", "a", "s/new"] {
      kept = ManifestUpdate(old: kept, new: new, by: .paste).manifest(done: [source])
      #expect(!names(kept, new).contains(source), "\(source)")
    }
    #expect(kept == new)
  }
}
