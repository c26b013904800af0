/// Which form of a phrase goes with a count, as Unicode's CLDR calls them.
package enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other

  /// The category of a count from 0 up, by CLDR's rules for cardinal numbers. A browser has the same
  /// rules for the scripts (`Intl.PluralRules`); a language that is not listed here has only `other`.
  ///
  package init(of count: Int, in tag: String) {
    let (ones, tens) = (count % 10, count % 100)
    let isFew = (2...4).contains(ones) && !(12...14).contains(tens)
    let tag = tag.lowercased()
    self =
      switch tag == "pt-pt" ? tag[...] : tag.prefix(while: { $0 != "-" }) {
      case "en", "de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "el", "tr", "bg", "eu",
        "pt-pt":
        count == 1 ? .one : .other
      // A million pages would be `many`, and no wiki has them.
      case "es", "it", "ca": count == 1 ? .one : .other
      case "pt", "fr", "hi", "fa": count < 2 ? .one : .other
      case "ru", "uk", "be":
        ones == 1 && tens != 11 ? .one : isFew ? .few : .many
      case "pl": count == 1 ? .one : isFew ? .few : .many
      case "cs", "sk": count == 1 ? .one : (2...4).contains(count) ? .few : .other
      default: .other
      }
  }
}
