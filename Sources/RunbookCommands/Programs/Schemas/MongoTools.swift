// swift-format-ignore-file
/// Options are those of all of them together.
enum MongoTools {
  static let entry = ProgramEntry("mongoexport", "mongoimport", "mongostat", "mongotop", "bsondump", "mongofiles") { _ in program }

  private static let program = Program.shipped(
    .gnu, "the MongoDB database tools, from their documentation",
    """
    mongoexport|mongoimport|mongostat|mongotop|bsondump|mongofiles [WORDS...] {open}
      --uri[=VALUE]
      -h --host[=VALUE]
      --port[=VALUE]
      -u --username[=VALUE]
      -p --password[=VALUE]
      --authenticationDatabase[=VALUE]
      --authenticationMechanism[=VALUE]
      --ssl
      --sslCAFile[=VALUE]
      --sslPEMKeyFile[=VALUE]
      --tlsInsecure
      -d --db[=VALUE]
      -c --collection[=VALUE]
      -f --fields[=VALUE]
      --fieldFile[=VALUE]
      -q --query[=VALUE]
      --queryFile[=VALUE]
      --sort[=VALUE]
      --limit[=VALUE]
      --skip[=VALUE]
      --readPreference[=VALUE]
      -o --out[=VALUE]
      --type[=VALUE]
      --jsonArray
      --jsonFormat[=VALUE]
      --pretty
      --file[=VALUE]
      --drop {destructive}
      --mode[=VALUE]
      --upsertFields[=VALUE]
      --headerline
      --ignoreBlanks
      --columnsHaveTypes
      --numInsertionWorkers[=VALUE]
      --stopOnError
      --writeConcern[=VALUE]
      --discover
      --rowcount[=VALUE]
      --noheaders
      --bsonFile[=VALUE]
      --outFile[=VALUE]
      --quiet
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
