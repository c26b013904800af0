/// Not every verb and option is listed; the options are those of all verbs together.
enum S3cmd {
  static let entry = ProgramEntry("s3cmd") { _ in program }

  private static let program = Program.shipped(
    .gnu, "s3cmd --help, from its documentation",
    """
    s3cmd {open}
      -n {dry}
      --dry-run {dry}
      -r
      --recursive
      -f
      --force
      mb [WORDS...] {write} {open}
      rb [WORDS...] {destructive} {open}
      ls [WORDS...] {open}
      la [WORDS...] {open}
      put [WORDS...] {write} {open}
      get [WORDS...] {open}
      del [WORDS...] {destructive} {open}
      rm [WORDS...] {destructive} {open}
      restore [WORDS...] {write} {open}
      sync [WORDS...] {write} {open}
      du [WORDS...] {open}
      info [WORDS...] {open}
      cp [WORDS...] {write} {open}
      modify [WORDS...] {write} {open}
      mv [WORDS...] {write} {open}
      setacl [WORDS...] {write} {open}
      setversioning [WORDS...] {write} {open}
      setownership [WORDS...] {write} {open}
      setblockpublicaccess [WORDS...] {write} {open}
      setobjectlegalhold [WORDS...] {write} {open}
      setobjectretention [WORDS...] {write} {open}
      setpolicy [WORDS...] {write} {open}
      delpolicy [WORDS...] {destructive} {open}
      setcors [WORDS...] {write} {open}
      delcors [WORDS...] {destructive} {open}
      payer [WORDS...] {write} {open}
      multipart [WORDS...] {open}
      abortmp [WORDS...] {destructive} {open}
      listmp [WORDS...] {open}
      accesslog [WORDS...] {write} {open}
      sign [WORDS...] {open}
      signurl [WORDS...] {open}
      fixbucket [WORDS...] {write} {open}
      settagging [WORDS...] {write} {open}
      gettagging [WORDS...] {open}
      deltagging [WORDS...] {destructive} {open}
      ws-create [WORDS...] {write} {open}
      ws-delete [WORDS...] {destructive} {open}
      ws-info [WORDS...] {open}
      expire [WORDS...] {write} {open}
      setlifecycle [WORDS...] {write} {open}
      getlifecycle [WORDS...] {open}
      dellifecycle [WORDS...] {destructive} {open}
      setnotification [WORDS...] {write} {open}
      getnotification [WORDS...] {open}
      delnotification [WORDS...] {destructive} {open}
      cflist [WORDS...] {open}
      cfinfo [WORDS...] {open}
      cfcreate [WORDS...] {write} {open}
      cfdelete [WORDS...] {destructive} {open}
      cfmodify [WORDS...] {write} {open}
      cfinval [WORDS...] {write} {open}
      cfinvalinfo [WORDS...] {open}
    """)
}
