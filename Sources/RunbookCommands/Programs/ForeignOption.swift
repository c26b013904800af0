import RunbookModel

/// Options that a program of the same name has on another system: nothing is misspelt then.
package enum ForeignOption {
  private struct System {
    let name: String
    /// By program, as they are written; an option that only its value gives away stands with it.
    let options: [String: Set<String>]
  }

  /// From the man pages of macOS 14 and FreeBSD 14, and the help of BusyBox 1.36: what GNU's or Linux's
  /// program does not have.
  private static let systems = [
    System(
      name: "macOS or BSD",
      options: [
        "base64": ["-D", "-b", "-o"],
        "cp": ["-X", "-c"],
        "date": ["-v", "-j", "-n", "-r SECONDS"],
        "df": ["-b", "-g", "-Y", "-I"],
        "du": ["-I", "-g", "-n"],
        "find": ["-E", "-X", "-s", "-x", "-f"],
        "grep": ["-J", "-M", "-O", "-S", "-p"],
        "ls": ["-@", "-O", "-e", "-P", "-y"],
        "netstat": ["-b", "-f", "-L", "-R", "-m"],
        "sed": ["-a", "-I", "-i ''"],
        "split": ["-p"],
        "stat": ["-x", "-n", "-q", "-s", "-r", "-F", "-f FORMAT"],
        "tail": ["-r", "-b"],
        "top": ["-l", "-R", "-r", "-F", "-f"],
        "touch": ["-A"],
        "xargs": ["-J", "-R", "-S"],
      ]),
    System(
      name: "macOS, BSD or Windows",
      options: ["ping": ["-o", "-S", "-K", "-g", "-h", "-k", "-z"]]),
    System(
      name: "BusyBox",
      options: ["date": ["-D"], "timeout": ["-t"]]),
    System(name: "PowerShell", options: powerShell),
  ]

  /// Parameters of the cmdlets for which PowerShell on Windows has the names of programs.
  private static let powerShell: [String: Set<String>] = [
    "cat": ["-Encoding", "-Path", "-Raw", "-Tail", "-TotalCount", "-Wait"],
    "cp": ["-Container", "-Destination", "-Force", "-Path", "-Recurse"],
    "curl": web,
    "kill": ["-Force"],
    "ls": [
      "-Attributes", "-Depth", "-Directory", "-Exclude", "-File", "-Filter", "-Force", "-Hidden",
      "-Include", "-LiteralPath", "-Name", "-Path", "-Recurse",
    ],
    "mv": ["-Destination", "-Force", "-Path"],
    "ps": ["-ComputerName"],
    "rm": [
      "-Confirm", "-ErrorAction", "-Exclude", "-Force", "-Include", "-LiteralPath", "-Path",
      "-Recurse", "-WhatIf",
    ],
    "sleep": ["-Milliseconds", "-Seconds"],
    "sort": ["-Descending", "-Property", "-Unique"],
    "tee": ["-Append", "-FilePath", "-Variable"],
    "wget": web,
  ]

  private static let web: Set = [
    "-Body", "-ContentType", "-Credential", "-Headers", "-InFile", "-Method", "-OutFile",
    "-SkipCertificateCheck", "-Uri", "-UseBasicParsing",
  ]

  /// The system whose program has an option, when the one that is described here has not.
  package static func system(of option: String, in program: String) -> String? {
    systems.first { $0.options[program]?.contains(option) == true }?.name
  }

  /// Whether a whole word, whose letters may all be options, is a parameter of PowerShell.
  static func isParameter(_ word: String, of program: String) -> Bool {
    guard word.utf8.count > 3, let names = powerShell[program] else { return false }
    return names.contains(word)
  }

  /// The name, in the table, of an option that exists here, too, but not with such a value.
  static func withValue(_ option: String, _ value: String, in program: String) -> String? {
    switch (program, option) {
    // GNU sed edits in place without a value, and takes the empty word for its script.
    case ("sed", "-i") where value.isEmpty: "-i ''"
    // GNU stat tells of the file system, and takes the format for a file.
    case ("stat", "-f") where value.hasPrefix("%"): "-f FORMAT"
    // GNU date tells when a file was changed.
    case ("date", "-r") where value.utf8.count > 8 && value.utf8.allSatisfy(Byte.isDigit):
      "-r SECONDS"
    default: nil
    }
  }
}
