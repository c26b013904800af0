import RunbookModel
import Testing

@Suite("Whom to ask")
struct ContactTextTests {
  /// Addresses as `text → address`, with the words between them.
  private func shown(_ line: String) -> String {
    ContactText.pieces(of: line).map { piece in
      switch piece {
      case .text(let text): text
      case .link(let text, let address): text == address ? "⟨\(text)⟩" : "⟨\(text) → \(address)⟩"
      }
    }.joined()
  }

  @Test(arguments: [
    ("https://pager.example/services/P1", "⟨https://pager.example/services/P1⟩"),
    ("See http://a.example/x?y=1#z, then call.", "See ⟨http://a.example/x?y=1#z⟩, then call."),
    ("on call (https://a.example/b_(c)).", "on call (⟨https://a.example/b_(c)⟩)."),
    ("[Call](tel:+49301234)", "⟨Call → tel:+49301234⟩"),
    (
      "#ops in [Slack](slack://channel?team=T1&id=C1)",
      "#ops in ⟨Slack → slack://channel?team=T1&id=C1⟩"
    ),
    ("<mailto:ops@a.example>", "⟨mailto:ops@a.example⟩"), ("tel:112", "⟨tel:112⟩"),
    ("ops@a.example", "⟨ops@a.example → mailto:ops@a.example⟩"),
    ("Ops <ops@a.example>", "Ops ⟨ops@a.example → mailto:ops@a.example⟩"),
    ("[Mail](a.b+c@d.example)", "⟨Mail → mailto:a.b+c@d.example⟩"),
    (
      "a@b.example, c@d.example.",
      "⟨a@b.example → mailto:a@b.example⟩, ⟨c@d.example → mailto:c@d.example⟩."
    ),
    (
      "acme.slack.com/archives/C1",
      "⟨acme.slack.com/archives/C1 → https://acme.slack.com/archives/C1⟩"
    ),
    ("acme.pagerduty.com", "⟨acme.pagerduty.com → https://acme.pagerduty.com⟩"),
    ("Phone:+49 30 123-4567", "Phone:⟨+49 30 123-4567 → tel:+49301234567⟩"),
    ("+49 (0)30 1234567 (office)", "⟨+49 (0)30 1234567 → tel:+49301234567⟩ (office)"),
    ("+49301234567 24/7", "⟨+49301234567 → tel:+49301234567⟩ 24/7"),
    ("电话：+49301234567", "电话：⟨+49301234567 → tel:+49301234567⟩"),
    ("HTTPS://A.example", "⟨HTTPS://A.example⟩"),
  ])
  func addressesAreLinks(line: String, expected: String) {
    #expect(shown(line) == expected)
  }

  @Test(arguments: [
    "#platform-oncall", "@ops", "the team on call", "javascript:alert(1)",
    "[Call](javascript:alert(1))", "[Call](//evil.example)", "[x](data:text/html,y)",
    "<javascript:alert(1)>", "git@github.com:org/repo", "user@host", "+49 30 1234567 24/7",
    "1.2.3", "tel:", "mailto:nobody", "https://", "slack.com.evil", "foo:bar@baz.example", "",
    "[a](", "[", "<", "+", "+(", "a@", "@b.c", "v1+1234567890", "http://", "+00000000000",
  ])
  func whatIsNoAddressStaysText(line: String) {
    #expect(shown(line) == line)
  }

  @Test func whatMayNotBePublishedIsNamed() {
    #expect(ContactText.dangerousScheme(in: "Ask [me](JavaScript:x)") == "javascript:")
    #expect(ContactText.dangerousScheme(in: "<vbscript:x>") == "vbscript:")
    #expect(ContactText.dangerousScheme(in: "javascript:alert(1)") == "javascript:")
    for line in ["about: the team", "data: ops", "data:", "https://a.example", "Ask file: ops"] {
      #expect(ContactText.dangerousScheme(in: line) == nil)
    }
  }
}
