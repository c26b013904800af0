// swift-format-ignore-file
/// Options are listed from its own help and page; how they may be combined is not.
enum Chronyc {
  static let entry = ProgramEntry("chronyc") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chronyc(1), 4.9 and 4.3",
    """
    chronyc [WORDS...] {open}
      -4
      -6
      -n
      -N
      -c
      -e
      -m
      -h[=VALUE]...
      -p[=VALUE]...
      -u[=VALUE]...
      -w
      --help {alone}
      -d
      -f[=VALUE]...
      -a
      -v --version {alone}
      -2
      -1
      -s
      -9
      -k
      -r
      tracking|sources|sourcestats|activity|ntpdata|authdata|clients|serverstats|selectdata|smoothing|rtcdata|sourcename|waitsync|manual|accheck [WORDS...] {open}
      makestep|maxupdateskew|burst|online|offline|onoffline|refresh|reload|rekey|reset|cyclelogs|dump|settime|trimrtc|writertc|doffset|dfreq|polltarget|maxpoll|minpoll|minstratum|maxdelay|reselect|reselectdist|selectopts|local|allow|deny [WORDS...] {write} {open}
      add|delete [WORDS...] {write} {open}
      shutdown [WORDS...] {write} {open}
      help|keygen|retries|timeout|authhash|dns|quit|exit [WORDS...] {open}
    """)
}
