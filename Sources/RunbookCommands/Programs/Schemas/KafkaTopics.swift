/// Not every verb and option is listed; the options are those of all verbs together.
enum KafkaTopics {
  static let entry = ProgramEntry("kafka-topics.sh", "kafka-topics") { _ in program }

  private static let program = Program.shipped(
    .gnu, "kafka-topics.sh --help, Kafka 3.9, from its documentation",
    """
    kafka-topics.sh|kafka-topics [WORDS...] {open}
      --alter {write}
      --at-min-isr-partitions
      --bootstrap-server=VALUE...
      --command-config=VALUE...
      --config=VALUE...
      --create {write}
      --delete {destructive}
      --delete-config=VALUE...
      --describe
      --disable-rack-aware
      --exclude-internal
      --force
      --help
      --if-exists
      --if-not-exists
      --list
      --partitions=VALUE...
      --replica-assignment=VALUE...
      --replication-factor=VALUE...
      --topic=VALUE...
      --topic-id=VALUE...
      --topics-with-overrides
      --unavailable-partitions
      --under-min-isr-partitions
      --under-replicated-partitions
      --version
      --zookeeper=VALUE...
      --partition-size-limit-per-response=VALUE...
    """)
}
