import RunbookBuild
import RunbookModel

/// What `adopt`, `fix`, `init` and `new` want to change: shown as a difference, or made.
enum Proposal {
  /// - Returns: the files that were shown or written; why others could not be written is said.
  static func settle<File>(
    _ files: [File], isWritten: Bool, difference: (File) -> String,
    write: (File) throws(FileProblem) -> Void
  ) throws -> [File] {
    guard isWritten else {
      for file in files { try Console.result(difference(file)) }
      return files
    }
    return files.filter { file in
      do throws(FileProblem) {
        try write(file)
        return true
      } catch {
        _ = Console.end(error)
        return false
      }
    }
  }

  /// The same for files that are not there yet; whether all could be written.
  static func settle(_ files: [NewFile], isWritten: Bool) throws -> Bool {
    try settle(files, isWritten: isWritten) {
      UnifiedDiff.between($0.source, $0.text)
    } write: { file throws(FileProblem) in
      try file.write()
    }.count == files.count
  }

  /// The same for pages that are changed.
  static func settle(_ files: [FixPlan.File], isWritten: Bool, _ options: BuildOptions) throws
    -> [FixPlan.File]
  {
    try settle(files, isWritten: isWritten) {
      UnifiedDiff.between($0.source, $0.fixed)
    } write: { file throws(FileProblem) in
      try FixPlan.write(file, options)
    }
  }
}
