import RunbookModel

/// Addresses of files of this machine (RFC 8089).
package enum FileAddress {
  /// The address of a folder, with a slash at its end; nil where it has none.
  ///
  /// - Parameter host: the name of this machine: a terminal may show what another one prints.
  package static func of(folder: String, host: String) -> String? {
    (try? CanonicalPath(folder)).map { "file://" + encoded(host) + encoded($0.path + "/") }
  }

  /// A path as it stands in an address or as a relative reference (RFC 3986 §3.3, §4.2): all but
  /// unreserved characters and `/` is encoded.
  package static func encoded(_ path: String) -> String {
    PercentEncoding.encode(path, keeping: "/")
  }
}
