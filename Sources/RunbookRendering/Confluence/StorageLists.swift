import RunbookModel

extension StorageRenderer {
  mutating func render(_ list: List, at range: ByteRange) {
    reportOrderedTasks(list)
    for part in ConfluenceTasks.parts(of: list) {
      switch part {
      case .items(let items, let start): render(items, start: start)
      case .tasks(let items): render(tasks: items)
      case .blocks(let blocks, let item):
        losses.add(
          item.range, "a task with more than text",
          "a task of Confluence holds text and tasks; the rest follows below it")
        render(blocks)
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

  /// The editor writes the text of an item as a paragraph, in loose lists and tight ones alike.
  private mutating func render(_ items: [List.Item], start: Int?) {
    switch start {
    case nil: writer.raw("<ul>")
    case 1: writer.raw("<ol>")
    case .some(let number): writer.raw("<ol start=\"\(number)\">")
    }
    for item in items {
      writer.raw("<li>")
      render(boxed(item), in: .listItem)
      writer.raw("</li>")
    }
    writer.raw(start == nil ? "</ul>" : "</ol>")
  }

  /// The blocks of an item, with a drawn box where it is a task that cannot be one here.
  private func boxed(_ item: List.Item) -> [Block] {
    guard let isChecked = item.isChecked else { return item.blocks }
    let box = Inline(.text(isChecked ? "☑ " : "☐ "), range: item.range)
    if let first = item.blocks.first, case .paragraph(let inlines) = first.kind {
      return [Block(.paragraph([box] + inlines), range: first.range)] + item.blocks.dropFirst()
    }
    return [Block(.paragraph([box]), range: item.range)] + item.blocks
  }

  /// Tasks that `ConfluenceTasks.isPlain` holds of.
  private mutating func render(tasks items: [List.Item]) {
    writer.raw("<ac:task-list>")
    for item in items {
      taskCount += 1
      let status = item.isChecked == true ? "complete" : "incomplete"
      writer.raw("<ac:task><ac:task-id>\(taskCount)</ac:task-id>")
      writer.raw("<ac:task-status>\(status)</ac:task-status><ac:task-body>")
      let head = ConfluenceTasks.head(item)
      if case .paragraph(let inlines) = head.first?.kind {
        render(inlines.trimmingLeadingBlank)
      }
      let below = Array(item.blocks.dropFirst(head.count))
      // Cloud keeps the tasks below a task beside its body, Data Center inside it.
      if target == .dataCenter { render(below) }
      writer.raw("</ac:task-body>")
      if target == .cloud { render(below) }
      writer.raw("</ac:task>")
    }
    writer.raw("</ac:task-list>")
  }
}

extension [Inline] {
  /// Without blanks before the first word: a task body shows them.
  var trimmingLeadingBlank: [Inline] {
    guard let first, case .text(let text) = first.kind else { return self }
    let rest = text.drop { $0 == " " || $0 == "\t" }
    return [Inline(.text(String(rest)), range: first.range)] + dropFirst()
  }
}
