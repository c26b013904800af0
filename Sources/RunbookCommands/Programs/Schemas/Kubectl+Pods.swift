extension Kubectl {
  /// What reaches into pods.
  static let pods = """
    attach POD {endless}
      -c --container=CONTAINER
      --pod-running-timeout=TIMEOUT:duration
      -q --quiet
      -i --stdin
      -t --tty {interactive}
      --detach-keys=KEYS {since=1.36}
    port-forward POD PORT... {endless}
      --address=ADDRESS
      --pod-running-timeout=TIMEOUT:duration
    proxy {endless}
      --accept-hosts=HOSTS
      --accept-paths=PATHS
      --address=ADDRESS
      --api-prefix=PREFIX
      --append-server-path
      --disable-filter
      --keepalive=KEEPALIVE:duration
      -p --port=PORT:integer
      --reject-methods=METHODS
      --reject-paths=PATHS
      -u --unix-socket=SOCKET
      -w --www=WWW
      -P --www-prefix=PREFIX
    cp SOURCE TARGET {write}
      -c --container=CONTAINER
      --no-preserve
      --retries=RETRIES:integer
    """
}
