import RunbookRendering
import Testing

@Suite("Words of code")
struct CodeWordsTests {
  /// Units that need markup, and `|` where a break is allowed behind one.
  private func shown(_ code: String, isCell: Bool = false) -> [String] {
    let text = Array(code.utf8)
    return CodeWords.units(of: text, in: 0..<text.count, isCell: isCell).map { unit in
      String(decoding: text[unit.range], as: UTF8.self) + (unit.isLong ? " (long)" : "")
        + (unit.isSplit ? " |" : "")
    }
  }

  @Test(
    arguments: [
      ("kubectl get pods", []), ("--all", ["--all"]), ("get -n a", ["-n"]),
      ("drain --ignore-daemonsets now", ["--ignore-daemonsets"]), ("a_b.c:d@e=f", []),
      ("a{b", []), ("\"{b", ["\"{b"]), ("x,$y", ["x,$y"]), ("节点 名", ["节点", "名"]),
      ("/usr/local/bin", ["/usr/local/bin"]),
      (
        "/usr/local/share/zoneinfo/posix/Europe",
        ["/usr/local/share/ |", "zoneinfo/posix/ |"]
      ),
      ("https://a.example/b", ["https://a.example/b"]),
      (
        "--selector=app.kubernetes.io/name=web-front,tier=back-end",
        ["--selector=app.kubernetes.io/ |", "name=web-front, |", "tier=back-end"]
      ),
      (
        "--horizontal-pod-autoscaler-downscale-stabilization",
        ["--horizontal-pod-autoscaler-downscale-stabilization (long)"]
      ),
      ("", []), (" ", []), ("-", []), ("a-\n-b", ["-b"]),
    ] as [(String, [String])])
  func breaksAreBetweenWords(code: String, expected: [String]) {
    #expect(shown(code) == expected)
  }

  @Test func shortWordsKeepTogetherInTables() {
    #expect(
      shown("kubectl -n a get po -o yaml -l x=y", isCell: true)
        == ["kubectl -n a get po -o", "yaml -l x=y"])
    #expect(
      shown("kubectl drain --grace-period=30 --ignore-daemonsets", isCell: true)
        == ["kubectl drain --grace-period=30 (long)", "--ignore-daemonsets"])
    #expect(shown("kubectl", isCell: true) == [])
  }

  @Test func aPlaceholderIsPartOfItsWord() {
    let text = Array("--node=<node-name>/x-y <b>".utf8)
    let units = CodeWords.units(of: text, in: 0..<text.count, wholes: [7..<18, 23..<26])
    #expect(units.map(\.range) == [0..<22])
  }

  @Test func markupKeepsTheText() {
    let block = HighlightedPage.blocks(
      of: "```bash\nkubectl drain <a> --x=a-b 'c d-e' /etc/f # use --no-y\n```")[0]
    #expect(block.text == block.source)
    #expect(
      block.html.contains("<i class=o>--x</i>=a-b</i>")
        && block.html.contains("<i class=\"s w\">d-e'</i>")
        && block.html.contains("<i class=c># use <i class=w>--no-y</i></i>"), "\(block.html)")
  }
}
