enum Kubeadm {
  static let entry = ProgramEntry("kubeadm") { _ in program }

  private static let program = Program.shipped(
    .pflag, "Reference documentation of kubeadm 1.32",
    """
    kubeadm
      --add-dir-header
      -h --help {alone}
      --log-file=FILE:path
      --log-file-max-size=SIZE:integer
      --one-output
      --rootfs=DIR:path
      --skip-headers
      --skip-log-headers
      -v --v=LEVEL:integer
      certs
        certificate-key
        check-expiration
          --cert-dir=DIR:path
          --config=FILE:path
          --kubeconfig=FILE:path
          --allow-missing-template-keys
          -o --output=FORMAT
          --show-managed-fields
        generate-csr {write}
          --cert-dir=DIR:path
          --config=FILE:path
          --kubeconfig-dir=DIR:path
        renew CERTIFICATE {write}
          --cert-dir=DIR:path
          --config=FILE:path
          --kubeconfig=FILE:path
      completion SHELL(bash|zsh)
      config
        --kubeconfig=FILE:path
        images
          list
            --allow-missing-template-keys
            --config=FILE:path
            --feature-gates=GATES
            --image-repository=REPOSITORY
            --kubernetes-version=VERSION
            -o --output=FORMAT
            --show-managed-fields
          pull {write}
            --config=FILE:path
            --cri-socket=PATH
            --feature-gates=GATES
            --image-repository=REPOSITORY
            --kubernetes-version=VERSION
        migrate
          --allow-experimental-api
          --new-config=FILE:path
          --old-config=FILE:path {required}
        print
          init-defaults
            --component-configs=LIST
          join-defaults
            --component-configs=LIST
          reset-defaults
            --component-configs=LIST
          upgrade-defaults
            --component-configs=LIST
        validate
          --allow-experimental-api
          --config=FILE:path
      init {write} {alone}
        --apiserver-advertise-address=ADDRESS
        --apiserver-bind-port=PORT:integer
        --apiserver-cert-extra-sans=NAMES...
        --cert-dir=DIR:path
        --certificate-key=KEY
        --config=FILE:path
        --control-plane-endpoint=ADDRESS
        --cri-socket=PATH
        --dry-run {dry}
        --feature-gates=GATES
        --ignore-preflight-errors=CHECKS...
        --image-repository=REPOSITORY
        --kubernetes-version=VERSION
        --node-name=NAME
        --patches=DIR:path
        --pod-network-cidr=CIDR
        --service-cidr=CIDR
        --service-dns-domain=DOMAIN
        --skip-certificate-key-print
        --skip-phases=PHASES...
        --skip-token-print
        --token=TOKEN
        --token-ttl=DURATION
        --upload-certs
        phase [PHASE:tail...] {write}
      join [ENDPOINT] {write} {alone}
        --apiserver-advertise-address=ADDRESS
        --apiserver-bind-port=PORT:integer
        --certificate-key=KEY
        --config=FILE:path
        --control-plane
        --cri-socket=PATH
        --discovery-file=FILE
        --discovery-token=TOKEN
        --discovery-token-ca-cert-hash=HASH...
        --discovery-token-unsafe-skip-ca-verification
        --dry-run {dry}
        --ignore-preflight-errors=CHECKS...
        --node-name=NAME
        --patches=DIR:path
        --skip-phases=PHASES...
        --tls-bootstrap-token=TOKEN
        --token=TOKEN
        phase [PHASE:tail...] {write}
      kubeconfig
        user
          --client-name=NAME {required}
          --config=FILE:path
          --org=NAMES...
          --token=TOKEN
          --validity-period=DURATION
      reset {destructive} {alone}
        --cert-dir=DIR:path
        --cleanup-tmp-dir
        --config=FILE:path
        --cri-socket=PATH
        --dry-run {dry}
        -f --force
        --ignore-preflight-errors=CHECKS...
        --kubeconfig=FILE:path
        --skip-phases=PHASES...
        phase [PHASE:tail...] {write}
      token
        --dry-run {dry}
        --kubeconfig=FILE:path
        create [TOKEN] {write}
          --certificate-key=KEY
          --config=FILE:path
          --description=TEXT
          --groups=GROUPS...
          --print-join-command
          --ttl=DURATION
          --usages=USAGES...
        delete TOKEN... {destructive}
        generate
        list
          --allow-missing-template-keys
          -o --output=FORMAT
          --show-managed-fields
      upgrade
        apply [VERSION] {write} {alone}
          --allow-experimental-upgrades
          --allow-release-candidate-upgrades
          --certificate-renewal
          --config=FILE:path
          --dry-run {dry}
          --etcd-upgrade
          --feature-gates=GATES
          -f --force
          --ignore-preflight-errors=CHECKS...
          --kubeconfig=FILE:path
          --patches=DIR:path
          --print-config
          --skip-phases=PHASES...
          -y --yes
          phase [PHASE:tail...] {write}
        diff [VERSION]
          --api-server-manifest=FILE:path
          --config=FILE:path
          -c --context-lines=COUNT:integer
          --controller-manager-manifest=FILE:path
          --kubeconfig=FILE:path
          --scheduler-manifest=FILE:path
        node {write} {alone}
          --certificate-renewal
          --config=FILE:path
          --dry-run {dry}
          --etcd-upgrade
          --ignore-preflight-errors=CHECKS...
          --kubeconfig=FILE:path
          --patches=DIR:path
          --skip-phases=PHASES...
          phase [PHASE:tail...] {write}
        plan [VERSION]
          --allow-experimental-upgrades
          --allow-missing-template-keys
          --allow-release-candidate-upgrades
          --config=FILE:path
          --etcd-upgrade
          --feature-gates=GATES
          --ignore-preflight-errors=CHECKS...
          --kubeconfig=FILE:path
          -o --output=FORMAT
          --print-config
          --show-managed-fields
      version
        -o --output=FORMAT
    """)
}
