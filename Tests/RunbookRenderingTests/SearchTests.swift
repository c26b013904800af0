import Foundation
import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

@Suite struct SearchTokenizerTests {
  /// The lines of `tokens.txt`, which the browser tests read as well.
  static let cases: [(text: String, terms: String)] = {
    let url = TextCorpus.folder.appending(path: "tokens.txt")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n\n", maxSplits: 1).last?.split(separator: "\n").map { line in
      let parts = line.split(separator: " ⇒", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      return (unescape(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
    } ?? []
  }()

  private static func unescape(_ text: String) -> String {
    text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
    }
  }

  @Test(arguments: cases) func textIsCutIntoTerms(_ text: String, _ terms: String) {
    #expect(Terms.of(text).joined(separator: " ") == terms)
  }

  @Test func theCorpusIsThere() { #expect(Self.cases.count > 30) }

  @Test func noiseIsCutWithoutHarm() {
    // Every two bytes side by side, valid UTF-8 or not.
    for first in UInt8.min...UInt8.max {
      let bytes = (UInt8.min...UInt8.max).flatMap { [first, $0] }
      #expect(Terms.of(bytes).allSatisfy { $0.utf8.count <= 200 })
    }
  }
}

/// Takes terms as text.
private struct Terms: TermSink {
  private var terms: [String] = []

  mutating func add(_ kind: SearchTokenizer.Kind, _ range: Range<Int>, of chunk: [UInt8]) {
    let mark = [.compound: "=", .part: "+", .tail: "~"][kind] ?? ""
    terms.append(mark + String(decoding: chunk[range], as: UTF8.self))
  }

  static func of(_ text: String) -> [String] { of(Array(text.utf8)) }

  static func of(_ bytes: [UInt8]) -> [String] {
    var (tokenizer, sink) = (SearchTokenizer(), Terms())
    bytes.withUnsafeBufferPointer { tokenizer.read($0, into: &sink) }
    return sink.terms
  }
}

@Suite struct SearchNoteTests {
  /// The terms of a page with their places, as `term section.field …`.
  private func terms(_ markdown: String) -> [String: String] {
    let note = PageIndexer.read(SearchPages.checked("a/page.md", markdown)).note
    var terms: [String: String] = [:]
    note.bytes.withUnsafeBufferPointer { bytes in
      var reader = NoteReader(bytes, 0)
      while let term = reader.nextTerm() {
        var places: [String] = []
        reader.readPlaces { place in places.append("\(place >> 2).\(place & 3)") }
        let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[term]), as: UTF8.self)
        terms[name] = places.joined(separator: " ")
      }
    }
    return terms
  }

  @Test func fieldsAndSectionsAreKept() {
    let terms = terms(
      """
      ---
      title: Drain nodes
      summary: Empty a node
      tags: [eks]
      ---
      Before you drain.

      ## Cordon first

      The pods stay. Run `kubectl cordon`:

      ```bash
      kubectl cordon <node> --field-selector=x
      ```

      ## Then drain

      More pods and the node.
      """)
    #expect(terms["drain"] == "0.3 2.2")
    #expect(terms["pods"] == "1.0 2.0")
    #expect(terms["kubectl"] == "1.1")
    #expect(terms["cordon"] == "1.2")
    #expect(terms["eks"] == "0.2")
    #expect(terms["field-selector"] == "1.1")
    #expect(terms["node"] == "0.0 1.1 2.0")
    #expect(terms["the"] == nil)
    #expect(terms["you"] == nil)
  }

  @Test func namesAreFoundByTheirPartsAndEnds() {
    let terms = terms(
      """
      ---
      title: KubeNodeNotReady
      alerts: [CephOSDDown]
      ---
      In text it is GitHub, and `spec.nodeName` in code.

      ## After etcdNoLeader

      ```bash
      kubectl get --sortBy=x fooBarBaz
      ```
      """)
    for term in ["kubenodenotready", "kube", "not", "ready", "notready", "nodenotready"] {
      #expect(terms[term] == "0.3", "\(term)")
    }
    for term in ["ceph", "osd", "down", "osddown"] { #expect(terms[term] == "0.2", "\(term)") }
    #expect(terms["leader"] == "1.2" && terms["noleader"] == "1.2")
    #expect(terms["github"] == "0.0" && terms["hub"] == nil)
    #expect(terms["name"] == "0.0")
    #expect(terms["sort"] == "1.1" && terms["bar"] == "1.1" && terms["barbaz"] == nil)
  }

  @Test func whatTellsPagesApartIsInTheIndex() {
    let shown = PageIndexer.read(
      SearchPages.checked(
        "a/b.md",
        """
        ---
        kind: runbook
        title: T
        severity: sev 1
        lifecycle: deprecated
        reviewed: 2026-01-31
        review_every: P1M
        ---
        ```bash
        kubectl get pods
        kubectl delete pod x
        sed -i s/a/b/ \\
          file
        ```

        ```sql
        DROP TABLE t;
        ```
        """), in: "Big \"A\""
    ).shown
    let text = String(decoding: shown, as: UTF8.self)
    #expect(text.hasPrefix(#"["T","a/b.html 0d2026-02-28 sev-1 Big \"A\"","","#))
    #expect(
      text.hasSuffix(
        #""kubectl get pods\n  kubectl delete pod x\n sed -i s/a/b/ file\n  DROP TABLE t;"]"#),
      "\(text)")
  }

  @Test func stopWordsOfCodeAndHeadingsAreKept() {
    let terms = terms("---\ntitle: T\n---\n## Where\n\n```bash\nwhich at\n```\nwhile we wait\n")
    #expect(terms["where"] == "1.2")
    #expect(terms["which"] == "1.1")
    #expect(terms["while"] == nil)
  }

  @Test func codeInASentenceIsAMention() {
    let terms = terms("---\ntitle: T\n---\nPlain `journalctl` helps.\n\n| `dmesg` |\n|---|\n")
    #expect(terms["journalctl"] == "0.0")
    #expect(terms["dmesg"] == "0.1")
  }

  @Test func theRepeatedTitleIsNoSection() {
    let terms = terms("---\ntitle: Same\n---\n# Same\n\nabove\n\n## Next\n\nbelow\n")
    #expect(terms["above"] == "0.0")
    #expect(terms["below"] == "1.0")
  }

  @Test func aTermKeepsItsBestPlaces() {
    let page = (1...9).map { "## Part \($0)\n\nword\n\n" }.joined() + "| `word` |\n|---|\n"
    #expect(terms("---\ntitle: T\n---\n" + page)["word"] == "1.0 2.0 3.0 4.0 5.0 9.1")
  }

  @Test func sectionsOfVeryLongPagesKeepTheirNumbers() {
    let page = (1...300).map { "## P\($0)\n\nx\($0)y\n\n" }.joined()
    let found = terms("---\ntitle: T\n---\n" + page)
    #expect(found["x299y"] == "299.0")
    #expect(found["x40y"] == "40.0")
  }

  @Test func excerptsAreShortAndAreScript() {
    let shown = PageIndexer.read(
      SearchPages.checked(
        "a/my page.md",
        "---\ntitle: 'Say \"hi\" \\ now'\n---\n## One Two\n\n\(String(repeating: "é ", count: 500))\n\n"
          + "```bash\nls \\\n  -l\npwd\n```\n## What's up?\n")
    ).shown
    let text = String(decoding: shown, as: UTF8.self)
    #expect(
      text.hasPrefix(#"["Say \"hi\" \\ now","a/my%20page.html 3a  ","","","One Two","","é é "#))
    #expect(text.hasSuffix(#"…","ls -l\npwd","What's up?","whats-up","",""]"#))
    #expect(shown.count < 500)
  }
}

@Suite struct SearchShardTests {
  @Test func numbersAreDigits() {
    let numbers = [0, 1, 59, 60, 61, 1859, 1860, 57_659, 57_660, 5_000_000]
    var bytes: [UInt8] = []
    for number in numbers { ScriptText.append(number, to: &bytes) }
    #expect(ShardReader.numbers(String(decoding: bytes, as: UTF8.self)) == numbers)
    #expect(bytes.allSatisfy { (35...126).contains($0) && $0 != 92 })
  }

  @Test func everyTermIsFoundInItsShard() throws {
    let notes = (0..<300).map { number in
      PageIndexer.read(
        SearchPages.checked(
          "p\(number).md", "---\ntitle: Page \(number)\n---\ncommon w\(number * 7919) é\(number)\n")
      ).note
    }
    let reader = ShardReader(files(notes))
    #expect(reader.wordShards > 0 && reader.placeShards > 0)
    for number in 0..<300 {
      #expect(reader.pages("w\(number * 7919)") == [number])
      #expect(reader.pages("é\(number)") == [number])
    }
    #expect(reader.pages("common") == Array(0..<300))
    #expect(reader.pages("commo") == nil)
  }

  @Test func aCommonTermKeepsTheBestPages() {
    let count = SearchTerms.mostPages + 50
    let notes = (0..<count).map { number in
      // The last ten pages have the word in their titles.
      let title = number >= count - 10 ? "common" : "other"
      return PageIndexer.read(
        SearchPages.checked("p\(number).md", "---\ntitle: \(title)\n---\ncommon\n")
      ).note
    }
    let kept = ShardReader(files(notes)).pages("common")
    #expect(kept?.count == SearchTerms.mostPages)
    #expect(kept == Array(0..<990) + Array((count - 10)..<count))
  }

  @Test func shardsAreOfBoundedSizeAndTheSameEachTime() {
    let notes = (0..<200).map { number in
      PageIndexer.read(
        SearchPages.checked(
          "p\(number).md",
          "---\ntitle: T\n---\n" + (0..<200).map { "w\($0 * (number + 1))x" }.joined(separator: " ")
        )
      ).note
    }
    let files = files(notes)
    #expect(files == self.files(notes))
    #expect(files.filter { $0.path.hasPrefix("search/w") }.count > 3)
    for file in files { #expect(file.bytes.count < 24_000, "\(file.path)") }
  }

  @Test func aSiteWithoutPagesHasAnIndex() {
    #expect(files([]).map(\.path) == ["search/w0.js", "search/p0.js", "search/index.js"])
  }

  /// Pages come in any order; a shard is there when its last page is.
  @Test func pagesAreGatheredInShards() {
    let shards = PageShards(site: "abc", pageCount: 5)
    let order = [3, 0, 1, 4, 2]
    let files = order.compactMap { shards.add(Array("[\($0)]".utf8), at: $0) }
    #expect(files.map(\.path) == ["search/d0.js", "search/d2.js", "search/d1.js"])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "runbookSearch(\"d0\",\"abc\",[[0],\n[1]]);\n",
        "runbookSearch(\"d2\",\"abc\",[[4]]);\n",
        "runbookSearch(\"d1\",\"abc\",[[2],\n[3]]);\n",
      ])
  }

  private func files(_ notes: [SearchNote]) -> [OutputFile] {
    var files: [OutputFile] = []
    SearchShards.write(SearchTerms(notes), pageCount: notes.count, site: "abc") { files.append($0) }
    return files
  }
}

enum SearchPages {
  static func checked(_ path: String, _ markdown: String) -> CheckedRunbook {
    let config = SiteConfig()
    let file = SourceFile(path: "content/" + path, text: markdown)
    let frontMatter = RunbookParser.frontMatter(of: file).0
    let summary = Checker.survey(frontMatter, of: file, at: PagePath(path), config) { nil }.0
    let page = RunbookParser.parse(file, at: PagePath(path)).0
    let draft = Checker.draft(page, summary.metadata, config).0
    guard let day = CalendarDate(year: 2026, month: 11, day: 25) else { fatalError("no such day") }
    return Checker.check(draft, in: SiteIndex([summary], assets: []), config, today: day).0
  }
}

/// Reads shards as `search.js` does.
private struct ShardReader {
  private var places: [String: String] = [:]
  private(set) var wordShards = 0
  private(set) var placeShards = 0

  init(_ files: [OutputFile]) {
    for file in files {
      let strings = String(decoding: file.bytes, as: UTF8.self).split(separator: "\"")
      if file.path.hasPrefix("search/w") { wordShards += 1 }
      guard file.path.hasPrefix("search/p") else { continue }
      placeShards += 1
      let lists = strings[7].split(separator: "!").map(String.init)
      for (term, list) in zip(Self.frontCoded(String(strings[5])), lists) { places[term] = list }
    }
  }

  func pages(_ term: String) -> [Int]? {
    guard let list = places[term] else { return nil }
    let values = Self.numbers(list)
    var (pages, page, index) = ([Int](), 0, 0)
    while index < values.count {
      page += values[index]
      pages.append(page)
      index += 1
      while values[index] & 1 == 1 { index += 1 }
      index += 1
    }
    return pages
  }

  static func frontCoded(_ text: String) -> [String] {
    var last = ""
    return text.split(separator: " ").map { entry in
      last = String(last.prefix(numbers(String(entry.prefix(1)))[0]) + entry.dropFirst())
      return last
    }
  }

  static func numbers(_ text: String) -> [Int] {
    var (result, high) = ([Int](), 0)
    for byte in text.utf8 {
      let digit = Int(byte) - (byte < 92 ? 35 : 36)
      if digit < 60 {
        result.append(high * 60 + digit)
        high = 0
      } else {
        high = high * 31 + digit - 60
      }
    }
    return result
  }
}
