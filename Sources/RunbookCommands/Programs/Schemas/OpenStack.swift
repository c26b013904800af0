enum OpenStack {
  static let entry = ProgramEntry("openstack", readsWords: true) { tree.program(for: $0) }

  /// Plugins bring commands of their own.
  static let tree = CommandTree(
    "openstack", source: source,
    common: """
        -h --help {alone}
        --version {alone}
        -v --verbose
        -q --quiet
        --log-file=FILE:path
        --debug
        --timing
        --insecure
        --verify
        --cacert=FILE:path
        --cert=FILE:path
        --key=FILE:path
        --beta-command
        --default-domain=NAME
        --interface=KIND
        --service-provider=NAME
        --remote-project-name=NAME
        --remote-project-id=ID
        -f --format=FORMAT
        -c --column=NAME...
        --os-cloud=NAME
        --os-region-name=NAME
        --os-cacert=FILE:path
        --os-cert=FILE:path
        --os-key=FILE:path
        --os-default-domain=NAME
        --os-interface=KIND
        --os-endpoint-type=KIND
        --os-auth-type=TYPE
        --os-auth-url=URL
        --os-username=NAME
        --os-user-id=ID
        --os-password=PASSWORD
        --os-passcode=CODE
        --os-token=TOKEN
        --os-endpoint=URL
        --os-url=URL
        --os-system-scope=SCOPE
        --os-trust-id=ID
        --os-project-name=NAME
        --os-project-id=ID
        --os-tenant-name=NAME
        --os-tenant-id=ID
        --os-project-domain-name=NAME
        --os-project-domain-id=ID
        --os-user-domain-name=NAME
        --os-user-domain-id=ID
        --os-domain-name=NAME
        --os-domain-id=ID
        --os-application-credential-id=ID
        --os-application-credential-name=NAME
        --os-application-credential-secret=SECRET
        --os-identity-api-version=VERSION
        --os-compute-api-version=VERSION
        --os-image-api-version=VERSION
        --os-network-api-version=VERSION
        --os-volume-api-version=VERSION
        --os-object-api-version=VERSION
        --os-share-api-version=VERSION
        --os-baremetal-api-version=VERSION
        --os-placement-api-version=VERSION
        --os-loadbalancer-api-version=VERSION
        --os-dns-api-version=VERSION
      """, commands)
}
