enum Cp {
  static let entry = ProgramEntry("cp") { _ in program }

  private static let program = Program.shipped(
    .gnu, "cp(1), coreutils 9.1",
    """
    cp SOURCE:path... {write}
      -a --archive
      --attributes-only
      --backup[=CONTROL]
      -b
      --copy-contents
      -d
      -f --force
      -i --interactive
      -H
      -l --link
      -L --dereference
      -n --no-clobber
      -P --no-dereference
      -p
      --preserve[=ATTR_LIST]
      --no-preserve=ATTR_LIST
      --parents
      -R -r --recursive
      --reflink[=WHEN]
      --remove-destination
      --sparse=WHEN
      --strip-trailing-slashes
      -s --symbolic-link
      -S --suffix=SUFFIX
      -t --target-directory=DIRECTORY:path
      -T --no-target-directory
      -u --update
      -v --verbose
      -x --one-file-system
      -Z
      --context[=CTX]
      --help {alone}
      --version {alone}
      --path
    """)
}
