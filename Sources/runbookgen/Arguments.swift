import ArgumentParser
import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line as the system hands it over. A path need not be text to the system; it has to be to
/// this program, which would look for another one otherwise.
enum Arguments {
  /// Ends the program when an argument is not UTF-8.
  static func requireText() {
    for number in 1..<max(Int(CommandLine.argc), 1) {
      guard let argument = CommandLine.unsafeArgv[number],
        String(validatingCString: argument) == nil
      else { continue }
      let shown = TerminalText.escaped(String(cString: argument))
      Console.say(
        "error: argument \(number) is not UTF-8: '\(shown)'; give it in UTF-8, or rename the file that"
          + " it names")
      exit(ExitCode.validationFailure.rawValue)
    }
  }
}
