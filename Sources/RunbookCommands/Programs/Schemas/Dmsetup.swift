/// Options are those of all verbs together.
enum Dmsetup {
  static let entry = ProgramEntry("dmsetup") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dmsetup(8), LVM 2.03",
    """
    dmsetup {open}
      -o[=VALUE]...
      -c -C --columns
      -f --force
      -j --major[=VALUE]
      -m --minor[=VALUE]
      -n --notable
      -r --readonly
      -u --uuid[=VALUE]
      -U[=VALUE]
      -G[=VALUE]
      -M[=VALUE]
      -O[=VALUE]
      -S --select[=VALUE]
      -y --yes
      -v --verbose
      --version {alone}
      --help {alone}
      --checks
      --deferred
      --inactive
      --noflush
      --nolockfs
      --noheadings
      --noopencount
      --noudevrules
      --noudevsync
      --options[=VALUE]
      --retry
      --separator[=VALUE]
      --showkeys
      --sort[=VALUE]
      --table[=VALUE]
      --target[=VALUE]
      --tree
      --udevcookie[=VALUE]
      --units[=VALUE]
      --verifyudev
      create|load|reload|resume|suspend|rename|setgeometry|message|mangle|mknodes|clear|setuuid [WORDS...] {write} {open}
      remove|remove_all|wipe_table [WORDS...] {destructive} {open}
      ls|info|deps|status|table|stats|targets|version|splitname|report|help|measure|list|udevcookies [WORDS...] {open}
      wait [WORDS...] {open}
      udevcreatecookie|udevreleasecookie|udevcomplete|udevcomplete_all|udevflags [WORDS...] {write} {open}
    """)
}
