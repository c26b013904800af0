import RunbookModel

/// What a page of the wiki may load: its content security policy, and what that blocks.
package struct PagePolicy: Sendable {
  package enum Use: Sendable {
    case picture, font, styleSheet, script, medium
  }

  private let hosts: [ImageHost]
  /// The host that the wiki is published at.
  private let own: WebHost?

  package init(_ config: SiteConfig) {
    hosts = config.imageHosts
    own = config.baseURL.flatMap(WebHost.init(of:))
  }

  /// The policy of the pages; nil where the site's own frame of a page does not use it, so that
  /// nobody knows what is blocked.
  package init?(_ config: SiteConfig, templates: [TemplateSource]) {
    let frame = templates.first { $0.name == "page" }
    guard frame?.uses.contains(Self.valueName) ?? true else { return nil }
    self.init(config)
  }

  /// What templates call the policy.
  package static let valueName = "policy"

  /// As `Content-Security-Policy` takes it.
  ///
  /// - Parameters:
  ///   - files: where the files of the wiki are; empty where all that a page needs is inside it.
  ///   - scripts: hashes of scripts inside the page, and the like for `styles`.
  package func text(
    files: String = "'self' file:", scripts: String? = nil, styles: String? = nil
  ) -> String {
    func sources(_ more: String?...) -> String {
      let all = ([files] + more).compactMap(\.self).filter { !$0.isEmpty }
      return all.isEmpty ? "'none'" : all.joined(separator: " ")
    }
    let hosts = hosts.map { "https://" + $0.pattern }.joined(separator: " ")
    return "default-src 'none'; script-src \(sources(scripts)); style-src \(sources(styles)); "
      + "font-src \(sources("data:")); img-src \(sources("data:", hosts)); "
      + "media-src \(sources()); base-uri 'none'; form-action 'none'"
  }

  /// Whether an address that is spelt out is blocked, whatever the place of the wiki. A wiki that is
  /// opened from a folder has no host of its own, but where it is published its host is let through.
  func blocks(_ address: String, as use: Use) -> Bool {
    guard let scheme = URLSafety.scheme(of: address) else {
      return URLSafety.takesScheme(address) && !isOwn(address)
    }
    switch scheme {
    case "data": return use != .picture && use != .font
    case "http", "https":
      guard let host = WebHost(of: address), !isOwn(address) else { return false }
      return use != .picture || !hosts.contains { $0.matches(host) }
    default: return true
    }
  }

  private func isOwn(_ address: String) -> Bool {
    guard let own, let host = WebHost(of: address) else { return false }
    return own.name == host.name && own.port == host.port
  }
}
