enum Ipcs {
  static let entry = ProgramEntry("ipcs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ipcs(1), util-linux 2.42 and 2.38.1",
    """
    ipcs
      -i --id=VALUE...
      -h --help {alone}
      -V --version {alone}
      -m --shmems
      -q --queues
      -s --semaphores
      -a --all
      -t --time
      -p --pid
      -c --creator
      -l --limits
      -u --summary
      --human
      -b --bytes
    """)
}
