#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// The variables of this process, as another one gets them.
enum ProcessEnvironment {
  /// Each as `NAME=value`, where the name is wanted.
  static func variables(where isWanted: (Substring) -> Bool) -> [String] {
    var variables: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if isWanted(text.prefix { $0 != "=" }) { variables.append(text) }
      next += 1
    }
    return variables
  }
}

extension ProcessEnvironment {
  /// The value of a variable that is set and not empty.
  static func value(of name: String) -> String? {
    guard let text = getenv(name) else { return nil }
    let value = String(cString: text)
    return value.isEmpty ? nil : value
  }
}
