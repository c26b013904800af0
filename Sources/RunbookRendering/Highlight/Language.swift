/// What the painter needs to know of a language. It knows words and punctuation, not grammar: enough
/// to tell keys from values and code from comments.
package struct Language: Sendable {
  /// A kind of string: from its opening to its closing.
  struct Quote: Sendable {
    let opening: [UInt8]
    let closing: [UInt8]
    /// Whether a backslash protects the byte behind it.
    var hasEscapes = true
    var spansLines = false
    var style = CodeStyle.string

    init(
      _ opening: String, _ closing: String? = nil, hasEscapes: Bool = true,
      spansLines: Bool = false, style: CodeStyle = .string
    ) {
      self.opening = Array(opening.utf8)
      self.closing = Array((closing ?? opening).utf8)
      self.hasEscapes = hasEscapes
      self.spansLines = spansLines
      self.style = style
    }
  }

  /// How a key is told from a value.
  enum Keys: Sendable {
    case none
    /// A word or string before `:`, as in YAML and JSON.
    case colon
    /// Everything on a line before `=` (or before `:`, as properties have it).
    case equals
    /// A word before `=` anywhere, as HCL and PromQL's labels have it.
    case equalsAnywhere
  }

  /// Names in lower case, as fences give them.
  package let names: [String]
  /// Openings of comments that go to the end of their line.
  var comments: [[UInt8]] = []
  /// Whether such a comment has to stand at the start of a line or behind a blank.
  var commentsFollowBlanks = false
  /// Block comments are quotes in the style of a comment.
  var quotes: [Quote] = []
  var keywords = WordTable("")
  /// `true`, `null` and their kin.
  var constants = WordTable("")
  var keys = Keys.none
  /// The bytes that open a variable or a decorator: `$`, `@`, `&`, `*`, `!`.
  var sigils: [UInt8] = []
  /// Bytes, beside letters, digits and `_`, that a word may hold.
  var wordBytes: [UInt8] = []
  /// Whether a line that starts with `[` is the heading of a section.
  var hasSections = false
  /// Whether `key: |` opens a text that goes on as long as lines stand further in.
  var hasBlockScalars = false
  /// Whether the first word of a line is a keyword if it is one at all, and nowhere else.
  var keywordsOpenLines = false
  /// Styles of whole lines by what they start with; the first that fits counts.
  var linePrefixes: [(prefix: [UInt8], style: CodeStyle)] = []
  /// Whether `<name attribute="value">` is a tag.
  var isMarkup = false

  init(_ names: String...) { self.names = names }

  /// The same with some parts set.
  func with(_ change: (inout Language) -> Void) -> Language {
    var language = self
    change(&language)
    return language
  }
}
