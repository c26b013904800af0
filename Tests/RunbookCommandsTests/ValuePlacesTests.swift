import RunbookCommands
import RunbookModel
import Testing

/// Where values go: the quotings that they need, the innermost first, or the limit.
struct ValuePlacesTests {
  private func places(_ text: String) -> String {
    let script = ShellScript.parse(ShellSource(inline: text, at: 0))
    var bindings = CommandBindings(.shipped)
    return ValuePlaces.find(in: [script], &bindings)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { place in
        place.limit?.kind.rawValue ?? place.layers.map(\.rawValue).joined(separator: ",")
      }.joined(separator: " ")
  }

  @Test(arguments: [
    ("echo <x> \"<x>\" '<x>' $'<x>'", "bare double single ansi"),
    ("echo {a,<x>}", "quoted"),
    ("echo <x>>f", "quoted"),
    ("cat <<E\n<x>\nE", "heredoc"), ("cat <<'E'\n<x>\nE", "text"),
    ("echo `f \"<x>\"` \"`f <x>`\"", "double,backtick bare,backtick-double"),
    ("echo \"$(f '<x>')\"", "single"),
    ("ssh h systemctl restart <x>", "bare,bare"),
    ("ssh -p 22 h \"restart '<x>'\"", "single,double"),
    ("bash -lc 'f \"<x>\"' _ <x>", "double,single bare"),
    ("sudo -u r sh -c \"f <x>\"", "bare,double"),
    ("kubectl exec -it p -- sh -c 'f <x>'", "bare,single"),
    ("ssh a ssh b f <x>", "bare,bare,bare"),
    ("ssh a \"sudo sh -c 'f <x>'\"", "bare,single,double"),
    ("bash <<'E'\nf \"<x>\"\nE", "double,text"),
    ("echo 'f <x>' | ssh h", "bare,single"),
    ("su - r -c 'f <x>'", "bare,single"),
    ("find . -exec sh -c 'f <x>' \\; -name <x>", "bare,single bare"),
    ("eval \"f <x>\"", "bare,double"),
  ])
  func quoted(_ text: String, _ wanted: String) {
    #expect(places(text) == wanted, "\(text)")
  }

  @Test(arguments: [
    ("echo $(( <x> ))", "digits"), ("(( a = <x> ))", "digits"), ("let a=<x>", "digits"),
    ("echo $[ <x> + 1 ]", "digits"), ("f '$'[ <x> ]", "bare"),
    ("[[ <x> -eq 1 ]]", "digits"), ("echo ${a:<x>:2}", "digits"), ("echo \"${a:-<x>}\"", "word"),
    ("n=<x>; echo $((n))", "digits"), ("n=<x>; ssh h \"f $n\"", "word"),
    ("n=<x>; f \"$n\"", "bare"), ("n=<x>; f $n", "word"),
    ("bash -c 'echo $(( $1 ))' _ <x>", "digits"), ("f() { eval $1; }; f <x>", "word"),
    ("unset <x>", "name"), ("<x> --help", "chosen"), ("echo \"$<x>\"", "nothing"),
    ("awk '{ system(\"<x>\") }'", "word"), ("awk '{ print <x> }'", "code"),
    ("sed 's/a/<x>/' f", "word"), ("sed -n '<x>p'", "digits"),
    ("psql -h <x> -c \"SELECT '<x>'\"", "bare word"),
    ("ssh h \"echo $HOME <x>\"", "word"), ("tsh ssh h f <x>", "word"),
    ("echo <x> | xargs rm", "word"),
  ])
  func limited(_ text: String, _ wanted: String) {
    #expect(places(text) == wanted, "\(text)")
  }

  @Test func aValueMayNotEndAHereDocument() throws {
    let script = ShellScript.parse(ShellSource(inline: "cat <<-EOF\n\tE<x>\n a <y>\nEOF", at: 0))
    var bindings = CommandBindings(.shipped)
    let places = ValuePlaces.find(in: [script], &bindings)
    #expect(places.first { $0.name == "x" }?.ending == "OF")
    #expect(places.first { $0.name == "y" }?.ending == nil)
  }

  /// Text in text in text costs what it is long, and ends.
  @Test func deepNestingEnds() {
    let text = (0..<40).reduce("f <x>") { inner, _ in "ssh h \(inner)" }
    #expect(places(text) == "word")
  }
}
