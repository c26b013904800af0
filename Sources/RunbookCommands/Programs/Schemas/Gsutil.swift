/// Not every verb and option is listed; the options are those of all verbs together.
enum Gsutil {
  static let entry = ProgramEntry("gsutil") { _ in program }

  private static let program = Program.shipped(
    .gnu, "gsutil help, from its documentation",
    """
    gsutil {open}
      -D
      -DD
      -h=VALUE...
      -i=VALUE...
      -m
      -o=VALUE...
      -q
      -u=VALUE...
      -r
      -R
      -n
      -c
      -d
      -e
      -I
      -J
      -j=VALUE...
      -L=VALUE...
      -p
      -P
      -s=VALUE...
      -U
      -v
      -x=VALUE...
      -y=VALUE...
      -z=VALUE...
      -Z
      -A
      -k
      -a=VALUE...
      -t
      -f
      -l=VALUE...
      -b=VALUE...
      -w
      -S=VALUE...
      -X=VALUE...
      -M
      -C
      acl {open}
        ch [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      autoclass {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      bucketpolicyonly {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      cat [WORDS...] {open}
      compose [WORDS...] {write} {open}
      config [WORDS...] {write} {open}
      cors {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      cp [WORDS...] {write} {open}
      defacl {open}
        ch [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      defstorageclass {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      du [WORDS...] {open}
      hash [WORDS...] {open}
      help [WORDS...] {open}
      hmac {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        update [WORDS...] {write} {open}
      iam {open}
        ch [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      kms {open}
        authorize [WORDS...] {write} {open}
        encryption [WORDS...] {open}
        serviceaccount [WORDS...] {open}
      label {open}
        ch [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      lifecycle {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      logging {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      ls [WORDS...] {open}
      mb [WORDS...] {write} {open}
      mv [WORDS...] {write} {open}
      notification {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        stopchannel [WORDS...] {write} {open}
        watchbucket [WORDS...] {write} {open}
      pap {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      perfdiag [WORDS...] {open}
      rb [WORDS...] {destructive} {open}
      requesterpays {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      retention {open}
        clear [WORDS...] {write} {open}
        event [WORDS...] {open}
        event-default [WORDS...] {open}
        get [WORDS...] {open}
        lock [WORDS...] {write} {open}
        set [WORDS...] {write} {open}
        temp [WORDS...] {open}
      rewrite [WORDS...] {write} {open}
      rm [WORDS...] {destructive} {open}
      rpo {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      rsync [WORDS...] {write} {open}
      setmeta [WORDS...] {write} {open}
      signurl [WORDS...] {open}
      stat [WORDS...] {open}
      test [WORDS...] {open}
      trace [WORDS...] {open}
      ubla {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      update [WORDS...] {write} {open}
      version [WORDS...] {open}
      versioning {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      web {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
    """)
}
