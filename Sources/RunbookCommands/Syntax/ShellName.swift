/// The names by which shells are called that read what `sh` reads.
package enum ShellName {
  package static let all: Set<String> = [
    "ash", "bash", "dash", "ksh", "mksh", "rbash", "sh", "zsh",
  ]
}
