/// Not every verb and option is listed; the options are those of all verbs together.
enum KafkaLeaderElection {
  static let entry = ProgramEntry(
    "kafka-leader-election.sh", "kafka-leader-election"
  ) { _ in program }

  private static let program = Program.shipped(
    .gnu, "kafka-leader-election.sh --help, Kafka 3.9, from its documentation",
    """
    kafka-leader-election.sh|kafka-leader-election [WORDS...] {write} {open}
      --admin.config=VALUE...
      --all-topic-partitions
      --bootstrap-server=VALUE...
      --election-type=VALUE...
      --help
      --partition=VALUE...
      --path-to-json-file=VALUE...
      --topic=VALUE...
      --version
    """)
}
