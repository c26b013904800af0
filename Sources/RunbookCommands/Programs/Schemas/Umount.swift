enum Umount {
  static let entry = ProgramEntry("umount") { _ in program }

  private static let program = Program.shipped(
    .gnu, "umount(8), mount 2.38.1",
    """
    umount [TARGET:path...] {write}
      -a --all
      -A --all-targets
      -c --no-canonicalize
      -d --detach-loop
      --fake
      -f --force
      -i --internal-only
      -n --no-mtab
      -l --lazy
      -O --test-opts=LIST
      -R --recursive
      -r --read-only
      -t --types=LIST
      -v --verbose
      -q --quiet
      -N --namespace=NS
      -h --help {alone}
      -V --version {alone}
    """)
}
