extension Kubectl {
  /// What changes nodes, and certificate requests.
  static let nodes = """
    certificate
      approve CSR... {write}
        @files
        @print
        --force
      deny CSR... {write}
        @files
        @print
        --force
    cordon NODE... {write}
      @dry
      -l --selector=LABELS {alone}
    uncordon NODE... {write}
      @dry
      -l --selector=LABELS {alone}
    drain NODE... {destructive}
      --chunk-size=SIZE:integer
      --delete-emptydir-data
      --disable-eviction
      @dry
      --force
      --grace-period=PERIOD:integer
      --ignore-daemonsets
      --pod-selector=SELECTOR
      -l --selector=LABELS {alone}
      --skip-wait-for-delete-timeout=TIMEOUT:integer
      --timeout=TIMEOUT:duration
    taint NODE TAINT... {write}
      @dry-run
      @print
      --all
      --overwrite
      -l --selector=LABELS
      @validate
    """
}
