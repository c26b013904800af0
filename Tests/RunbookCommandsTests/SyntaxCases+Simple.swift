extension SyntaxCases {
  static let words: [SyntaxCase] = [
    SyntaxCase(#"echo a 'b c' "d e" f\ g"#, #"(echo a 'b c' "d e" f·\ ·g)"#),
    SyntaxCase(#"echo a'b'"c"\d"#, #"(echo a·'b'·"c"·\d)"#),
    SyntaxCase(#"echo "" '' $'' "#, #"(echo "" '' $'')"#),
    SyntaxCase(#"echo "a\$b\`c\"d\\e\f""#, #"(echo "a"·"\$"·"b"·"\`"·"c"·"\""·"d"·"\\"·"e\f")"#),
    SyntaxCase(
      #"echo $'a\tb\x41\u00e9\'q' $"loc $X""#,
      #"(echo $'a'·$'\\#t'·$'b'·$'\Aé'·$'\''·$'q' $"loc "·$"$X")"#),
    SyntaxCase(##"echo a#b "#c" \#d #e"##, ##"(echo a#b "#c" \#·d)"##),
    SyntaxCase("ls *.log {a,b} ~/x file[0-9]?", "(ls *.log {a,b} ~/x file[0-9]?)"),
    SyntaxCase(#"x \\#n  --y \\#r\#n  --z a\\#nb"#, "(x --y --z a·b)"),
    SyntaxCase(#"trailing \"#, #"(trailing \)"#),
    SyntaxCase(#"a "b\#nc\#nd "e\#nf"#, #"(a "b\#nc\#nd "·e)\#n(f)"#),
    SyntaxCase(
      #"echo $ $$ $! $? $# $@ $* $- $0 $12 a$ "b$" $%"#,
      #"(echo $ $$ $! $? $# $@ $* $- $0 $1·2 a$ "b$" $%)"#),
    SyntaxCase(#"echo é\é “x” —y"#, #"(echo é·\é “x” —y)"#),
  ]

  static let expansions: [SyntaxCase] = [
    SyntaxCase(#"echo $(( $(a ")") + 1 ))"#, #"(echo $(( ·$[(a ")")]· + 1 )))"#),
    SyntaxCase(
      "echo $X ${Y} ${Z:-d e} ${#A} ${!B} ${C[@]} ${D%%.*}",
      "(echo $X ${Y } ${Z :-d e} ${#A } ${!B } ${C [@]} ${D %%.*})"),
    SyntaxCase(
      #"echo ${X:-'a}b'} ${Y//\}/x} "${Z#'}'}" "${A:-$'\n'}""#,
      ##"(echo ${X :-·'a}b'} ${Y //\}/x} "${Z "#"·'}'}" "${A ":-$"·'\n'}")"##),
    SyntaxCase(#"echo $(a $(b) "$(c "d")") `e`"#, #"(echo $[(a $[(b)] "$[(c "d")]")] $[(e)])"#),
    SyntaxCase(#"echo `date +\`x \$y\``"#, "(echo $[(date +·$[(x $y)])])"),
    SyntaxCase(#"echo "`a \"b\"`""#, #"(echo "$[(a "b")]")"#),
    SyntaxCase(
      "echo $((1 + $x * (2+3))) $(( a ) | b)",
      "(echo $((1 + ·$x· * (2+3))) $[[( do{(a)}] | (b)])"),
    SyntaxCase("echo $( (a) ) $((b; c) )", "(echo $[[( do{(a)}]] $[[( do{(b); (c)}]])"),
    SyntaxCase("diff <(sort a) >(tee b)", "(diff <[(sort a)] <[(tee b)])"),
    SyntaxCase("echo ${{ github.x }}", "(echo ${ { github.x }·})"),
    SyntaxCase(#"X=$(a | b) && c "$X""#, #"(X=$[(a) | (b)]) && (c "$X")"#),
    SyntaxCase("echo $(case $x in a) b;; esac)", "(echo $[[case $x a do{(b)}]])"),
    SyntaxCase("echo $(a # not the end )\n)", "(echo $[(a)])"),
  ]

  static let placeholders: [SyntaxCase] = [
    SyntaxCase("echo '<<a>' x<<<a>b", "(echo '<<a>' x <<<a >b)"),
    SyntaxCase(
      "kubectl delete pod <node-name> -n prod",
      "(kubectl delete pod <node-name> -n prod)"),
    SyntaxCase("cmd <file1> out", "(cmd <file1> out)"),
    SyntaxCase(
      #"i-<id> node/<node-name> --x=<y> "<q r>" '<s>' $'<t>' <a|b> <c:d/e.f>"#,
      #"(i-·<id> node/·<node-name> --x=·<y> "<q r>" '<s>' $'<t>' <a|b> <c:d/e.f>)"#),
    SyntaxCase("cat < in.txt > out.txt", "(cat <in.txt >out.txt)"),
    SyntaxCase("a <b >c", "(a <b >c)"),
    SyntaxCase("a <b>c", "(a <b>·c)"),
    SyntaxCase("cat <<EOF > f\nhi\nEOF\n", "(cat <<EOF{hi\n} >f)"),
    SyntaxCase("x <<<y>z", "(x <<<y >z)"),
    SyntaxCase(
      "echo $<a> ${<b>} $((<n> * 2)) $(c <d>)",
      "(echo $·<a> ${ <b>} $((<n>· * 2)) $[(c <d>)])"),
    SyntaxCase("a <b c> < d e>", "!13..14 no target of >"),
    SyntaxCase("a <1b> <-c> <d->", "!5..6 no target of >"),
    SyntaxCase("<program> <x>", "(<program> <x>)"),
    SyntaxCase("<NAME>=<value> A=<v> c", "(<NAME>·=·<value> A=·<v> c)"),
    SyntaxCase("for i in <a> <b>; do <c>; done", "[for i <a> <b> do{(<c>)}]"),
    SyntaxCase("ssh <user>@<host>:<path> 2><log>", "(ssh <user>·@·<host>·:·<path> 2><log>)"),
    SyntaxCase(#"echo '<a>x</a> <b>' "<a/>""#, #"(echo '<a>x</a> '·'<b>' "<a/>")"#),
    SyntaxCase("if <a>; then <b c>; fi", "[if if{(<a>)} do{(<b c>)}]"),
    SyntaxCase("echo <name\nx>", "(echo <name)\n!12..13 no target of >"),
    SyntaxCase("a <x> | <y> > <z> &", "(a <x>) | (<y> ><z>) &"),
    SyntaxCase("echo <größe> <x y z…w>", "(echo <größe> <x y z…w>)"),
  ]

  static let redirections: [SyntaxCase] = [
    SyntaxCase("foo 2>&1 | tee x", "(foo 2>&1) | (tee x)"),
    SyntaxCase(
      "cmd {fd}>x 3<y >&2 2>&- &>z &>>w >|v <>u <&0",
      "(cmd {fd}>x 3<y >&2 2>&- &>z &>>w >|v <>u <&0)"),
    SyntaxCase("a>b c>>d", "(a c >b >>d)"),
    SyntaxCase("a 2 >b", "(a 2 >b)"),
    SyntaxCase("a2>b", "(a2 >b)"),
    SyntaxCase(#"tr a b <<< "$X y""#, #"(tr a b <<<"$X"·" y")"#),
    SyntaxCase("> empty", "(>empty)"),
    SyntaxCase(">a b", "(b >a)"),
    SyntaxCase("a & > b", "(a) &\n(>b)"),
    SyntaxCase("a &>b", "(a &>b)"),
  ]

  static let assignments: [SyntaxCase] = [
    SyntaxCase("A=b B+=c C=(1 '2' $x) cmd d", "(A=b B+=c C=(1 '2' $x) cmd d)"),
    SyntaxCase(#"A= B="" C=$(d)"#, #"(A= B="" C=$[(d)])"#),
    SyntaxCase("A=(\n  1 # one\n  2\n)", "(A=(1 2))"),
    SyntaxCase("A[0]=x A[i+1]+=y B=[z]", "(A=x A+=y B=[z])"),
    SyntaxCase("declare -a X=(1 2) y", "(X=(1 2) declare -a y)"),
    SyntaxCase("export A=b C", "(export A=b C)"),
    SyntaxCase("cmd A=b", "(cmd A=b)"),
    SyntaxCase("a-b=c", "(a-b=c)"),
    SyntaxCase(#""A"=b"#, #"("A"·=b)"#),
    SyntaxCase("A=#b c", "(A=#b c)"),
  ]
}
