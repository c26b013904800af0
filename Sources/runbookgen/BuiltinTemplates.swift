import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The templates that come with the program, for sites that bring none of their own.
enum BuiltinTemplates {
  /// `share/runbookgen/templates` beside the `bin` of an installed program, `templates` of the
  /// repository for one that lies in its `.build`; nil where there is neither.
  static func folder() -> String? {
    guard let program = programPath() else { return nil }
    return candidates(for: program).first { (try? Disk.kind(of: $0)) == .folder }
  }

  static func candidates(for program: String) -> [String] {
    let parts = program.split(separator: "/").dropLast()
    var folders = [parts.dropLast() + ["share", "runbookgen", "templates"]]
    if let build = parts.lastIndex(where: { $0 == ".build" || $0.hasPrefix(".build-") }) {
      folders.append(parts[..<build] + ["templates"])
    }
    return folders.map { "/" + $0.joined(separator: "/") }
  }

  /// The file of this program, without links.
  static func programPath() -> String? {
    #if canImport(Glibc)
      let name = "/proc/self/exe"
    #else
      let name = CommandLine.arguments.first ?? ""
    #endif
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }
}
