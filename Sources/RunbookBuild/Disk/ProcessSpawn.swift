#if canImport(Glibc)
  private import CLinux
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Both ends of a pipe. No program that is started gets one, unless it is placed for it.
struct ProcessPipe {
  let reading: Int32
  let writing: Int32

  /// - Throws: when there are too many open files.
  static func make(_ count: Int, for program: String) throws(FileProblem) -> [ProcessPipe] {
    var pipes: [ProcessPipe] = []
    for _ in 0..<count {
      var ends: [Int32] = [-1, -1]
      guard open(&ends) == 0 else {
        let code = errno
        for pipe in pipes { _ = (close(pipe.reading), close(pipe.writing)) }
        throw FileProblem(path: program, operation: "run", code: code)
      }
      pipes.append(ProcessPipe(reading: ends[0], writing: ends[1]))
    }
    return pipes
  }

  private static func open(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Glibc)
      return open_pipe(&ends, O_CLOEXEC)
    #else
      let result = pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return result
    #endif
  }
}

/// How another program is started.
enum ProcessSpawn {
  /// - Parameters:
  ///   - words: the name of the program, which is looked for in `PATH` when it has no slash, and its
  ///     arguments.
  ///   - environment: each variable as `NAME=value`.
  ///   - descriptors: what the program finds where, in the order in which they are put there. Without
  ///     one for its standard input it reads nothing.
  ///   - leadsGroup: whether it gets a process group of its own.
  ///   - folder: where it runs; nil for the folder of this process.
  /// - Returns: an error number, which is 0 when it was started.
  static func start(
    _ words: [String], _ environment: [String], _ descriptors: [(from: Int32, to: Int32)],
    leadsGroup: Bool = false, folder: String? = nil
  ) -> (code: Int32, child: pid_t) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if leadsGroup {
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    if !descriptors.contains(where: { $0.to == STDIN_FILENO }) {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    #if canImport(Glibc)
      if let folder { _ = spawn_in_folder(&actions, folder) }
    #else
      if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    #endif
    for (from, to) in descriptors { posix_spawn_file_actions_adddup2(&actions, from, to) }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &variables)
    return (code, child)
  }
}
