/// Not every verb and option is listed; the options are those of all verbs together.
enum Rabbitmqctl {
  static let entry = ProgramEntry("rabbitmqctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rabbitmqctl(8), from its documentation",
    """
    rabbitmqctl {open}
      -n=VALUE...
      --node=VALUE...
      -p=VALUE...
      --vhost=VALUE...
      -q
      --quiet
      -s
      --silent
      -l
      --longnames
      -t=VALUE...
      --timeout=VALUE...
      --formatter=VALUE...
      --printer=VALUE...
      --erlang-cookie=VALUE...
      --script-name=VALUE...
      --no-table-headers
      --offline
      --online
      --local
      --unresponsive
      --dry-run {dry}
      --priority=VALUE...
      --apply-to=VALUE...
      --if-empty
      --if-unused
      --check-all
      --host=VALUE...
      --port=VALUE...
      --all-nodes
      --across-all-vhosts
      --description=VALUE...
      --tags=VALUE...
      --default-queue-type=VALUE...
      --peer=VALUE...
      --opt-in
      --verbose
      --unit=VALUE...
      --hash-algorithm=VALUE...
      --pre-hashed-password
      --connection-limit
      --aggregate
      --target=VALUE...
      --ram
      --disc
      --except-username=VALUE...
      --force
      --no-wait
      activate_free_disk_space_monitoring [WORDS...] {write} {open}
      activate_disk_usage_monitoring [WORDS...] {write} {open}
      add_user [WORDS...] {write} {open}
      add_vhost [WORDS...] {write} {open}
      authenticate_user [WORDS...] {open}
      autocomplete [WORDS...] {open}
      await_online_nodes [WORDS...] {open}
      await_startup [WORDS...] {open}
      cancel_sync_queue [WORDS...] {write} {open}
      change_cluster_node_type [WORDS...] {write} {open}
      change_password [WORDS...] {write} {open}
      clear_global_parameter [WORDS...] {destructive} {open}
      clear_operator_policy [WORDS...] {destructive} {open}
      clear_parameter [WORDS...] {destructive} {open}
      clear_password [WORDS...] {destructive} {open}
      clear_permissions [WORDS...] {destructive} {open}
      clear_policy [WORDS...] {destructive} {open}
      clear_topic_permissions [WORDS...] {destructive} {open}
      clear_user_limits [WORDS...] {destructive} {open}
      clear_vhost_limits [WORDS...] {destructive} {open}
      close_all_connections [WORDS...] {destructive} {open}
      close_all_user_connections [WORDS...] {destructive} {open}
      close_connection [WORDS...] {destructive} {open}
      cluster_status [WORDS...] {open}
      deactivate_free_disk_space_monitoring [WORDS...] {write} {open}
      decode [WORDS...] {open}
      delete_queue [WORDS...] {destructive} {open}
      delete_user [WORDS...] {destructive} {open}
      delete_vhost [WORDS...] {destructive} {open}
      disable_feature_flag [WORDS...] {write} {open}
      eclipse [WORDS...] {open}
      enable_feature_flag [WORDS...] {write} {open}
      encode [WORDS...] {open}
      environment [WORDS...] {open}
      erlang_cookie_hash [WORDS...] {open}
      eval [WORDS...] {write} {open}
      eval_file [WORDS...] {write} {open}
      exec [WORDS...] {write} {open}
      export_definitions [WORDS...] {write} {open}
      force_boot [WORDS...] {write} {open}
      force_gc [WORDS...] {write} {open}
      force_reset [WORDS...] {destructive} {open}
      forget_cluster_node [WORDS...] {destructive} {open}
      hash_password [WORDS...] {open}
      help [WORDS...] {open}
      hipe_compile [WORDS...] {open}
      import_definitions [WORDS...] {write} {open}
      join_cluster [WORDS...] {write} {open}
      list_bindings [WORDS...] {open}
      list_channels [WORDS...] {open}
      list_ciphers [WORDS...] {open}
      list_connections [WORDS...] {open}
      list_consumers [WORDS...] {open}
      list_deprecated_features [WORDS...] {open}
      list_exchanges [WORDS...] {open}
      list_feature_flags [WORDS...] {open}
      list_global_parameters [WORDS...] {open}
      list_hashes [WORDS...] {open}
      list_node_auth_attempt_stats [WORDS...] {open}
      list_operator_policies [WORDS...] {open}
      list_parameters [WORDS...] {open}
      list_permissions [WORDS...] {open}
      list_policies [WORDS...] {open}
      list_queues [WORDS...] {open}
      list_topic_permissions [WORDS...] {open}
      list_unresponsive_queues [WORDS...] {open}
      list_user_limits [WORDS...] {open}
      list_user_permissions [WORDS...] {open}
      list_user_topic_permissions [WORDS...] {open}
      list_users [WORDS...] {open}
      list_vhost_limits [WORDS...] {open}
      list_vhosts [WORDS...] {open}
      log_tail [WORDS...] {open}
      log_tail_stream [WORDS...] {open}
      node_health_check [WORDS...] {open}
      ping [WORDS...] {open}
      purge_queue [WORDS...] {destructive} {open}
      reconcile_vhosts [WORDS...] {write} {open}
      remote_shell [WORDS...] {open}
      rename_cluster_node [WORDS...] {write} {open}
      report [WORDS...] {open}
      reset [WORDS...] {destructive} {open}
      restart_vhost [WORDS...] {write} {open}
      resume_listeners [WORDS...] {write} {open}
      rotate_logs [WORDS...] {write} {open}
      set_cluster_name [WORDS...] {write} {open}
      set_disk_free_limit [WORDS...] {write} {open}
      set_global_parameter [WORDS...] {write} {open}
      set_log_level [WORDS...] {write} {open}
      set_operator_policy [WORDS...] {write} {open}
      set_parameter [WORDS...] {write} {open}
      set_permissions [WORDS...] {write} {open}
      set_policy [WORDS...] {write} {open}
      set_topic_permissions [WORDS...] {write} {open}
      set_user_limits [WORDS...] {write} {open}
      set_user_tags [WORDS...] {write} {open}
      set_vhost_limits [WORDS...] {write} {open}
      set_vhost_tags [WORDS...] {write} {open}
      set_vm_memory_high_watermark [WORDS...] {write} {open}
      set_permissions_globally [WORDS...] {write} {open}
      shutdown [WORDS...] {write} {open}
      start_app [WORDS...] {write} {open}
      status [WORDS...] {open}
      stop [WORDS...] {write} {open}
      stop_app [WORDS...] {write} {open}
      suspend_listeners [WORDS...] {write} {open}
      sync_queue [WORDS...] {write} {open}
      trace_off [WORDS...] {write} {open}
      trace_on [WORDS...] {write} {open}
      update_cluster_nodes [WORDS...] {write} {open}
      update_vhost_metadata [WORDS...] {write} {open}
      upgrade_cluster [WORDS...] {write} {open}
      version [WORDS...] {open}
      wait [WORDS...] {open}
      which_diagnostics [WORDS...] {open}
      list_stream_connections [WORDS...] {open}
      list_stream_consumers [WORDS...] {open}
      list_stream_publishers [WORDS...] {open}
      add_super_stream [WORDS...] {write} {open}
      delete_super_stream [WORDS...] {destructive} {open}
      list_amqp10_connections [WORDS...] {open}
      list_mqtt_connections [WORDS...] {open}
      shovel_status [WORDS...] {open}
      restart_shovel [WORDS...] {write} {open}
      delete_shovel [WORDS...] {destructive} {open}
      federation_status [WORDS...] {open}
      restart_federation_link [WORDS...] {write} {open}
    """)
}
