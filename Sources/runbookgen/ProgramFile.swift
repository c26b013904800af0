#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

enum ProgramFile {
  /// The file of this program, without links; nil where that cannot be told.
  static func path() -> String? {
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
