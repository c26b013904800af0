package import RunbookChecks

extension SiteConfig {
  /// The base URL with a slash at its end.
  package var absoluteBase: String? {
    baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The path part of the base URL, from slash to slash: `/wiki/` of `https://example.com/wiki`.
  package var basePath: String? {
    guard let base = absoluteBase else { return nil }
    let parts = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].hasSuffix(":"), parts[1].isEmpty else { return nil }
    return "/" + parts[3]
  }
}
