enum Find {
  static let entry = ProgramEntry("find") { _ in program }

  private static let program = Program.shipped(
    .singleDash, "find(1), findutils 4.9.0",
    """
    # Every test and action stands for itself; `(`, `)`, `!` and `,` are operands.
    find [PATH:path...]
      -H
      -L
      -P
      -D=OPTIONS
      -O0 -O1 -O2 -O3
      -help --help {alone}
      -version --version {alone}
      -a -and
      -o -or
      -not
      -d -depth
      -daystart
      -follow
      -files0-from=FILE:path
      -ignore_readdir_race
      -noignore_readdir_race
      -maxdepth=LEVELS:integer
      -mindepth=LEVELS:integer
      -mount -xdev
      -noleaf
      -regextype=TYPE
      -warn
      -nowarn
      -amin -cmin -mmin=N
      -atime -ctime -mtime=N
      -anewer -cnewer -newer=FILE:path
      -newerat -newerBt -newerct -newermt=TIME
      -neweraa -neweraB -newerac -neweram=FILE:path
      -newerBa -newerBB -newerBc -newerBm=FILE:path
      -newerca -newercB -newercc -newercm=FILE:path
      -newerma -newermB -newermc -newermm=FILE:path
      -context=PATTERN
      -empty
      -executable
      -false
      -fstype=TYPE
      -gid=N
      -group=NAME
      -ilname=PATTERN
      -iname=PATTERN
      -inum=N
      -ipath -iwholename=PATTERN
      -iregex=PATTERN
      -links=N
      -lname=PATTERN
      -name=PATTERN
      -nogroup
      -nouser
      -path -wholename=PATTERN
      -perm=MODE
      -readable
      -regex=PATTERN
      -samefile=FILE:path
      -size=N
      -true
      -type=TYPES
      -uid=N
      -used=N
      -user=NAME
      -writable
      -xtype=TYPES
      -delete {destructive}
      -exec=COMMAND:command(same)
      -execdir=COMMAND:command(same)
      -ok=COMMAND:command(same)
      -okdir=COMMAND:command(same)
      -fls=FILE:path {write}
      -fprint=FILE:path {write}
      -fprint0=FILE:path {write}
      -fprintf=FILE:path {write}
      -ls
      -print
      -print0
      -printf=FORMAT
      -prune
      -quit
    """)
}
