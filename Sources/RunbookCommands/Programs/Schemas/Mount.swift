enum Mount {
  static let entry = ProgramEntry("mount") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mount(8), mount 2.38.1",
    """
    mount [SOURCE] [TARGET:path] {write=operands}
      -a --all {write}
      -c --no-canonicalize
      -f --fake
      -F --fork
      -T --fstab=PATH:path
      -i --internal-only
      -l --show-labels
      -m --mkdir[=MODE]
      -n --no-mtab
      --options-mode=MODE
      --options-source=SOURCE
      --options-source-force
      -o --options=LIST
      -O --test-opts=LIST
      -r --read-only
      -t --types=LIST
      --source=SRC
      --target=TARGET
      --target-prefix=PATH:path
      -v --verbose
      -w --rw --read-write
      -N --namespace=NS
      -h --help {alone}
      -V --version {alone}
      -L --label=LABEL
      -U --uuid=UUID
      -B --bind
      -M --move
      -R --rbind
      --make-shared
      --make-slave
      --make-private
      --make-unbindable
      --make-rshared
      --make-rslave
      --make-rprivate
      --make-runbindable
      -s
      --ro
    """)
}
