/// Not every verb and option is listed; the options are those of all verbs together.
enum RabbitmqQueues {
  static let entry = ProgramEntry("rabbitmq-queues") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rabbitmq-queues(8), from its documentation",
    """
    rabbitmq-queues {open}
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
      --vhost-pattern=VALUE...
      --queue-pattern=VALUE...
      --errors-only
      --membership=VALUE...
      add_member [WORDS...] {write} {open}
      check_if_node_is_mirror_sync_critical [WORDS...] {open}
      check_if_node_is_quorum_critical [WORDS...] {open}
      check_if_new_quorum_queue_replicas_have_finished_initial_sync [WORDS...] {open}
      delete_member [WORDS...] {destructive} {open}
      force_checkpoint [WORDS...] {write} {open}
      force_shrink_member_to_current_member [WORDS...] {write} {open}
      grow [WORDS...] {write} {open}
      help [WORDS...] {open}
      peek [WORDS...] {open}
      quorum_status [WORDS...] {open}
      rebalance [WORDS...] {write} {open}
      reclaim_quorum_memory [WORDS...] {write} {open}
      shrink [WORDS...] {write} {open}
      stream_status [WORDS...] {open}
      transfer_leadership [WORDS...] {write} {open}
      leader_health_check [WORDS...] {open}
    """)
}
