/// What people who are on call type for one and the same thing: a line for each, words of one meaning
/// with `=` between. A configuration adds its own. `search.js` asks for each of them where a query holds
/// one, and counts what it finds less than the word that was typed.
enum Synonyms {
  static let builtIn = """
    full=disk full=filling up=out of space=no space left
    oom=out of memory=oomkilled
    crashloopbackoff=crash looping=crashlooping=crash loop
    imagepullbackoff=image pull=errimagepull
    notready=not ready
    unreachable=not reachable
    timeout=timed out=time out
    cert=certificate=certificates
    tls=ssl
    pv=persistent volume=persistentvolume
    pvc=persistent volume claim=persistentvolumeclaim
    svc=service
    ns=namespace
    ds=daemonset
    sts=statefulset
    cm=configmap
    sa=service account=serviceaccount
    hpa=horizontal pod autoscaler
    pdb=pod disruption budget
    crd=custom resource definition
    k8s=kubernetes
    lb=load balancer=loadbalancer
    sg=security group
    vm=virtual machine
    db=database
    dlq=dead letter queue
    gc=garbage collection
    fs=filesystem=file system
    ro=read only=readonly
    creds=credentials
    clock skew=clock drift=time drift
    replica lag=replication lag=replication delay
    """

  /// Of a site, with what its configuration says.
  static func of(_ groups: [[String]]) -> String {
    ([builtIn] + groups.map { $0.joined(separator: "=") }).joined(separator: "\n")
  }
}
