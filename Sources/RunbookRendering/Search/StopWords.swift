/// English words that are in every text. In running text they are not indexed, and a query does not
/// ask for them, unless it holds nothing else. In code, headings and titles they are words like any
/// other: `which` and `at` are commands.
enum StopWords {
  static let words = """
    a an and any are as at be been but by can could did do does each for from had has have how if in \
    into is it its may more must no not of on or our see should so some such than that the their \
    them then there these they this those to too use was we were what when where which while who \
    why will with would you your
    """

  static let table = WordTable(words)
}
