import RunbookCommands
import RunbookModel
import RunbookParsing

/// Reads a specification that was written for completions: carapace's YAML, or usage's KDL.
enum SpecificationReader {
  /// - Returns: nil for a file that is none.
  /// - Throws: for one that cannot be read, or describes another program.
  static func read(_ file: SourceFile, _ name: String) throws(FileProblem) -> (
    LearntProgram, dialect: String
  )? {
    let learnt: LearntProgram
    let dialect: String
    if file.path.hasSuffix(".yml") || file.path.hasSuffix(".yaml") {
      let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
      guard let root, problems.isEmpty else {
        throw problem(file, problems.first?.summary ?? "it is empty")
      }
      guard let spec = CarapaceSpecification(root) else {
        throw problem(file, "it is no specification of carapace: 'name' is missing")
      }
      (learnt, dialect) = (spec.program, "pflag")
    } else if file.path.hasSuffix(".kdl") {
      do throws(KDLProblem) {
        learnt = try UsageSpecification.read(file.bytes, named: name)
        dialect = "click"
      } catch {
        throw problem(file, "line \(error.line): \(error.reason)")
      }
    } else {
      return nil
    }
    guard learnt.program.name == name else {
      throw problem(file, "it describes '\(learnt.program.name)', not '\(name)'")
    }
    return (learnt, dialect)
  }

  private static func problem(_ file: SourceFile, _ reason: String) -> FileProblem {
    FileProblem(
      path: file.path, operation: "learn from", reason: reason,
      advice: "mend the file, or learn from the program's help")
  }
}
