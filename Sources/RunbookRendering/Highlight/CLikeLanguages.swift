/// Programming languages, as far as runbooks show them.
enum CLikeLanguages {
  private static let comment = Language.Quote(
    "/*", "*/", hasEscapes: false, spansLines: true, style: .comment)

  static let c = Language("c", "c++", "cpp", "h").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [comment, .init("\""), .init("'")]
    $0.keywords = WordTable(
      """
      auto bool break case char class const continue default delete do double else enum extern float
      for goto if inline int long namespace new private protected public return short signed sizeof
      static struct switch template this throw try typedef union unsigned using void volatile while
      """)
    $0.constants = WordTable("true false NULL nullptr")
    $0.sigils = Array("#".utf8)
  }

  static let go = Language("go", "golang").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [
      comment, .init("\""), .init("`", hasEscapes: false, spansLines: true), .init("'"),
    ]
    $0.keywords = WordTable(
      """
      break case chan const continue default defer else fallthrough for func go goto if import
      interface map package range return select struct switch type var
      """)
    $0.constants = WordTable("true false nil iota")
  }

  static let java = Language("java", "groovy", "kotlin", "kt", "scala").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [comment, .init("\"\"\"", spansLines: true), .init("\""), .init("'")]
    $0.keywords = WordTable(
      """
      abstract boolean break byte case catch char class const continue def default do double else
      enum extends final finally float for fun if implements import instanceof int interface long
      new object override package private protected public return short static super switch this
      throw throws try val var void when while
      """)
    $0.constants = WordTable("true false null")
    $0.sigils = Array("@".utf8)
  }

  static let javascript = Language(
    "javascript", "js", "jsx", "mjs", "node", "ts", "tsx", "typescript"
  ).with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [comment, .init("\""), .init("'"), .init("`", spansLines: true)]
    $0.keywords = WordTable(
      """
      as async await break case catch class const continue debugger default delete do else enum
      export extends finally for from function if implements import in instanceof interface let new
      of private public readonly return static super switch this throw try type typeof var void
      while with yield
      """)
    $0.constants = WordTable("true false null undefined NaN Infinity")
    $0.sigils = Array("@".utf8)
  }

  static let python = Language("python", "py", "python3", "starlark").with {
    $0.comments = [Array("#".utf8)]
    $0.quotes = [
      .init("\"\"\"", spansLines: true), .init("'''", spansLines: true), .init("\""), .init("'"),
    ]
    $0.keywords = WordTable(
      """
      and as assert async await break class continue def del elif else except finally for from
      global if import in is lambda nonlocal not or pass raise return try while with yield match
      case
      """)
    $0.constants = WordTable("True False None")
    $0.sigils = Array("@".utf8)
  }

  static let rust = Language("rust", "rs").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [comment, .init("\"", spansLines: true)]
    $0.keywords = WordTable(
      """
      as async await break const continue crate dyn else enum extern fn for if impl in let loop match
      mod move mut pub ref return self static struct super trait type unsafe use where while
      """)
    $0.constants = WordTable("true false None Some Ok Err")
  }

  static let swift = Language("swift").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [comment, .init("\"\"\"", spansLines: true), .init("\"")]
    $0.keywords = WordTable(
      """
      actor as async await break case catch class continue default defer do else enum extension
      fallthrough for func guard if import in init inout is let mutating package private protocol
      public repeat return self static struct switch throw throws try typealias var where while
      """)
    $0.constants = WordTable("true false nil")
    $0.sigils = Array("@#".utf8)
  }
}
