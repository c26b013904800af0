/// Not every verb and option is listed; the options are those of all verbs together.
enum KafkaDeleteRecords {
  static let entry = ProgramEntry(
    "kafka-delete-records.sh", "kafka-delete-records"
  ) { _ in program }

  private static let program = Program.shipped(
    .gnu, "kafka-delete-records.sh --help, Kafka 3.9, from its documentation",
    """
    kafka-delete-records.sh|kafka-delete-records [WORDS...] {destructive} {open}
      --bootstrap-server=VALUE...
      --command-config=VALUE...
      --help
      --offset-json-file=VALUE...
      --version
    """)
}
