enum Split {
  static let entry = ProgramEntry("split") { _ in program }

  private static let program = Program.shipped(
    .gnu, "split(1), coreutils 9.1",
    """
    split [FILE:path] [PREFIX] {write}
      -a --suffix-length=N
      --additional-suffix=SUFFIX
      -b --bytes=SIZE
      -C --line-bytes=SIZE
      -d
      --numeric-suffixes[=FROM]
      -x
      --hex-suffixes[=FROM]
      -e --elide-empty-files
      --filter=COMMAND
      -l --lines=NUMBER
      -n --number=CHUNKS
      -t --separator=SEP
      -u --unbuffered
      --verbose
      --help {alone}
      --version {alone}
    """)
}
