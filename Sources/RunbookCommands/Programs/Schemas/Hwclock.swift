enum Hwclock {
  static let entry = ProgramEntry("hwclock") { _ in program }

  private static let program = Program.shipped(
    .gnu, "hwclock(8), util-linux 2.42 and 2.38.1",
    """
    hwclock [WORDS...]
      -r --show
      --get
      --set {write}
      -s --hctosys {write}
      -w --systohc {write}
      --systz {write}
      -a --adjust {write}
      --param-get=VALUE...
      --param-index=VALUE...
      --vl-read
      --vl-clear
      --predict
      -u --utc
      -l --localtime
      -f --rtc=VALUE...
      --directisa
      --date=VALUE...
      --delay=VALUE...
      --update-drift
      --noadjfile
      --adjfile=VALUE...
      --test {dry}
      -v --verbose
      -h --help {alone}
      -V --version {alone}
      --param-set=VALUE...
      -D --debug
      --epoch=VALUE...
      --ul-debug=VALUE...
      -d=VALUE...
    """)
}
