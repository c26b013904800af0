/// The kinds of the Kubernetes API and the fields at their top.
///
/// Source: the API reference of Kubernetes 1.34, and for versions that are no longer served the
/// deprecated API migration guide (https://kubernetes.io/docs/reference/using-api/deprecation-guide/).
enum KubernetesKinds {
  struct Kind {
    /// The group versions it is or was served in, today's first.
    let versions: [String]
    /// Its fields beside those that all have.
    let fields: [String]
  }

  static let common = ["apiVersion", "kind", "metadata"]

  static let all: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").map(String.init)
      }
      guard columns.count == 3 else { continue }
      for name in columns[0] { kinds[name] = Kind(versions: columns[1], fields: columns[2]) }
    }
    return kinds
  }()

  /// The group versions in which nothing but these kinds is served.
  static let versions = Set(all.values.flatMap(\.versions))

  private static let table = """
    Pod Service Namespace Node PersistentVolume PersistentVolumeClaim ReplicationController ResourceQuota|v1|spec status
    LimitRange|v1|spec
    ConfigMap|v1|data binaryData immutable
    Secret|v1|data stringData type immutable
    ServiceAccount|v1|secrets imagePullSecrets automountServiceAccountToken
    Endpoints|v1|subsets
    PodTemplate|v1|template
    List|v1|items
    Deployment|apps/v1 apps/v1beta2 apps/v1beta1 extensions/v1beta1|spec status
    StatefulSet|apps/v1 apps/v1beta2 apps/v1beta1|spec status
    DaemonSet ReplicaSet|apps/v1 apps/v1beta2 extensions/v1beta1|spec status
    ControllerRevision|apps/v1 apps/v1beta2 apps/v1beta1|data revision
    Job|batch/v1|spec status
    CronJob|batch/v1 batch/v1beta1 batch/v2alpha1|spec status
    HorizontalPodAutoscaler|autoscaling/v2 autoscaling/v1 autoscaling/v2beta2 autoscaling/v2beta1|spec status
    Ingress|networking.k8s.io/v1 networking.k8s.io/v1beta1 extensions/v1beta1|spec status
    IngressClass|networking.k8s.io/v1 networking.k8s.io/v1beta1|spec
    NetworkPolicy|networking.k8s.io/v1 extensions/v1beta1|spec status
    PodDisruptionBudget|policy/v1 policy/v1beta1|spec status
    PodSecurityPolicy|policy/v1beta1 extensions/v1beta1|spec
    Role|rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1alpha1|rules
    ClusterRole|rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1alpha1|rules aggregationRule
    RoleBinding ClusterRoleBinding|rbac.authorization.k8s.io/v1 rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1alpha1|subjects roleRef
    StorageClass|storage.k8s.io/v1 storage.k8s.io/v1beta1|provisioner parameters reclaimPolicy mountOptions allowVolumeExpansion volumeBindingMode allowedTopologies
    PriorityClass|scheduling.k8s.io/v1 scheduling.k8s.io/v1beta1 scheduling.k8s.io/v1alpha1|value globalDefault description preemptionPolicy
    CustomResourceDefinition|apiextensions.k8s.io/v1 apiextensions.k8s.io/v1beta1|spec status
    APIService|apiregistration.k8s.io/v1 apiregistration.k8s.io/v1beta1|spec status
    MutatingWebhookConfiguration ValidatingWebhookConfiguration|admissionregistration.k8s.io/v1 admissionregistration.k8s.io/v1beta1|webhooks
    Lease|coordination.k8s.io/v1 coordination.k8s.io/v1beta1|spec
    CertificateSigningRequest|certificates.k8s.io/v1 certificates.k8s.io/v1beta1|spec status
    EndpointSlice|discovery.k8s.io/v1 discovery.k8s.io/v1beta1|addressType endpoints ports
    RuntimeClass|node.k8s.io/v1 node.k8s.io/v1beta1|handler overhead scheduling
    """
}
