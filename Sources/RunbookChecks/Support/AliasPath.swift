import RunbookModel

/// Where an alias, a former address of a page, is published.
package enum AliasPath {
  /// The HTML file below the site's root; nil when the alias is absolute or leaves the folder.
  /// `old/dns`, `old/dns/` and `old/dns/index.html` are the same, as `old/dns.md` and
  /// `old/dns.html` are.
  package static func published(_ alias: String) -> String? {
    guard !alias.hasPrefix("/"), !SiteIndex.isExternal(alias),
      let path = PagePath("index.md").resolving(alias), !path.text.isEmpty
    else { return nil }
    if path.text.hasSuffix(".md") || path.text.hasSuffix(".html") { return path.htmlPath }
    return path.text + "/index.html"
  }
}
