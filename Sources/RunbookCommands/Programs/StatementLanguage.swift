/// The language of statements that a client hands to a database: what `psql -c`, `redis-cli` or
/// `mongosh --eval` do depends on them.
package enum StatementLanguage: String, Sendable, Hashable {
  case sql, redis, mongo

  /// What some statements do at least. What is not recognised counts as reading.
  package func effect(of text: String) -> Effect {
    switch self {
    case .sql:
      text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(Self.ofSQL).max() ?? .read
    case .redis: Self.ofRedis(text)
    case .mongo: Self.ofMongo(text)
    }
  }

  // MARK: SQL

  private static let destroyingSQL: Set = ["DROP", "TRUNCATE", "DELETE", "PURGE"]
  private static let writingSQL: Set = [
    "ALTER", "CALL", "CHANGE", "CHECKPOINT", "CLUSTER", "COMMENT", "COPY", "CREATE", "FLUSH",
    "GRANT",
    "INSERT", "INSTALL", "KILL", "LOAD", "LOCK", "MERGE", "OPTIMIZE", "REFRESH", "REINDEX",
    "RENAME",
    "REPAIR", "REPLACE", "RESET", "REVOKE", "START", "STOP", "UPDATE", "UPSERT", "VACUUM",
  ]
  /// Functions of PostgreSQL that change something though `SELECT` calls them.
  private static let writingFunctions = [
    "PG_TERMINATE_BACKEND", "PG_CANCEL_BACKEND", "PG_RELOAD_CONF", "PG_PROMOTE", "PG_SWITCH_WAL",
    "PG_REPLICATION_SLOT_ADVANCE", "PG_STAT_RESET", "PG_STAT_STATEMENTS_RESET",
    "PG_WAL_REPLAY_PAUSE",
    "PG_WAL_REPLAY_RESUME", "SETVAL",
  ]

  private static func ofSQL(_ statement: Substring) -> Effect {
    let text = statement.uppercased()
    let words = text.split { !$0.isLetter && $0 != "_" }
    guard let first = words.first.map(String.init) else { return .read }
    if destroyingSQL.contains(first) { return .destructive }
    if writingSQL.contains(first) {
      // A column that goes takes its data with it.
      let isLoss =
        first == "ALTER" && words.contains("DROP") && words.contains("COLUMN")
        || first == "ALTER" && words.contains("TRUNCATE")
      return isLoss ? .destructive : .write
    }
    switch first {
    case "WITH":
      if words.contains("DELETE") { return .destructive }
      return words.contains("INSERT") || words.contains("UPDATE") ? .write : .read
    case "EXPLAIN" where words.contains("ANALYZE"):
      // It runs what it explains.
      guard let start = words.lastIndex(of: "ANALYZE") else { return .read }
      let rest = words[(start + 1)...].filter {
        !["TRUE", "BUFFERS", "VERBOSE", "ON"].contains($0)
      }
      return ofSQL(rest.joined(separator: " ")[...])
    case "SELECT":
      if text.contains("PG_DROP_REPLICATION_SLOT") { return .destructive }
      return writingFunctions.contains { text.contains($0) } ? .write : .read
    default: return .read
    }
  }

  // MARK: Redis

  private static let destroyingRedis: Set = ["FLUSHALL", "FLUSHDB", "DEL", "UNLINK", "GETDEL"]
  /// Two words: a command and what it is told to do.
  private static let destroyingPairs: Set = [
    "CLUSTER RESET", "CLUSTER FORGET", "CLUSTER FLUSHSLOTS", "XGROUP DESTROY", "FUNCTION FLUSH",
  ]
  private static let readingRedis: Set = [
    "AUTH", "BITCOUNT", "BITPOS", "DBSIZE", "DUMP", "ECHO", "EXISTS", "EXPIRETIME", "GEODIST",
    "GEOHASH",
    "GEOPOS", "GEOSEARCH", "GET", "GETBIT", "GETRANGE", "HEXISTS", "HELLO", "HGET", "HGETALL",
    "HKEYS",
    "HLEN", "HMGET", "HSCAN", "HSTRLEN", "HVALS", "INFO", "KEYS", "LASTSAVE", "LINDEX", "LLEN",
    "LOLWUT",
    "LPOS", "LRANGE", "MGET", "MONITOR", "PFCOUNT", "PING", "PSUBSCRIBE", "PTTL", "PUBSUB",
    "RANDOMKEY",
    "ROLE", "SCAN", "SCARD", "SDIFF", "SELECT", "SINTER", "SISMEMBER", "SMEMBERS", "SRANDMEMBER",
    "SSCAN",
    "STRLEN", "SUBSCRIBE", "SUNION", "TIME", "TOUCH", "TTL", "TYPE", "WAIT", "XINFO", "XLEN",
    "XPENDING",
    "XRANGE", "XREAD", "XREVRANGE", "ZCARD", "ZCOUNT", "ZRANGE", "ZRANK", "ZSCAN", "ZSCORE",
    "COMMAND",
    "HELP", "READONLY",
  ]
  /// Second words with which a command such as `CONFIG` or `CLUSTER` only tells something.
  private static let tellingWords: Set = [
    "GET", "LIST", "INFO", "NODES", "SLOTS", "SHARDS", "MYID", "USAGE", "STATS", "DOCTOR", "LEN",
    "LATEST", "HISTORY", "WHOAMI", "CAT", "HELP", "EXISTS", "ENCODING", "FREQ", "IDLETIME",
    "REFCOUNT",
    "ID", "GETNAME", "MASTERS", "MASTER", "REPLICAS", "SLAVES", "SENTINELS",
    "GET-MASTER-ADDR-BY-NAME",
    "CKQUORUM", "KEYSLOT", "COUNTKEYSINSLOT", "GETKEYSINSLOT", "GRAPH", "HISTOGRAM", "MALLOC-STATS",
  ]

  private static func ofRedis(_ text: String) -> Effect {
    let words = text.uppercased().split(whereSeparator: { $0 == " " || $0 == "\n" }).map(
      String.init)
    // A name that is filled in later may be any command.
    guard let first = words.first, first.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "." })
    else { return .read }
    if destroyingRedis.contains(first) { return .destructive }
    if readingRedis.contains(first) { return .read }
    if words.count > 1 {
      if destroyingPairs.contains(first + " " + words[1]) { return .destructive }
      if tellingWords.contains(words[1]) && families.contains(first) { return .read }
    }
    return .write
  }

  private static let families: Set = [
    "ACL", "CLIENT", "CLUSTER", "CONFIG", "FUNCTION", "LATENCY", "MEMORY", "MODULE", "OBJECT",
    "SCRIPT",
    "SENTINEL", "SLOWLOG", "XINFO",
  ]

  // MARK: MongoDB

  private static let destroyingMongo = [
    ".drop(", "dropDatabase", "deleteMany", "deleteOne", ".remove(", "dropUser", "dropCollection",
    "findOneAndDelete",
  ]
  private static let writingMongo = [
    "insert", "update", "replaceOne", "createIndex", "createUser", "createCollection", "dropIndex",
    "findAndModify", "renameCollection", "stepDown", "rs.add", "rs.remove(", "rs.initiate",
    "rs.reconfig",
    "shutdownServer", "fsyncLock", "fsyncUnlock", "killOp", "setFeatureCompatibilityVersion", "sh.",
    "grantRoles", "changeUserPassword", "compact",
  ]

  private static func ofMongo(_ text: String) -> Effect {
    // Members of a replica set that go are no data.
    let statements = text.split(separator: "rs.remove(").joined(separator: "rs.reconfig(")
    if destroyingMongo.contains(where: { statements.contains($0) }) { return .destructive }
    if text.contains("sh.status") { return .read }
    return writingMongo.contains { text.contains($0) } ? .write : .read
  }
}

extension ValueType {
  /// The language of the statements that such a value holds.
  var language: StatementLanguage? {
    if case .statement(let language) = self { language } else { nil }
  }
}

extension ValueKind {
  var type: ValueType? {
    switch self {
    case .none: nil
    case .required(let type), .optional(let type, _): type
    }
  }
}
