import RunbookModel

enum LinkSchemeUnknown {
  static let rule = Rule(
    "link-scheme-unknown", .warning, "the start of an address is misspelt",
    rationale: """
      A browser cannot open `htps://…`, `https:/…` or `C:\\…`. Write the scheme as it is spelt, with two
      slashes, and copy files that readers need into the content folder.
      """,
    passing: [
      Rule.Example(
        "[a](https://a.b), [b](mailto:a@b.c), [c](slack://x), [d](vscode://y), [e](tel:+49)"),
      Rule.Example(
        "[a](page.md), [b](sftp://a.b/c), [c](urn:isbn:1), [d](grafana:x), [e](ssh://a.b)"),
    ],
    failing: [
      Rule.Example("[a](▸htps://example.com/x), [b](▸https:/example.com), [c](▸C:\\docs\\x.md)"),
      Rule.Example("![b](▸htttp://a.b/c.png)"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for link in context.outline.links + context.outline.images {
      guard let fault = fault(link.value.destination) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: LinkSource.destination(of: link, in: context.file) ?? link.range, fault.summary,
          explanation: fault.remedy))
    }
  }

  private static func fault(_ address: String) -> (summary: String, remedy: String)? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    for scheme in ["https", "http"] {
      for slip in ["\(scheme):/", "\(scheme):///"] {
        guard address.lowercased().hasPrefix(slip) else { continue }
        let rest = address.dropFirst(slip.count)
        guard rest.first != "/", rest.first?.isLetter == true || rest.first?.isNumber == true else {
          continue
        }
        return (
          "two slashes follow `\(scheme):`, not as here `\(slip)`",
          "Write `\(scheme)://\(rest.prefix(40))`."
        )
      }
    }
    let scheme = address[..<colon].lowercased()
    guard !scheme.isEmpty, scheme.utf8.allSatisfy({ $0.isAlphanumeric || $0.isOne(of: "+.-") }),
      scheme.first?.isLetter == true
    else { return nil }
    let rest = address[colon...].dropFirst()
    if scheme.utf8.count == 1, rest.hasPrefix("\\") || rest.hasPrefix("/") {
      return (
        "`\(address.prefix(40))` is a file on a drive of one machine",
        "Put the file into the content folder, and link to it there."
      )
    }
    guard rest.hasPrefix("//"), !known.contains(scheme),
      let near = ["https", "http"].first(where: { isSlip(scheme, of: $0) })
    else { return nil }
    return ("there is no scheme `\(scheme):`", "Write `\(near)://\(rest.dropFirst(2).prefix(40))`.")
  }

  private static let known: Set = ["http", "https", "shttp", "httpu"]

  /// One letter too many, too few, wrong, or two swapped.
  private static func isSlip(_ word: String, of scheme: String) -> Bool {
    word.utf8.count > 2 && NearestName.distance(Array(word.utf8), Array(scheme.utf8)) == 1
  }
}
