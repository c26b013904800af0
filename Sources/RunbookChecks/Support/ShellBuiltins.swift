import RunbookCommands

/// Commands that a shell has in itself.
package enum ShellBuiltins {
  /// Of bash, without those that are of use only at a prompt's line editor.
  package static let names: Set = [
    ".", ":", "[", "alias", "bg", "break", "builtin", "caller", "cd", "command", "continue",
    "declare", "dirs", "disown", "echo", "enable", "eval", "exec", "exit", "export", "false", "fc",
    "fg", "getopts", "hash", "help", "history", "jobs", "kill", "let", "local", "logout",
    "mapfile", "popd", "printf", "pushd", "pwd", "read", "readarray", "readonly", "return", "set",
    "shift", "shopt", "source", "suspend", "test", "time", "times", "trap", "true", "type",
    "typeset", "ulimit", "umask", "unalias", "unset", "wait",
  ]
}

/// Functions and aliases that a page makes for itself.
enum OwnCommands {
  static func names(_ page: PageDraft) -> Set<String> {
    var names: Set<String> = []
    for command in page.blocks.flatMap(\.scripts).flatMap(\.allCommands) {
      switch command {
      case .compound(let compound):
        if compound.keyword == .function, let name = compound.variable { names.insert(name) }
      case .simple(let simple):
        guard simple.name?.literal == "alias" else { continue }
        for word in simple.arguments where word.leadingText.contains("=") {
          names.insert(String(word.leadingText.prefix { $0 != "=" }))
        }
      }
    }
    return names
  }
}

/// Commands that bring programs along.
enum PackageInstall {
  private static let managers: Set = ["apk", "apt", "apt-get", "dnf", "microdnf", "yum", "zypper"]

  /// Packages whose programs are called otherwise.
  private static let programs: [String: [String]] = [
    "bind-utils": ["dig", "host", "nslookup", "delv"],
    "bind9-dnsutils": ["dig", "nslookup", "delv"],
    "dnsutils": ["dig", "nslookup", "delv"],
    "iproute": ["ip", "ss", "bridge", "tc", "nstat"],
    "iproute2": ["ip", "ss", "bridge", "tc", "nstat"],
    "iputils": ["ping", "tracepath", "arping"],
    "iputils-ping": ["ping"],
    "net-tools": ["netstat", "ifconfig", "route", "arp"],
    "nmap-ncat": ["nc", "ncat"],
    "procps": ["ps", "top", "free", "pgrep", "pkill", "vmstat", "watch"],
    "procps-ng": ["ps", "top", "free", "pgrep", "pkill", "vmstat", "watch"],
    "sysstat": ["iostat", "mpstat", "pidstat", "sar"],
    "util-linux": ["lsblk", "nsenter", "mount", "findmnt", "dmesg", "lscpu"],
  ]

  /// The programs that are there once the command has run; none for any other command.
  static func programs(of command: BoundCommand) -> [String] {
    guard let name = command.name, managers.contains(name) else { return [] }
    let words = command.words.dropFirst().compactMap(\.literal)
    guard let verb = words.firstIndex(where: { ["install", "add", "in"].contains($0) }) else {
      return []
    }
    return words[(verb + 1)...].filter { !$0.hasPrefix("-") }.flatMap {
      [$0] + (programs[$0] ?? [])
    }
  }
}
