import RunbookModel

extension IncludeTree {
  /// What the placeholders of a text become: what the include says, and what its parent's become.
  mutating func values(
    of include: IncludeLink, _ text: ParsedRunbook, _ metadata: RunbookMetadata, in parent: Int,
    _ rootLink: ByteRange
  ) -> [String: String] {
    var values = parts[parent].values
    for (name, written) in include.values {
      let given = IncludeLink.placeholder(written).flatMap { parts[parent].values[$0] }
      let value = given ?? written
      values[name] = nil
      let fault = fault(of: value, for: name, text, metadata)
      if let fault {
        // What the page handed through is its own fault.
        if parent == 0 || given != nil {
          report(IncludeValue.rule, at: rootLink, fault.summary, fault.explanation)
        }
      } else {
        values[name] = value
      }
    }
    return values
  }

  private func fault(
    of value: String, for name: String, _ text: ParsedRunbook, _ metadata: RunbookMetadata
  ) -> (summary: String, explanation: String)? {
    let file = text.file.path
    let input = metadata.inputs.first { $0.name.value == name }
    guard input != nil || !text.file.places(of: name, in: 0..<text.file.bytes.count).isEmpty else {
      let known = metadata.inputs.map(\.name.value)
      let near = NearestName.suggestion(for: name, among: known)
      return (
        "`\(file)` has no input `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        known.isEmpty
          ? "It declares no inputs, and no `<\(name)>` stands in it."
          : "Its inputs are \(known.map { "`\($0)`" }.joined(separator: ", "))."
      )
    }
    if input?.isSecret == true {
      return (
        "`\(name)` is a secret and cannot stand in a page",
        "Leave it out: who runs the step fills it in. This page has to declare it under `inputs`."
      )
    }
    if IncludeLink.placeholder(value) != nil { return nil }
    let complaint =
      input.map { $0.complaint(about: value) } ?? InputDeclaration.complaint(about: value)
    return complaint.map {
      (
        "the value for `\(name)` does not fit: \($0)",
        "`\(file)` says what the value may be, under `inputs`."
      )
    }
  }

  /// Inputs of included texts that get a value nowhere.
  func missing(in spliced: SplicedPage) -> [Diagnostic] {
    let own = Set(parts[0].declared)
    return parts.indices.dropFirst().flatMap { number -> [Diagnostic] in
      let part = parts[number]
      guard let parent = part.parent else { return [] }
      let flowing = parent == 0 ? nil : Set(parts[parent].declared)
      let passed = part.values.values.compactMap(IncludeLink.placeholder)
      let wanted = part.declared.filter {
        part.values[$0] == nil && !part.named.contains($0) && flowing?.contains($0) != false
      }
      return (wanted + (parent == 0 ? passed.sorted() : [])).compactMap { name in
        guard !own.contains(name), let place = spliced.place(of: name, in: number) else {
          return nil
        }
        return missing(name, number, place)
      }
    }
  }

  private func missing(_ name: String, _ part: Int, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      IncludeValue.rule.id, IncludeValue.rule.severity, at: root.file.range(parts[part].rootLink),
      "nothing says what `<\(name)>` is in the included text",
      explanation:
        "Give it a value here, as in `\"include \(name)=…\"`, or declare `\(name)` under "
        + "`inputs` in the front matter of this page, so that the reader fills it in.",
      notes: [.init("the placeholder", at: place)])
  }
}
