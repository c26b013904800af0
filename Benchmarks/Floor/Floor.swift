private import Glibc

/// The floor under every build: reads the Markdown files of a folder, parses and renders them with
/// cmark-gfm's own renderer, writes the results, and does nothing else.
///
///     floor SOURCES OUTPUT
///
/// One process a core, because cmark-gfm keeps a table that is global to a process while it parses
/// inlines: threads would have to take turns for half of the time.
@main
enum Floor {
  static func main() {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).map(Int.init)
    switch numbers.count {
    case 0 where arguments.count == 3:
      exit(share(sources: arguments[1], output: arguments[2]))
    case 2:
      guard let part = numbers[0], let parts = numbers[1], (0..<parts).contains(part) else { break }
      exit(render(part, of: parts, sources: arguments[1], output: arguments[2]))
    default: break
    }
    complain("usage: floor SOURCES OUTPUT")
    exit(64)
  }

  /// Makes the folders, starts a process for each further core and does the first part itself.
  private static func share(sources: String, output: String) -> Int32 {
    let tree = SourceTree(sources)
    for folder in tree.folders { mkdir(output + folder, 0o755) }
    let parts = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let children = (1..<parts).map { start([sources, output, "\($0)", "\(parts)"]) }
    var failed = !render(tree, 0, of: parts, sources: sources, output: output)
    for child in children {
      var status: Int32 = 0
      if child < 0 || waitpid(child, &status, 0) != child || status != 0 { failed = true }
    }
    return failed ? 74 : 0
  }

  private static func render(_ part: Int, of parts: Int, sources: String, output: String) -> Int32 {
    render(SourceTree(sources), part, of: parts, sources: sources, output: output) ? 0 : 74
  }

  /// Every `parts`-th file; false when one could not be read or written.
  private static func render(
    _ tree: SourceTree, _ part: Int, of parts: Int, sources: String, output: String
  ) -> Bool {
    guard let renderer = PageRenderer() else { return false }
    var isGood = true
    for index in stride(from: part, to: tree.pages.count, by: parts) {
      let page = tree.pages[index]
      if !renderer.render(sources + page, to: output + page.dropLast(3) + ".html") {
        complain("floor: cannot read or write \(page)")
        isGood = false
      }
    }
    return isGood
  }

  /// The process id; negative when no process could be started.
  private static func start(_ arguments: [String]) -> pid_t {
    var vector = (["floor"] + arguments).map { strdup($0) }
    vector.append(nil)
    defer { for word in vector { free(word) } }
    var child: pid_t = -1
    return posix_spawn(&child, "/proc/self/exe", nil, nil, vector, environ) == 0 ? child : -1
  }

  private static func complain(_ message: String) {
    let line = message + "\n"
    _ = Glibc.write(STDERR_FILENO, line, line.utf8.count)
  }
}
