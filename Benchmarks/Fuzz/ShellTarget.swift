import RunbookCommands
import RunbookModel

/// The shell lexer and parser, the transcript splitter, the binder and unification.
enum ShellTarget {
  static let target = FuzzTarget(
    name: "shell", seeds: texts.map { Array($0.utf8) },
    tokens: [
      "\"", "'", "`", "$(", "${", "((", "[[", "<<EOF\n", "<<-'E'\n", "|", "&&", ";", ";;", ">&2",
      "<(",
      "\\\n", "<name>", "$ ", "# ", "--", "-n", "=", "sudo ", "kubectl ", "aws ", "esac", "done",
      "fi",
    ]
  ) { input in
    let source = ShellSource(inline: String(decoding: input, as: UTF8.self), at: 0)
    let script = ShellScript.parse(source)
    for command in script.simpleCommands {
      let words = command.words[...]
      guard !words.isEmpty, let program = library.program(for: words) else { continue }
      for finding in Binder.bind(words, to: program).findings {
        require(finding.range.lowerBound <= finding.range.upperBound, "a range runs backwards")
      }
    }
    _ = Transcript.split(source)
    let pattern = CommandPattern(script, nested: true)
    _ = CommandPattern(script, nested: false).occurrence(in: pattern)
    _ = BlockKind.of(language: "", text: source.text)
  }

  private static let library = ProgramLibrary()

  private static let texts = [
    "kubectl get pods -n <namespace> -o jsonpath='{.items[*].metadata.name}' | tr ' ' '\\n'",
    "aws ssm start-session --target <instance-id> --region \"$REGION\" && echo \"done: $?\"",
    "for n in $(kubectl get nodes -o name); do\n  kubectl drain \"$n\" --ignore-daemonsets || break\ndone",
    "cat <<EOF > file\n$USER <name>\nEOF\njournalctl -xeu kubelet -n 50 --no-pager 2>&1 | tail",
    "if [[ -f /etc/x && $a == b* ]]; then source /etc/x; else exit 1; fi",
    "$ sudo -u root sheltie journalctl -u kubelet\nJan 1 kubelet started\n$ exit",
    "case \"$1\" in a|b) echo ${X:-y};; *) (cd /tmp; ls -la) ;; esac",
    "f() { local x=$((1 + 2)); printf '%s\\n' \"${arr[@]}\" >&2; }; f <(sort a) < b",
    "tar xzf a.tgz -C /tmp; find / -name '*.log' -mtime +7 -exec rm {} \\; ; ps aux | grep -v grep",
    "openssl x509 -in $'/a\\tb' -noout -text | awk -F: '{print $1}' | sort -k2,2nr | head -5",
  ]
}
