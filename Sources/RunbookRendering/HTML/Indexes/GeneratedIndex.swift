import RunbookChecks
import RunbookModel

/// A list that is made from what pages say of themselves.
struct GeneratedIndex {
  enum Item {
    case heading(String)
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
  /// The index that this one belongs to.
  var parent: (title: String, path: String)?
  var items: [Item]

  /// A page of the output: the list, or a part of it.
  struct Part {
    let path: String
    let items: ArraySlice<Item>
    let number: Int
    let count: Int
  }

  /// A tilde is in no name that an index is called by, so parts never meet another index.
  func partPath(_ number: Int) -> String {
    number == 0 ? path : "\(path.dropLast(".html".count))~\(number + 1).html"
  }
}
