import RunbookModel

/// A piece of a Markdown list as Confluence can hold it. Confluence has lists and task lists, no
/// mixture, and its tasks hold one line of text each.
enum ConfluenceListPart {
  case items([List.Item], start: Int?)
  case tasks([List.Item])
  /// What a task holds beyond text; it follows the task.
  case blocks([Block], of: List.Item)
}

enum ConfluenceTasks {
  /// The list as a sequence of parts in the order of its items. Numbers matter more in a procedure
  /// than ticking off, so that an ordered list stays one.
  static func parts(of list: List) -> [ConfluenceListPart] {
    guard list.start == nil else { return [.items(list.items, start: list.start)] }
    var parts: [ConfluenceListPart] = []
    var run: [List.Item] = []
    func isTask(_ item: List.Item) -> Bool { item.isChecked != nil }
    func close() {
      guard let first = run.first else { return }
      parts.append(isTask(first) ? .tasks(run) : .items(run, start: nil))
      run = []
    }
    for item in list.items {
      if let last = run.last, isTask(last) != isTask(item) { close() }
      guard isTask(item), !isPlain(item) else {
        run.append(item)
        continue
      }
      run.append(List.Item(isChecked: item.isChecked, blocks: head(item), range: item.range))
      close()
      parts.append(.blocks(Array(item.blocks.dropFirst(head(item).count)), of: item))
    }
    close()
    return parts
  }

  /// Whether a task holds no more than text and tasks below it.
  static func isPlain(_ item: List.Item) -> Bool {
    item.blocks.dropFirst(head(item).count).allSatisfy { block in
      guard case .list(let list) = block.kind, list.start == nil else { return false }
      return list.items.allSatisfy { $0.isChecked != nil && isPlain($0) }
    }
  }

  /// The paragraph that names the task, if it begins with one.
  static func head(_ item: List.Item) -> [Block] {
    if case .paragraph = item.blocks.first?.kind { return Array(item.blocks.prefix(1)) }
    return []
  }
}
