/// What a stretch of code is, for the style sheet: `<i class=…>` around it.
///
/// The markup of code, which style sheets and scripts may rely on. Its text content is the source,
/// byte for byte.
///
/// | markup | holds |
/// |---|---|
/// | `<span class=cmd>` | what is pasted as one: a statement, or several that share a line, with its continuation lines and here-documents; not the comment behind it |
/// | `<span class=pr>` | a prompt with the blank behind it; inside `cmd`, the `> ` before a further line |
/// | `<span class=out>` | what a command printed |
/// | `<span class=ph data-in="NAME" …>` | a placeholder, in blocks and in code spans |
/// | `<i class=p>` | program and its verbs |
/// | `<i class=o>` | option |
/// | `<i class=s>` | string: quoted text, here-document |
/// | `<i class=v>` | variable, expansion, name of an assignment; anchor, tag, label |
/// | `<i class=c>` | comment |
/// | `<i class=r>` | operator, redirection |
/// | `<i class=k>` | keyword |
/// | `<i class=n>` | number or named constant |
/// | `<i class=a>` | key, attribute, field name |
/// | `<i class=g>` | heading of a section: `[unit]`, `@@ … @@`, a tag name |
/// | `<i class=ins>`, `<i class=del>` | line added, line removed |
/// | `<i class=w>`, `<code class=w>` | a word that must not break, where a browser would break it; beside a class from above if it is one |
/// | `<i class=l>`, `<code class=l>` | the same of a word longer than some lines, which may break where nothing scrolls |
/// | `<wbr>` | a break is allowed: inside a long word, after `/`, `,` or `=` |
///
/// What a command copies: the text of its `cmd` without the `pr` and `c` inside. A placeholder says
/// what its value goes through, see `PlaceholderMark`:
///
/// | | |
/// |---|---|
/// | `data-q` | the quotings of `ValueLayer`, the one of the innermost shell first |
/// | `data-only` | instead of these: no quoting holds, the kind of `ValueLimit` that passes as it is |
/// | `data-why`, `data-no` | with `data-only`: the reason, and characters that do not pass either |
/// | `data-ending` | the value may not complete this: the end of a here-document |
package enum CodeStyle: UInt8 {
  case plain, program, option, string, variable, comment, `operator`, keyword, number, key, section
  case inserted, deleted

  /// The opening tags, by raw value.
  static let openings = names.map { Array("<i class=\($0)>".utf8) }
  static let wordOpenings = names.map { opening($0, "w") }
  static let longOpenings = names.map { opening($0, "l") }

  /// The styles that the style sheet never breaks, by raw value.
  static let keepsWords = names.map { ["p", "o", "r", "k", "n"].contains($0) }

  private static let names = [
    "", "p", "o", "s", "v", "c", "r", "k", "n", "a", "g", "ins", "del",
  ]

  private static func opening(_ name: String, _ other: String) -> [UInt8] {
    Array((name.isEmpty ? "<i class=\(other)>" : "<i class=\"\(name) \(other)\">").utf8)
  }

  static let closing = Array("</i>".utf8)
}
