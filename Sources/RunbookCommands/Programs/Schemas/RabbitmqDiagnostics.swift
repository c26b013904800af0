/// Not every verb and option is listed; the options are those of all verbs together.
enum RabbitmqDiagnostics {
  static let entry = ProgramEntry("rabbitmq-diagnostics") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rabbitmq-diagnostics(8), from its documentation",
    """
    rabbitmq-diagnostics {open}
      -n=VALUE...
      --node=VALUE...
      -q
      --quiet
      -s
      --silent
      -l
      --longnames
      -t=VALUE...
      --timeout=VALUE...
      --formatter=VALUE...
      --unit=VALUE...
      --address=VALUE...
      --port=VALUE...
      --vhost=VALUE...
      -p=VALUE...
      --within=VALUE...
      --sort-by-mem
      --sample-interval=VALUE...
      --raw
      --online
      --offline
      alarms [WORDS...] {open}
      certificates [WORDS...] {open}
      check_alarms [WORDS...] {open}
      check_certificate_expiration [WORDS...] {open}
      check_if_any_deprecated_features_are_used [WORDS...] {open}
      check_if_cluster_has_classic_queue_mirroring_policy [WORDS...] {open}
      check_if_node_is_mirror_sync_critical [WORDS...] {open}
      check_if_node_is_quorum_critical [WORDS...] {open}
      check_local_alarms [WORDS...] {open}
      check_port_connectivity [WORDS...] {open}
      check_port_listener [WORDS...] {open}
      check_protocol_listener [WORDS...] {open}
      check_running [WORDS...] {open}
      check_virtual_hosts [WORDS...] {open}
      cipher_suites [WORDS...] {open}
      cluster_status [WORDS...] {open}
      command_line_arguments [WORDS...] {open}
      consume_event_stream [WORDS...] {open}
      disk_space_monitor_status [WORDS...] {open}
      environment [WORDS...] {open}
      erlang_cookie_hash [WORDS...] {open}
      erlang_cookie_sources [WORDS...] {open}
      erlang_version [WORDS...] {open}
      help [WORDS...] {open}
      is_booting [WORDS...] {open}
      is_running [WORDS...] {open}
      list_deprecated_features [WORDS...] {open}
      list_network_interfaces [WORDS...] {open}
      list_node_auth_attempt_stats [WORDS...] {open}
      listeners [WORDS...] {open}
      log_location [WORDS...] {open}
      log_tail [WORDS...] {open}
      log_tail_stream [WORDS...] {open}
      maybe_stuck [WORDS...] {open}
      memory_breakdown [WORDS...] {open}
      message_size_stats [WORDS...] {open}
      metadata_store_status [WORDS...] {open}
      node_health_check [WORDS...] {open}
      observer [WORDS...] {open}
      os_env [WORDS...] {open}
      ping [WORDS...] {open}
      quorum_status [WORDS...] {open}
      remote_shell [WORDS...] {open}
      report [WORDS...] {open}
      resolve_hostname [WORDS...] {open}
      resolver_info [WORDS...] {open}
      runtime_thread_stats [WORDS...] {open}
      schema_info [WORDS...] {open}
      server_version [WORDS...] {open}
      status [WORDS...] {open}
      tls_versions [WORDS...] {open}
      version [WORDS...] {open}
    """)
}
