import RunbookModel

enum ManifestMisspelt {
  static let rule = Rule(
    "manifest-misspelt", .error, "a Kubernetes manifest has a misspelt kind, version or field",
    rationale: """
      `metdata:` or `app/v1` in a manifest: the API server refuses it, and the reader learns that in the
      middle of the procedure. The kinds of the Kubernetes API and the fields at their top are known;
      custom resources may be called anything and are only held to `apiVersion`, `kind` and `metadata`.
      """,
    passing: [
      Rule.Example(
        """
        ```yaml
        apiVersion: networking.k8s.io/v1beta1
        kind: Ingress
        metadata: {name: web}
        spec: {}
        ---
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata: {name: web}
        specs: {}
        ---
        apiVersion: v1
        kind: ConfigMap
        data: {a: b}
        ```
        """),
      Rule.Example("```yaml\nkind: note\napiVersion: 2\nlabel: x\n```"),
    ],
    failing: [
      Rule.Example("```yaml\napiVersion: v1\nkind: Pod\n▸metdata: {name: web}\n▸sepc: {}\n```"),
      Rule.Example("```yaml\napiVersion: ▸app/v1\nkind: Deployment\nmetadata: {}\n```"),
      Rule.Example(
        "```yaml\napiVersion: apps/v1\nkind: ▸Deploymnet\nmetadata: {name: <name>}\n```"),
      Rule.Example("```yaml\napiVersion: ▸v1\nkind: Deployment\n```"),
    ],
    check: .reading)
}
