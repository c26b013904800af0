/// Names of elements, in lower case: HTML with what it once had, and the common part of SVG and
/// MathML.
enum HTMLElements {
  static let html = names(current + " " + obsolete)

  /// HTML, and the names inside `<svg>` and `<math>` where a page has such an element: `path` or
  /// `image` alone is rather a placeholder than a drawing.
  static func known(on blocks: [[HTMLTag]]) -> Set<String> {
    let hasGraphics = blocks.joined().contains { $0.name == "svg" || $0.name == "math" }
    return hasGraphics ? withGraphics : html
  }

  private static let withGraphics = html.union(names(graphics))

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let current = """
    a abbr address area article aside audio b base bdi bdo blockquote body br button canvas \
    caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em \
    embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr \
    html i iframe img input ins kbd label legend li link main map mark menu meta meter nav \
    noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp \
    script search section select slot small source span strong style sub summary sup table \
    tbody td template textarea tfoot th thead time title tr track u ul var video wbr
    """

  private static let obsolete = """
    acronym applet basefont big center dir font frame frameset marquee nobr noframes param \
    plaintext strike tt xmp svg math
    """

  private static let graphics = """
    g path rect circle ellipse line polyline polygon text tspan defs use symbol marker \
    mask pattern clippath lineargradient radialgradient stop filter foreignobject image desc \
    animate animatetransform textpath mi mn mo ms mtext mrow mfrac msqrt mroot msup \
    msub msubsup mtable mtr mtd munder mover munderover mspace semantics annotation
    """
}
