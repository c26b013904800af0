import RunbookModel

extension TreeBuilder {
  mutating func build(_ list: List, at range: ByteRange, into pieces: inout [Piece]) {
    reportOrderedTasks(list)
    for part in ConfluenceTasks.parts(of: list) {
      switch part {
      case .items(let items, let start):
        self.list(start: start, count: items.count, into: &pieces) { builder, index in
          builder.fill(Self.boxed(items[index]), .listItem)
        }
      case .tasks(let items):
        place(.tasks(tasks(items)), .tasks, at: range, into: &pieces)
      case .blocks(let blocks, let item):
        losses.add(
          item.range, "a task with more than text",
          "a task of Confluence holds text and tasks; the rest follows below it")
        for block in blocks { build(block, into: &pieces) }
      }
    }
  }

  private mutating func reportOrderedTasks(_ list: List) {
    guard list.start != nil, let item = list.items.first(where: { $0.isChecked != nil }) else {
      return
    }
    losses.add(
      item.range, "tasks in a numbered list",
      "task lists of Confluence have no numbers; the numbers stay and the boxes are characters")
  }

  /// The blocks of an item, with a drawn box where it is a task that cannot be one here.
  private static func boxed(_ item: List.Item) -> [Block] {
    guard let isChecked = item.isChecked else { return item.blocks }
    let box = Inline(.text(isChecked ? "☑ " : "☐ "), range: item.range)
    if let first = item.blocks.first, case .paragraph(let inlines) = first.kind {
      return [Block(.paragraph([box] + inlines), range: first.range)] + item.blocks.dropFirst()
    }
    return [Block(.paragraph([box]), range: item.range)] + item.blocks
  }

  /// Tasks that `ConfluenceTasks.isPlain` holds of.
  private mutating func tasks(_ items: [List.Item]) -> [ConfluenceTask] {
    var tasks: [ConfluenceTask] = []
    tasks.reserveCapacity(items.count)
    for item in items { nested(at: item.range) { tasks.append($0.task(item)) } }
    return tasks
  }

  private mutating func task(_ item: List.Item) -> ConfluenceTask {
    taskCount += 1
    let id = taskCount
    let head = ConfluenceTasks.head(item)
    var content: [ConfluenceInline] = []
    if case .paragraph(let source) = head.first?.kind {
      content = inlines(source.trimmingLeadingBlank)
    }
    var below: [ConfluenceTask] = []
    for block in item.blocks.dropFirst(head.count) {
      if case .list(let list) = block.kind { below += tasks(list.items) }
    }
    return ConfluenceTask(id: id, isDone: item.isChecked == true, content: content, below: below)
  }
}

extension [Inline] {
  /// Without blanks before the first word: a task body shows them.
  var trimmingLeadingBlank: [Inline] {
    guard let first, case .text(let text) = first.kind, text.hasPrefix(" ") || text.hasPrefix("\t")
    else { return self }
    let rest = text.drop { $0 == " " || $0 == "\t" }
    return [Inline(.text(String(rest)), range: first.range)] + dropFirst()
  }
}
