import RunbookModel

/// Why something in the markup of a page is not loaded, not run or not applied.
struct BlockedMarkup: Hashable {
  let summary: String
  let explanation: String

  /// A picture of another host.
  static func picture(_ address: String, _ policy: PagePolicy) -> BlockedMarkup? {
    guard policy.blocks(address, as: .picture) else { return nil }
    guard let host = WebHost(of: address) else {
      return BlockedMarkup(
        summary: "a picture at `\(address.prefix(60))` is not shown: browsers load none from there",
        explanation: "Put the file beside the page.")
    }
    let name = host.port.isEmpty ? host.name : host.name + ":" + host.port
    if host.scheme == "http", !policy.blocks("https://\(name)/", as: .picture) {
      return BlockedMarkup(
        summary: "the picture from `\(name)` is not shown: pages load pictures over `https:` only",
        explanation: "Write its address with `https:`.")
    }
    let canBeListed = ImageHost(name) != nil
    let way =
      "Put the file beside the page"
      + (canBeListed ? ", or let the host through: `image_hosts: [\(name)]`" : "")
    return BlockedMarkup(
      summary: "the picture from `\(name)` is not shown: pages load none from that host",
      explanation:
        "The content security policy of the pages blocks it; with the network down it would not be "
        + "there either. \(way).")
  }

  /// Everything in a tag that the policy blocks.
  static func all(_ tag: HTMLTag, in bytes: [UInt8], _ policy: PagePolicy) -> [BlockedMarkup] {
    guard !tag.isClosing else { return [] }
    let attributes = Dictionary(
      tag.attributes(in: bytes).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    var found: [BlockedMarkup] = []
    if let element = element(tag.name, attributes, policy) { found.append(element) }
    if attributes["style"] != nil {
      found.append(unapplied("the `style` attribute is not applied"))
    }
    if let handler = attributes.keys.filter({ $0.hasPrefix("on") && $0.count > 3 }).min() {
      found.append(unrun("the handler `\(handler)` does not run"))
    }
    return found
  }

  private static func element(
    _ name: String, _ attributes: [String: String], _ policy: PagePolicy
  ) -> BlockedMarkup? {
    func remote(_ attribute: String, _ what: String, _ use: PagePolicy.Use) -> BlockedMarkup? {
      guard let address = attributes[attribute], policy.blocks(address, as: use) else { return nil }
      return BlockedMarkup(
        summary: "\(what) from another place than the wiki is not loaded",
        explanation: "The content security policy of the pages blocks it. \(copy)")
    }
    switch name {
    case "img": return attributes["src"].flatMap { picture($0, policy) }
    case "script":
      guard attributes["src"] == nil else { return remote("src", "a script", .script) }
      return isRun(attributes["type"] ?? "") ? unrun("a script inside a page does not run") : nil
    case "style": return unapplied("a style sheet inside a page is not applied")
    case "form" where attributes["action"] != nil:
      return BlockedMarkup(
        summary: "this form cannot be sent",
        explanation: "The content security policy of the pages sends no form anywhere. Link to a "
          + "page that has it.")
    case "a" where attributes["href"].flatMap(URLSafety.scheme) == "javascript":
      return unrun("a `javascript:` address does not run")
    case "link":
      let relations = (attributes["rel"] ?? "").lowercased().split { $0.isWhitespace }
      if relations.contains("stylesheet") { return remote("href", "a style sheet", .styleSheet) }
      return relations.contains("icon") ? attributes["href"].flatMap { picture($0, policy) } : nil
    case "audio", "video", "source", "track": return remote("src", "a recording", .medium)
    case "iframe", "frame", "object", "embed":
      return BlockedMarkup(
        summary: "`<\(name)>` shows nothing",
        explanation: "The content security policy of the pages lets no other document stand in "
          + "them. Link to it.")
    default: return nil
    }
  }

  /// Whether a script of this type is run; the others hold data.
  private static func isRun(_ type: String) -> Bool {
    let type = type.lowercased()
    return ["", "module", "importmap", "speculationrules"].contains(type)
      || type.hasSuffix("javascript") || type.hasSuffix("ecmascript")
  }

  private static let copy =
    "Put the file into the content folder and name it by its path; in a template that begins with "
    + "`{{root}}`."

  private static func unrun(_ summary: String) -> BlockedMarkup {
    BlockedMarkup(
      summary: summary,
      explanation: "The content security policy of the pages runs scripts of files only. \(copy)")
  }

  private static func unapplied(_ summary: String) -> BlockedMarkup {
    BlockedMarkup(
      summary: summary,
      explanation: "The content security policy of the pages applies style sheets of files only. "
        + "Put it into the style sheet that the configuration names: `site: {stylesheet: …}`.")
  }
}
