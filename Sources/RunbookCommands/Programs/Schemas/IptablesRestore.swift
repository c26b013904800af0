/// Options are listed from its own help and page; how they may be combined is not.
enum IptablesRestore {
  static let entry = ProgramEntry("iptables-restore", "ip6tables-restore") { _ in program }

  private static let program = Program.shipped(
    .gnu, "iptables-restore(8), 1.8.13 and 1.8.9",
    """
    iptables-restore|ip6tables-restore [FILE] {write} {open}
      -c
      -v
      -V
      -t {dry}
      -h
      -n
      -4
      -6
      -T[=VALUE]...
      -M[=VALUE]...
      --counters
      --help[=VALUE]... {alone}
      --noflush
      -A[=VALUE]...
      --test {dry}
      --verbose
      --version {alone}
      --wait[=VALUE]...
      -w
      --modprobe[=VALUE]...
      --table[=VALUE]...
      --combine
      --dump
      --exact
      --file[=VALUE]...
      --ipv4
      --ipv6
      --line-numbers
      --out-interface[=VALUE]...
      --set-counters[=VALUE]...
      --wait-interval[=VALUE]...
      -W
      -b
    """)
}
