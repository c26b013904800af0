enum Dpkg {
  static let entry = ProgramEntry("dpkg") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dpkg(1), dpkg 1.21.22",
    """
    # The option is the command. `--force-THING` and the like are more than are listed.
    dpkg [WORD...] {open}
      -i --install {write}
      --unpack {write}
      -A --record-avail {write}
      --configure {write}
      --triggers-only {write}
      -a --pending
      -r --remove {write}
      -P --purge {destructive}
      -V --verify
      -R --recursive
      --get-selections
      --set-selections {write}
      --clear-selections {write}
      --update-avail {write}
      --merge-avail {write}
      --clear-avail {write}
      --forget-old-unavail {write}
      -s --status
      -p --print-avail
      -L --listfiles
      -l --list
      -S --search
      -C --audit
      --yet-to-unpack
      --predep-package
      --add-architecture {write}
      --remove-architecture {write}
      --print-architecture
      --print-foreign-architectures
      --compare-versions
      --admindir=DIR:path
      --root=DIR:path
      --instdir=DIR:path
      --path-exclude=PATTERN
      --path-include=PATTERN
      --pre-invoke=COMMAND
      --post-invoke=COMMAND
      -O --selected-only
      -E --skip-same-version
      -G --refuse-downgrade
      -B --auto-deconfigure
      --triggers
      --no-triggers
      --verify-format=FORMAT
      --no-pager
      --no-debsig
      --no-act --dry-run --simulate {dry}
      -D --debug=OCTAL
      --status-fd=N
      --status-logger=COMMAND
      --log=FILE:path
      --ignore-depends=PACKAGES
      --abort-after=N
      --robot
      --force-help {alone}
      --assert-help {alone}
      -? --help {alone}
      --version {alone}
    """)
}
