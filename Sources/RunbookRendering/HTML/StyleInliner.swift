import RunbookChecks
import RunbookModel

/// Puts what a published style sheet names into it, for a page that cannot name files: one that stands
/// alone, or that does not know where it is.
struct StyleInliner {
  /// The bytes of a file by its path below the site's root.
  let bytes: (String) -> [UInt8]?
  /// How many style sheets were put into others, which the policy of the page has to allow.
  private(set) var imports = 0

  /// One that several others import is put into each of them.
  private static let maximumImports = 64

  init(_ bytes: @escaping (String) -> [UInt8]?) { self.bytes = bytes }

  mutating func style(at path: String) -> [UInt8]? {
    guard let sheet = bytes(path) else { return nil }
    var edits: [(range: ByteRange, text: String)] = []
    for reference in StyleReader.references(in: sheet) {
      let address = reference.address.prefix { $0 != "?" && $0 != "#" }
      guard !address.isEmpty, URLSafety.scheme(of: reference.address) == nil,
        let target = PagePath(path).resolving(PercentEncoding.decode(String(address)))?.text,
        let data = data(target, isSheet: reference.use == .styleSheet)
      else { continue }
      let fragment = reference.address.drop { $0 != "#" }
      edits.append((reference.range, data + StyleAddresses.spelled(String(fragment))))
    }
    return StyleAddresses.replaced(edits, in: sheet)
  }

  private mutating func data(_ path: String, isSheet: Bool) -> String? {
    guard let type = MediaType.of(path) else { return nil }
    if isSheet {
      guard imports < Self.maximumImports else { return nil }
      imports += 1
    }
    guard let content = isSheet ? style(at: path) : bytes(path) else { return nil }
    return "data:\(type);base64,\(Base64.encode(content))"
  }
}
