import RunbookBuild
import RunbookRendering
import Testing

@Suite struct ManifestComparisonTests {
  typealias Page = ConfluenceManifest.Page

  /// A page with two payloads whose hashes are the words given.
  private func page(
    _ source: String, _ title: String, content: String = "c", storage: String? = nil,
    parent: ConfluenceManifest.Parent? = .title("Root")
  ) -> Page {
    var page = Page(source: source, title: title)
    page.parent = parent
    page.payloads = [
      .init(name: "cloud.html", path: source + "/cloud.html", sha256: "\(source) \(content)"),
      .init(
        name: "storage.xml", path: source + "/storage.xml",
        sha256: "\(source) \(storage ?? content)"),
    ]
    return page
  }

  private func compare(_ old: [Page], _ new: [Page], by way: PayloadWay = .paste)
    -> ManifestComparison
  {
    ManifestComparison(
      old: ConfluenceManifest(target: "cloud", pages: old),
      new: ConfluenceManifest(target: "cloud", pages: new), by: way)
  }

  /// `changed b: content, labels`
  private func lines(_ comparison: ManifestComparison) -> [String] {
    comparison.changes.map { change in
      let causes = change.reasons.map(\.cause.rawValue).joined(separator: ", ")
      return "\(change.kind.rawValue) \(change.source)" + (causes.isEmpty ? "" : ": \(causes)")
    }
  }

  private var three: [Page] { [page("a", "A"), page("b", "B"), page("c", "C")] }

  @Test func nothingChanged() {
    let comparison = compare(three, three)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.unchanged == 3)
  }

  @Test func addedAndRemovedPages() {
    let comparison = compare(three, [page("a", "A"), page("n", "N"), page("c", "C")])
    #expect(lines(comparison) == ["added n", "removed b"])
    #expect(comparison.unchanged == 2)
  }

  @Test func eachCauseIsNamed() {
    var new = three
    new[0] = page("a", "A", content: "other")
    new[1].labels = ["aws"]
    new[2].attachments = [.init(name: "d.png", path: "d.png", sha256: "1")]
    let comparison = compare(three, new)
    #expect(
      lines(comparison) == ["changed a: content", "changed b: labels", "changed c: attachments"])
    #expect(
      comparison.changes.map(\.reasons[0].detail) == [
        "cloud.html", "added \"aws\"", "added d.png",
      ])
  }

  @Test func labelsInAnotherOrderAreTheSameLabels() {
    var (old, new) = (three, three)
    old[0].labels = ["a", "b"]
    new[0].labels = ["b", "a"]
    #expect(compare(old, new).changes.isEmpty)
  }

  @Test func anAttachmentThatChangedOrWent() {
    var (old, new) = (three, three)
    old[0].attachments = [
      .init(name: "d.png", path: "d.png", sha256: "1"),
      .init(name: "e.png", path: "e.png", sha256: "1"),
    ]
    new[0].attachments = [.init(name: "d.png", path: "d.png", sha256: "2")]
    #expect(
      compare(old, new).changes.first?.reasons.first?.detail == "changed d.png, removed e.png")
  }

  @Test func theSameSourceWithAnotherTitleIsRenamed() {
    var new = three
    new[1] = page("b", "Bee")
    let comparison = compare(three, new)
    #expect(lines(comparison) == ["renamed b: title"])
    #expect(comparison.changes[0].reasons[0].detail == "was \"B\"")
  }

  @Test func theSameTitleAtAnotherPathIsThePageThatConfluenceHas() {
    var new = three
    new[1] = page("moved/b", "B", content: "other")
    #expect(lines(compare(three, new)) == ["renamed moved/b: source, content"])
  }

  @Test func theSameContentUnderAnotherNameAndTitleIsRenamed() {
    var renamed = page("z", "Zed")
    renamed.payloads = three[1].payloads
    let comparison = compare(three, [three[0], renamed, three[2]])
    #expect(lines(comparison) == ["renamed z: title, source"])
  }

  @Test func pagesThatSwapTitlesAreBothRenamed() {
    let comparison = compare(three, [page("a", "B"), page("b", "A"), page("c", "C")])
    #expect(lines(comparison) == ["renamed a: title", "renamed b: title"])
  }

  @Test func anotherParentIsAMove() {
    var new = three
    new[2].parent = .page(source: "a")
    let comparison = compare(three, new)
    #expect(lines(comparison) == ["moved c: parent"])
    #expect(comparison.changes[0].reasons[0].detail == "now below \"A\", was below \"Root\"")
  }

  /// Confluence keeps children where they are when their parent is renamed.
  @Test func aParentThatIsRenamedMovesNobody() {
    let children = [
      page("a", "A"), page("b", "B", parent: .page(source: "a")),
      page("c", "C", parent: .page(source: "a")),
    ]
    var renamed = children
    renamed[0] = page("a", "Alpha")
    #expect(lines(compare(children, renamed)) == ["renamed a: title"])
    renamed[0] = page("new/a", "A")
    renamed[1].parent = .page(source: "new/a")
    renamed[2].parent = .page(source: "new/a")
    #expect(lines(compare(children, renamed)) == ["renamed new/a: source, content"])
  }

  @Test func onePageThatWentElsewhereAmongItsSiblingsIsTheOnlyOneNamed() {
    let old = ["a", "b", "c", "d", "e"].map { page($0, $0.uppercased()) }
    let new = [old[1], old[2], old[3], old[0], old[4]]
    let comparison = compare(old, new)
    #expect(lines(comparison) == ["moved a: order"])
    #expect(comparison.changes[0].reasons[0].detail == "now after \"D\"")
    #expect(lines(compare(new, old)) == ["moved a: order"])
    #expect(compare(new, old).changes[0].reasons[0].detail == "now the first")
  }

  @Test func pagesThatComeAndGoMoveNobody() {
    let old = ["a", "b", "c", "d"].map { page($0, $0.uppercased()) }
    let new = [page("n", "N"), old[0], old[2], page("o", "O"), old[3]]
    #expect(lines(compare(old, new)) == ["added n", "added o", "removed b"])
  }

  /// The page is to be pasted again, but not because anybody edited it.
  @Test func aLinkedPageThatIsRenamedIsTheReason() {
    var (old, new) = (three, three)
    old[0].linkedTitles = ["B"]
    new[0] = page("a", "A", storage: "other")
    new[0].linkedTitles = ["Bee"]
    new[1] = page("b", "Bee")
    let comparison = compare(old, new, by: .storage)
    #expect(lines(comparison) == ["renamed b: title", "changed a: links"])
    #expect(comparison.changes[1].reasons[0].detail == "added \"Bee\", removed \"B\"")
    // What is pasted does not name the page by its title, and is the same.
    #expect(lines(compare(old, new)) == ["renamed b: title"])
  }

  @Test func anotherTargetIsTheReason() {
    var new = three
    new[0] = page("a", "A", storage: "other")
    let comparison = ManifestComparison(
      old: ConfluenceManifest(target: "cloud", pages: three),
      new: ConfluenceManifest(target: "data-center", pages: new), by: .storage)
    #expect(lines(comparison) == ["changed a: target"])
    // Another product has another payload to paste.
    let pasted = ManifestComparison(
      old: ConfluenceManifest(target: "cloud", pages: three),
      new: ConfluenceManifest(target: "data-center", pages: three), by: .paste)
    #expect(
      lines(pasted) == ["changed a: target", "changed b: target", "changed c: target"])
  }

  @Test func aPayloadThatIsNewIsNoReasonToPaste() {
    var new = three
    new[0].payloads.append(.init(name: "adf.json", path: "adf.json", sha256: "x"))
    #expect(compare(three, new).changes.isEmpty)
  }

  @Test func tenThousandSiblingsInReverse() {
    let old = (0..<10_000).map { page("p\($0)", "P\($0)") }
    let comparison = compare(old, old.reversed())
    #expect(comparison.count(.moved) == 9_999)
  }

  @Test func textNamesEverythingAndCannotDriveTheTerminal() {
    let new = [page("a", "A\u{1b}[2J"), page("n", "N", parent: .page(source: "a"))]
    let text = ManifestComparisonText.text(compare(three, new), against: "old.json")
    #expect(
      text == """
        4 pages to bring up to date since old.json: 1 added, 1 renamed, 2 removed; 0 unchanged

        added    "N" below "A\\u{1b}[2J"
                 n

        renamed  "A\\u{1b}[2J"
                 a
                 title: was "A"

        removed  "B"
                 b

        removed  "C"
                 c

        """)
  }
}
