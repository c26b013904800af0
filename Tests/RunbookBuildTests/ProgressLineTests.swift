import RunbookBuild
import Synchronization
import Testing

@Suite struct ProgressLineTests {
  private final class Terminal: Sendable {
    let now = Mutex(Duration.zero)
    let shown = Mutex("")
  }

  @Test func itIsShownAfterASecondAndErased() {
    let terminal = Terminal()
    let line = ProgressLine {
      terminal.now.withLock { $0 }
    } show: { text in
      terminal.shown.withLock { $0 += text }
    }
    func note(_ milliseconds: Int, _ done: Int) -> String {
      terminal.now.withLock { $0 = .milliseconds(milliseconds) }
      line.note(done, of: 300)
      return terminal.shown.withLock { shown in
        defer { shown = "" }
        return shown
      }
    }
    #expect(note(0, 1) == "" && note(999, 80) == "")
    line.erase()
    #expect(note(1000, 81) == "\r\u{1B}[Kchecked 81 of 300 pages")
    // Not each page is worth writing.
    #expect(note(1050, 82) == "")
    #expect(note(1100, 90) == "\r\u{1B}[Kchecked 90 of 300 pages")
    line.erase()
    line.erase()
    #expect(terminal.shown.withLock { $0 } == "\r\u{1B}[K")
  }
}
