import RunbookCommands
package import RunbookModel

/// What an edit of a page changes for others that ask for its body.
package struct ContentsChange: Sendable {
  let page: PagePath
  /// Whether a link may lead to another place of it, or to none.
  let anchors: Bool
  /// Whether it opens other contexts.
  package let opens: Bool
  /// The programs that steps run which it did not have, or no longer has.
  let programs: Set<String>
  /// Whether a step without a program in its text came or went.
  let hasNamelessSteps: Bool
  /// Whether it asks the other bodies for something else.
  package let needs: Bool

  package init(of page: PagePath, from old: PageContents, to new: PageContents) {
    self.page = page
    anchors =
      old.anchors != new.anchors || old.htmlAnchors != new.htmlAnchors || old.marks != new.marks
    opens = old.opens != new.opens
    // Where a step stands, only those ask who name it.
    let (before, after) = (Set(old.steps.all.map(\.text)), Set(new.steps.all.map(\.text)))
    let changed = before.symmetricDifference(after)
    let programs = changed.map(\.programs)
    self.programs = programs.reduce(into: []) { $0.formUnion($1) }
    hasNamelessSteps = programs.contains(where: \.isEmpty)
    needs = !old.needs.isSame(as: new.needs)
  }

  /// Whether nobody else can see a difference, but for where a step stands.
  package var isEmpty: Bool {
    !anchors && !opens && programs.isEmpty && !hasNamelessSteps && !needs
  }

  /// Whether the steps that others may ask for are others.
  package var hasOtherSteps: Bool { !programs.isEmpty || hasNamelessSteps }
}

extension PageNeeds {
  func isSame(as other: PageNeeds) -> Bool {
    prerequisites == other.prerequisites && steps == other.steps
      && anchors.elementsEqual(other.anchors) { $0.page == $1.page && $0.anchor == $1.anchor }
  }

}

extension PageContents {
  /// Whether it asks for steps of other pages.
  package var wantsSteps: Bool { !needs.steps.isEmpty }

  /// Whether a change of another page may change what is found on the page with these contents.
  ///
  /// - Parameter wanted: the programs whose steps are known; nil among them stands for every program.
  package func isReached(by change: ContentsChange, wanted: Set<String?>) -> Bool {
    if change.anchors, needs.anchors.contains(where: { $0.page == change.page }) { return true }
    if change.opens, needs.prerequisites { return true }
    guard wantsSteps, change.hasOtherSteps else { return false }
    return wanted.contains(nil) || change.programs.contains { wanted.contains($0) }
  }
}

extension StepNote {
  /// What it says, wherever it stands.
  struct Text: Hashable {
    let bytes: [UInt8]
    let programs: Set<String>
    let context: String?
  }

  var text: Text { Text(bytes: source.bytes, programs: programs, context: context) }
}
