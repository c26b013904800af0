import RunbookModel

/// Tells a command that somebody would type from everything else that may stand in a block without a
/// shell's label: output, tables, sentences, configuration, the commands of other machines.
///
/// It asks for a known program, or one that is a slip away from it, with an argument that a sentence
/// or a table would not have.
package struct CommandEvidence: Sendable {
  private let programs: ProgramLibrary

  package init(_ programs: ProgramLibrary) { self.programs = programs }

  /// Programs that are nearly always followed by a verb, to which a misspelt name may be near.
  private static let verbedPrograms = [
    "kubectl", "docker", "systemctl", "openssl", "terraform", "gcloud", "crictl", "etcdctl",
    "apt-get",
    "vault", "consul", "openstack", "podman", "kubeadm", "helm", "aws", "ceph", "oc", "git", "az",
    "apt",
    "dnf", "yum", "pip", "npm", "nomad", "virsh", "rabbitmqctl", "velero", "argocd", "flux",
  ]

  /// Whether a command only prepares others: assignments, `export`, `cd`, `source`.
  package func isPreparing(_ command: SimpleCommand) -> Bool {
    guard let name = command.name?.literal else { return !command.assignments.isEmpty }
    return ["cd", "export", "source", ".", "set", "unset", "pushd", "popd"].contains(name)
      && !isSentence(command.words[...])
  }

  /// Whether a command is one that was meant to be typed.
  package func isTyped(_ command: SimpleCommand) -> Bool {
    isTyped(command.words[...], hasRedirection: !command.redirections.isEmpty)
  }

  private func isTyped(_ words: ArraySlice<ShellWord>, hasRedirection: Bool, depth: Int = 0) -> Bool
  {
    guard let name = words.first?.literal?.lastPathComponent, !isSentence(words) else {
      return false
    }
    guard let program = programs.program(for: words) else {
      return misspelt(words) != nil
    }
    let invocation = Binder.bind(words, to: program)
    // `docker exec -it web bash` says enough before its command.
    if let nested = invocation.nested, !nested.words.isEmpty, depth < 8 {
      let isNestedTyped = isTyped(nested.words, hasRedirection: hasRedirection, depth: depth + 1)
      if isNestedTyped || invocation.verbs.count < 2 { return isNestedTyped }
    }
    let arguments = words.dropFirst()
    guard !arguments.isEmpty else { return false }
    if invocation.verbs.count > 1, !Self.englishWords.contains(name) { return true }
    if hasVerbs(program.root), isNearVerb(arguments, of: program.root) { return true }
    if arguments.contains(where: isOption) { return true }
    guard !Self.englishWords.contains(name) else { return false }
    return hasRedirection || arguments.contains(where: isTechnical)
  }

  /// The program whose name was meant by the first word: one slip away, with one of its verbs after it.
  /// Behind a short name, which is near many words, more of a command has to follow.
  package func misspelt(_ words: ArraySlice<ShellWord>) -> String? {
    guard let name = words.first?.literal, name.utf8.count >= 2, words.count > 1,
      name.utf8.allSatisfy({ Byte.isLetter($0) || $0 == Byte.minus }), !programs.contains(name),
      !Self.functionWords.contains(name)
    else { return nil }
    let hasMore = words.dropFirst(2).contains { isOption($0) || isTechnical($0) }
    return Self.verbedPrograms.first { candidate in
      (min(candidate.utf8.count, name.utf8.count) >= 4 || hasMore)
        && abs(candidate.utf8.count - name.utf8.count) <= 1
        && NearestName.distance(Array(candidate.utf8), Array(name.utf8)) == 1
        && programs.contains(candidate) && isVerb(words.dropFirst(), of: candidate)
    }
  }

  private func isVerb(_ arguments: ArraySlice<ShellWord>, of name: String) -> Bool {
    guard let verb = arguments.first(where: { $0.literal?.hasPrefix("-") != true })?.literal,
      let program = programs.program(named: name)
    else { return false }
    return program.root.verbs.contains { $0.names.contains(verb) }
  }

  private func hasVerbs(_ verb: Verb) -> Bool { verb.verbs.count > 2 }

  /// A first argument that is one slip away from a verb.
  private func isNearVerb(_ arguments: ArraySlice<ShellWord>, of root: Verb) -> Bool {
    guard let word = arguments.first?.literal, word.utf8.count >= 4,
      word.utf8.allSatisfy({ Byte.isLetter($0) || $0 == Byte.minus })
    else { return false }
    return root.verbs.contains { verb in
      verb.names.contains {
        $0.utf8.count >= 4 && abs($0.utf8.count - word.utf8.count) <= 1
          && NearestName.distance(Array($0.utf8), Array(word.utf8)) == 1
      }
    }
  }

  /// `-n`, `--namespace`, `—namespace`, but not a dash between words.
  private func isOption(_ word: ShellWord) -> Bool {
    let text = word.leadingText
    let rest = text.drop { $0 == "-" || $0 == "—" || $0 == "–" }
    return rest.utf8.count < text.utf8.count
      && rest.first.map { $0.isLetter || $0.isNumber } == true
  }

  /// A path, a placeholder, an expansion, `name=value`, a file name: no word of a sentence.
  private func isTechnical(_ word: ShellWord) -> Bool {
    guard let text = word.literal else { return true }
    if word.isQuoted { return true }
    let bytes = text.utf8
    if bytes.first == Byte.slash || text.hasPrefix("./") || text.hasPrefix("~/") { return true }
    if bytes.dropFirst().dropLast().contains(where: { $0 == Byte.slash || $0 == Byte.equals }) {
      return true
    }
    // A file name: `values.yaml`.
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
    let ending = text[dot...].dropFirst()
    return (1...5).contains(ending.count) && ending.allSatisfy(\.isLetter)
  }

  /// Words that no command line has and every sentence does.
  private func isSentence(_ words: ArraySlice<ShellWord>) -> Bool {
    var plain = 0
    var isAfterOption = false
    for word in words.dropFirst() {
      defer { isAfterOption = isOption(word) }
      guard let text = word.literal, !word.isQuoted else { continue }
      if Self.functionWords.contains(text), !isAfterOption { return true }
      if text.allSatisfy(\.isLetter) { plain += 1 }
    }
    guard let last = words.last?.literal, words.count > 2 else { return false }
    return plain + 2 >= words.count && [".", ":", ",", "!", "?"].contains { last.hasSuffix($0) }
      && !last.hasSuffix("..") && last != "." && last != ":"
  }

  private static let functionWords: Set = [
    "the", "a", "an", "is", "are", "was", "were", "your", "you", "this", "that", "these", "those",
    "which",
    "should", "must", "will", "can", "and", "or", "if", "it", "its", "has", "have", "we", "our",
    "then",
  ]

  /// Programs with the names of words that a sentence may start with.
  package static let englishWords: Set = [
    "at", "cat", "comm", "cut", "date", "echo", "exit", "expand", "export", "file", "find", "fold",
    "free", "groups", "head", "help", "host", "install", "join", "kill", "last", "less", "link",
    "look", "make", "more", "mount", "nice", "paste", "read", "script", "service", "set", "sleep",
    "sort", "source", "split", "sum", "tail", "test", "time", "top", "touch", "type", "users",
    "wait", "watch", "who", "write", "yes", "go", "import", "convert", "display", "compare",
    "identify",
    "open", "start", "stop", "ip", "route", "run", "use", "show", "view", "apply", "check",
  ]
}
