import RunbookChecks
import RunbookModel

/// A list that is made from what pages say of themselves, and from where they lie.
struct GeneratedIndex {
  enum Item {
    case heading(String, id: String)
    /// A folder; in a tree, so many levels below its top.
    case section(String, depth: Int?)
    /// A page, by its position in `Site.pages`, with the commands of it that matter here.
    case page(Int, uses: [CommandUses.Use])
    /// A name that has an index of its own, with the pages that have it.
    case name(String, path: String, pages: [Int])
    /// Another index.
    case index(title: String, path: String, detail: String)
  }

  /// Relative to the site's root.
  let path: String
  let title: String
  /// Markup above the list.
  var intro = ""
  /// What this one lies below, the outermost first, without the site itself.
  var trail: [(title: String, path: String)] = []
  /// Whether each page says how long its review is overdue, or how soon it is due.
  var showsAge = false
  /// How many bytes of list stand on the first page of the output, where there is more than the list.
  var firstPartSize = IndexMarkup.partSize
  var items: [Item]

  /// A page of the output: the list, or a part of it.
  struct Part {
    let path: String
    let items: ArraySlice<Item>
    let number: Int
    let count: Int
  }

  /// A tilde is in no name that an index is called by, so parts never meet another index.
  static func partPath(_ path: String, _ number: Int) -> String {
    number == 0 ? path : "\(path.dropLast(".html".count))~\(number + 1).html"
  }

  func partPath(_ number: Int) -> String { Self.partPath(path, number) }
}
