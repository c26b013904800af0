/// The colour of a word of an enumeration, by what it says to someone on call.
enum StatusWord {
  static func status(_ word: String) -> ConfluenceStatus {
    ConfluenceStatus(word.uppercased(), colours[word.lowercased()] ?? .grey)
  }

  private static let colours: [String: ConfluenceStatus.Colour] = {
    var colours: [String: ConfluenceStatus.Colour] = [:]
    for (colour, words) in words { for word in words { colours[word] = colour } }
    return colours
  }()

  private static let words: [(ConfluenceStatus.Colour, [String])] = [
    (
      .green,
      [
        "active", "available", "done", "full", "healthy", "low", "ok", "pass", "passed", "ready",
        "supported", "up", "yes",
      ]
    ),
    (
      .yellow,
      [
        "degraded", "draft", "limited", "medium", "p2", "partial", "pending", "sev2", "warning",
        "write", "writes",
      ]
    ),
    (
      .red,
      [
        "blocked", "critical", "deprecated", "destructive", "down", "fail", "failed", "high", "no",
        "p1", "sev1", "unavailable", "unsupported",
      ]
    ),
    (.blue, ["info", "new", "p3", "planned", "sev3"]),
  ]
}
