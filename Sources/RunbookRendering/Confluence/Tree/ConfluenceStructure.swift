/// Where blocks may stand in Confluence Cloud, from the content rules of the Atlassian Document
/// Format (`@atlaskit/adf-schema`, `json-schema/v1/full.json`). Data Center keeps XHTML and has no
/// such rules.
enum ConfluenceStructure {
  /// A block that holds blocks, or the page.
  enum Container: Sendable {
    case page, listItem, quote, panel, expand
    /// Cloud's kind for an expand inside an expand.
    case nestedExpand
    /// A cell of a table.
    case cell

    /// The name with its article, as messages write it.
    var phrase: String {
      switch self {
      case .page: "a page"
      case .listItem: "a list item"
      case .quote: "a block quote"
      case .panel: "a panel"
      case .expand: "an expand"
      case .nestedExpand: "a nested expand"
      case .cell: "a table cell"
      }
    }
  }

  /// What a block becomes in Confluence.
  enum Content: Sendable {
    case paragraph, heading, code, list, tasks, quote, panel, expand, table, rule

    var phrase: String {
      switch self {
      case .paragraph: "a paragraph"
      case .heading: "a heading"
      case .code: "a code block"
      case .list: "a list"
      case .tasks: "a task list"
      case .quote: "a block quote"
      case .panel: "a panel"
      case .expand: "an expand"
      case .table: "a table"
      case .rule: "a horizontal rule"
      }
    }
  }

  static func holds(_ container: Container, _ content: Content) -> Bool {
    switch container {
    case .page: true
    case .expand: true
    case .nestedExpand: content != .table && content != .expand
    // An expand in a cell is a nested one.
    case .cell: content != .table
    case .quote: content == .paragraph || content == .list || content == .code
    case .listItem:
      content == .paragraph || content == .list || content == .tasks || content == .code
    case .panel:
      switch content {
      case .paragraph, .heading, .code, .list, .tasks, .rule: true
      case .quote, .panel, .expand, .table: false
      }
    }
  }
}
