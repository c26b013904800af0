import RunbookModel

/// What kind of value a placeholder asks for, told by its name. A type refuses values, so that only a
/// name that leaves no doubt gets one.
enum InputGuess {
  static func type(of name: String) -> InputDeclaration.ValueType {
    var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kinds: Set = [
      "namespace", "pod", "node", "deployment", "daemonset", "statefulset", "pvc", "configmap",
    ]
    if words.count > 1, words.last == "name", kinds.contains(words[words.count - 2]) {
      words.removeLast()
    }
    switch words.last {
    case let word? where kinds.contains(word): return .k8sName
    case "ip": return .ip
    case "region" where words.contains("aws"): return .awsRegion
    case "port", "pid": return .integer
    case "path", "dir", "directory", "file", "filename": return .path
    default: return .string
    }
  }
}
