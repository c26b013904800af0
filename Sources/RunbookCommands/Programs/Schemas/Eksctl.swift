/// Options of the verbs are not listed.
enum Eksctl {
  static let entry = ProgramEntry("eksctl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "eksctl, from its documentation",
    """
    eksctl
      create {write}
        cluster [NAME] {write} {open}
        nodegroup|ng [NAME] {write} {open}
        iamserviceaccount [NAME] {write} {open}
        iamidentitymapping [NAME] {write} {open}
        fargateprofile [NAME] {write} {open}
        addon [NAME] {write} {open}
        accessentry [NAME] {write} {open}
        podidentityassociation [NAME] {write} {open}
      get
        cluster|clusters [NAME] {open}
        nodegroup|ng|nodegroups [NAME] {open}
        iamserviceaccount|iamserviceaccounts [NAME] {open}
        iamidentitymapping|iamidentitymappings [NAME] {open}
        labels [NAME] {open}
        addon|addons [NAME] {open}
        fargateprofile|fargateprofiles [NAME] {open}
        accessentry|accessentries [NAME] {open}
        podidentityassociation|podidentityassociations [NAME] {open}
      update {write}
        cluster [NAME] {write} {open}
        addon [NAME] {write} {open}
        iamserviceaccount [NAME] {write} {open}
        nodegroup|ng [NAME] {write} {open}
        podidentityassociation [NAME] {write} {open}
        auto-mode-config [NAME] {write} {open}
      upgrade {write}
        cluster [NAME] {write} {open}
        nodegroup|ng [NAME] {write} {open}
      delete {destructive}
        cluster [NAME] {destructive} {open}
        nodegroup|ng [NAME] {destructive} {open}
          @plan
        iamserviceaccount [NAME] {destructive} {open}
          @plan
        iamidentitymapping [NAME] {destructive} {open}
        fargateprofile [NAME] {destructive} {open}
        addon [NAME] {destructive} {open}
        accessentry [NAME] {destructive} {open}
        podidentityassociation [NAME] {destructive} {open}
      set {write}
        labels {write} {open}
      unset {write}
        labels {write} {open}
      scale {write}
        nodegroup|ng [NAME] {write} {open}
      drain {write}
        nodegroup|ng [NAME] {write} {open}
          @plan
      enable [WORDS...] {write} {open}
      deregister [WORDS...] {destructive} {open}
      register [WORDS...] {write} {open}
      utils [WORDS...] {write} {open}
      anywhere [WORDS...] {write} {open}
      associate [WORDS...] {write} {open}
      disassociate [WORDS...] {write} {open}
      completion [SHELL]
      info
        -o --output=FORMAT
      version
        -o --output=FORMAT
      help [WORDS...]
      -C --color=WHEN
      -d --dumpLogs
      -h --help {alone}
      -v --verbose=LEVEL:integer
    """.including(["plan": plan]))

  /// With a configuration file these only print what they would do, until they are told to do it.
  private static let plan = """
    -f --config-file=FILE {dry!--approve}
    --approve
    """
}
