/// Which of the names that start with a dot are looked at.
enum HiddenNames {
  case none
  /// Those that hosts of static sites ask for. Others are nobody's to publish: `.git`, what an editor or
  /// a file manager leaves, secrets.
  case hosting
  case all

  /// GitHub Pages, Apache, RFC 8615, and Codeberg Pages.
  private static let hostingNames = [".nojekyll", ".htaccess", ".well-known", ".domains"].map {
    Array($0.utf8)
  }

  func includes(_ name: [UInt8]) -> Bool {
    guard name.first == UInt8(ascii: ".") else { return true }
    switch self {
    case .none: return false
    case .hosting: return Self.hostingNames.contains(name)
    case .all: return true
    }
  }
}
