/// Languages that ask.
enum QueryLanguages {
  static let promql = Language("promql", "logql", "metricsql").with {
    $0.comments = [Array("#".utf8)]
    $0.quotes = [.init("\""), .init("'"), .init("`", hasEscapes: false, spansLines: true)]
    $0.keywords = WordTable(
      """
      and or unless by without on ignoring group_left group_right offset bool start end
      abs absent absent_over_time avg avg_over_time ceil changes clamp clamp_max clamp_min count
      count_over_time count_values day_of_month day_of_week delta deriv exp floor
      histogram_quantile holt_winters hour idelta increase irate label_join label_replace
      last_over_time ln log10 log2 max max_over_time min min_over_time month predict_linear
      present_over_time quantile quantile_over_time rate resets round scalar sgn sort sort_desc sqrt
      stddev stddev_over_time stdvar stdvar_over_time sum sum_over_time time timestamp topk bottomk
      group vector year
      """)
    $0.constants = WordTable("inf nan", ignoresCase: true)
    $0.keys = .equalsAnywhere
    $0.sigils = Array("$".utf8)
    $0.wordBytes = Array(":".utf8)
  }

  static let sql = Language("sql", "mysql", "pgsql", "postgresql", "sqlite").with {
    $0.comments = [Array("--".utf8)]
    $0.quotes = [
      .init("'", hasEscapes: false, spansLines: true), .init("\"", hasEscapes: false),
      .init("`", hasEscapes: false), .init("/*", "*/", spansLines: true, style: .comment),
    ]
    $0.keywords = WordTable(
      """
      add all alter analyze and any as asc begin between by cascade case cast check column commit
      constraint create cross database default delete desc describe distinct drop else end except
      exists explain fetch for foreign from full function grant group having if in index inner
      insert intersect into is join key kill left like limit lock natural not of offset on or order
      outer over partition primary procedure references replace restrict returning revoke right
      rollback row rows schema select set show table temporary then to transaction trigger truncate
      union unique update use user using vacuum values view when where window with
      """, ignoresCase: true)
    $0.constants = WordTable("true false null", ignoresCase: true)
    $0.sigils = Array("@:$".utf8)
  }
}
