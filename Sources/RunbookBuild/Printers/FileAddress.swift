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
    path.utf8.reduce(into: "") { text, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }
  }
}
