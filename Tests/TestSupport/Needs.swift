import Foundation
package import Testing

extension Trait where Self == ConditionTrait {
  /// The test cannot run without something that a machine may not have. Where it is absent the test is
  /// skipped and says so; in continuous integration that is an error, as nobody reads what was skipped.
  ///
  /// - Parameter what: what is needed and where it comes from, such as "bash" or a target of the
  ///   Makefile.
  package static func needs(
    _ what: String, _ isHere: @autoclosure @escaping @Sendable () throws -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Self {
    .enabled("needs \(what)", sourceLocation: sourceLocation) {
      let isHere = try isHere()
      if !isHere, Machine.isContinuousIntegration { throw Absence(what: what) }
      return isHere
    }
  }
}

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that hangs. It says nothing of speed: the slowest machine comes nowhere near it.
  package static var endsWhenHanging: Self { .timeLimit(.minutes(30)) }
}

/// What a test needs and this machine does not have.
struct Absence: Error, CustomStringConvertible {
  let what: String

  var description: String { "this test needs \(what), and in CI every test has to run" }
}

package enum Machine {
  /// As the services for continuous integration say it, and `.ci/run`.
  static let isContinuousIntegration =
    !["", "false", "0"].contains(ProcessInfo.processInfo.environment["CI"] ?? "")

  /// Whether a program can be started by its name.
  package static func has(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
