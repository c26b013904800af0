/// Not every verb and option is listed; the options are those of all verbs together.
enum Zfs {
  static let entry = ProgramEntry("zfs") { _ in program }

  private static let program = Program.shipped(
    .posix, "zfs(8), from its documentation",
    """
    zfs {open}
      -?
      -h
      -V
      --version
      -r
      -R
      -f
      -d=VALUE...
      -n {dry}
      -v
      -H
      -p
      -o=VALUE...
      -s=VALUE...
      -S=VALUE...
      -t=VALUE...
      -O
      -a
      -l
      -u
      -i=VALUE...
      -I=VALUE...
      -D
      -e
      -L
      -P
      -c
      -w
      -k=VALUE...
      -K
      -F
      -x=VALUE...
      -b=VALUE...
      -g
      -U
      -q
      -A
      allow [WORDS...] {write} {open}
      bookmark [WORDS...] {write} {open}
      change-key [WORDS...] {write} {open}
      clone [WORDS...] {write} {open}
      create [WORDS...] {write} {open}
      destroy [WORDS...] {destructive} {open}
      diff [WORDS...] {open}
      get [WORDS...] {open}
      groupspace [WORDS...] {open}
      hold [WORDS...] {write} {open}
      holds [WORDS...] {open}
      inherit [WORDS...] {write} {open}
      jail [WORDS...] {write} {open}
      list [WORDS...] {open}
      load-key [WORDS...] {write} {open}
      mount [WORDS...] {write} {open}
      program [WORDS...] {write} {open}
      project [WORDS...] {open}
      projectspace [WORDS...] {open}
      promote [WORDS...] {write} {open}
      receive|recv [WORDS...] {write} {open}
      redact [WORDS...] {write} {open}
      release [WORDS...] {write} {open}
      rename [WORDS...] {write} {open}
      rollback [WORDS...] {destructive} {open}
      send [WORDS...] {open}
      set [WORDS...] {write} {open}
      share [WORDS...] {write} {open}
      snapshot|snap [WORDS...] {write} {open}
      unallow [WORDS...] {write} {open}
      unjail [WORDS...] {write} {open}
      unload-key [WORDS...] {write} {open}
      unmount|umount [WORDS...] {write} {open}
      unshare [WORDS...] {write} {open}
      upgrade [WORDS...] {write} {open}
      userspace [WORDS...] {open}
      version [WORDS...] {open}
      wait [WORDS...] {open}
      zone [WORDS...] {write} {open}
      unzone [WORDS...] {write} {open}
      rewrite [WORDS...] {write} {open}
    """)
}
