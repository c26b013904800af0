enum Who {
  static let entry = ProgramEntry("who") { _ in program }

  private static let program = Program.shipped(
    .gnu, "who(1), coreutils 9",
    """
    who [WORDS...]
      -a --all
      -b --boot
      -d --dead
      -H --heading
      -l --login
      --lookup
      -m
      -p --process
      -q --count
      -r --runlevel
      -s --short
      -t --time
      -T -w --mesg
      -u --users
      --message
      --writable
      --help {alone}
      --version {alone}
      --ips
    """)
}
