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
/// | `<span class=ph data-in="NAME" data-q=QUOTE>` | a placeholder, in blocks and in code spans |
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
///
/// What a command copies: the text of its `cmd` without the `pr` and `c` inside. `data-q` says how a
/// value must be protected where the placeholder stands:
///
/// | `data-q` | the value stands |
/// |---|---|
/// | `bare` | outside quotes: quote it if it holds anything but `A-Za-z0-9_./:@%+,=-` |
/// | `single` | in `'…'`: `'` becomes `'\''` |
/// | `double` | in `"…"`: a backslash goes before `\`, `"`, `$` and a backtick |
/// | `ansi` | in `$'…'`: a backslash goes before `\` and `'` |
/// | `heredoc` | in a here-document that is expanded: a backslash goes before `\`, `$` and a backtick |
/// | `text` | where no shell reads it: comments, other languages, prose, quoted here-documents |
package enum CodeStyle: UInt8 {
  case plain, program, option, string, variable, comment, `operator`, keyword, number, key, section
  case inserted, deleted

  /// The opening tags, by raw value.
  static let openings: [[UInt8]] = [
    "", "p", "o", "s", "v", "c", "r", "k", "n", "a", "g", "ins", "del",
  ].map { Array("<i class=\($0)>".utf8) }

  static let closing = Array("</i>".utf8)
}

/// How a placeholder is protected from the shell where it stands; the values of `data-q`.
enum PlaceholderQuoting: String {
  case bare, single, double, ansi, heredoc, text
}
