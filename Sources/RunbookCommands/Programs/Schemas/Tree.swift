enum Tree {
  static let entry = ProgramEntry("tree") { _ in program }

  private static let program = Program.shipped(
    .gnu, "tree(1), tree 2.1.0",
    """
    tree [DIRECTORY:path...]
      -a
      -d
      -l
      -f
      -x
      -L=LEVEL
      -R
      -P=PATTERN
      -I=PATTERN
      --gitignore
      --gitfile=X
      --matchdirs
      --metafirst
      --prune
      --info
      --infofile=X
      --noreport
      --charset=X
      -o=FILENAME:path
      -q
      -N
      -Q
      -p
      -u
      -g
      -s
      -h
      --si
      --du
      -D
      -F
      --inodes
      --device
      -v
      -t
      -c
      -U
      -r
      --dirsfirst
      --filesfirst
      --sort=X
      -i
      -A
      -S
      -n
      -C
      -X
      -J
      -H=BASEHREF
      -T=STRING
      --nolinks
      --hintro=X
      --houtro=X
      --fromfile
      --fflinks
      --version {alone}
      --help {alone}
      --ignore-case
    """)
}
