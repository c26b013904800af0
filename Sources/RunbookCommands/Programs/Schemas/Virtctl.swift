enum Virtctl {
  static let entry = ProgramEntry("virtctl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "kubevirt, pkg/virtctl/root.go; the verbs' own options are open",
    """
    virtctl {open}
      -n --namespace=NAMESPACE
      --context=CONTEXT
      --kubeconfig=FILE:path
      --cluster=CLUSTER
      --user=USER
      --token=TOKEN
      -s --server=SERVER
      --request-timeout=TIME:duration
      -v --v=LEVEL:integer
      -h --help {alone}
      start VM {write} {open}
      stop VM {write} {open}
      restart VM {write} {open}
      migrate VM {write} {open}
      migrate-cancel VM {write} {open}
      soft-reboot VM {write} {open}
      expand VM {write} {open}
      evacuate-cancel VM {write} {open}
      reset VM {write} {open}
      pause KIND NAME {write} {open}
      unpause KIND NAME {write} {open}
      console VM {interactive} {open}
        --timeout=MINUTES:integer
      vnc VM {interactive} {open}
      usbredir [DEVICE] VM {interactive} {open}
      ssh TARGET {interactive} {open}
        -i --identity-file=FILE:path
        -p --port=PORT:integer
        -l --username=USER
        -c --command=COMMAND
        --known-hosts=FILE:path
        -t --local-ssh-opts=OPTION...
      scp SOURCE TARGET {write} {open}
        -i --identity-file=FILE:path
        -p --port=PORT:integer
        -l --username=USER
        -t --local-ssh-opts=OPTION...
      port-forward TARGET PORT... {endless} {open}
      expose KIND NAME {write} {open}
        --port=PORT
        --target-port=PORT
        --name=NAME
        --type=TYPE
        --protocol=PROTOCOL
      addvolume VM {write} {open}
        --volume-name=NAME
        --serial=SERIAL
        --cache=MODE
      removevolume VM {destructive} {open}
        --volume-name=NAME
      image-upload KIND [NAME] {write} {open}
        --image-path=FILE:path
        --size=SIZE
        --storage-class=CLASS
        --uploadproxy-url=URL
        --access-mode=MODE
        --volume-mode=MODE
      guestosinfo VM {open}
      userlist VM {open}
      fslist VM {open}
      guestfs PVC {interactive} {write} {open}
      memory-dump VERB VM {write} {open}
        --claim-name=NAME
        --output=FILE:path
      vmexport VERB NAME {write} {open}
        --output=FILE:path
        --vm=VM
        --snapshot=SNAPSHOT
        --pvc=PVC
        --volume=VOLUME
      create [KIND] {open}
      credentials [WORDS:tail...] {open} {write}
      adm [WORDS:tail...] {open} {write}
      permitted-devices {open}
      objectgraph [WORDS...] {open}
      template [WORDS:tail...] {open}
      version
        -c --client
      options
    """)
}
