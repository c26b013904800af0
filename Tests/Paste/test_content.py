"""Nothing is lost on the way from Markdown to the pasted page. The source is read by the program
cmark-gfm and by nothing of ours."""

from __future__ import annotations

import re
import subprocess

import html5lib

import outline

# What the editor calls the languages of the pages here; "none" for what it does not know.
LANGUAGES = {
    "": "none", "bash": "shell", "console": "shell", "dockerfile": "docker", "go": "go",
    "hcl": "hcl", "ini": "none", "json": "json", "output": "none", "promql": "none",
    "python": "python", "sh": "shell", "terraform": "hcl", "text": "none", "toml": "toml",
    "yaml": "yaml", "yml": "yaml",
}


def source(page):
    """The page as cmark-gfm reads it, as a browser reads that. The size of a picture is no text."""
    markdown = re.sub(r"(?<=\))\{(?:width|height)=[^}]*\}", "", page.markdown)
    done = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "footnotes", "-e", "table", "-e", "strikethrough",
         "-e", "tasklist", "-e", "autolink"],
        input=markdown, capture_output=True, text=True, check=True,
    )
    tree = html5lib.parse(done.stdout, treebuilder="etree", namespaceHTMLElements=False)
    return tree.find("body")


def has_class(element, name):
    return name in element.get("class", "").split()


def visible(element) -> str:
    """All that a reader of the Markdown sees: text, descriptions of images."""
    if element.tag == "script" or has_class(element, "footnote-backref"):
        return ""
    if element.tag == "img":
        return f" {element.get('alt') or ''} "
    text = element.text or ""
    for child in element:
        text += visible(child) + (child.tail or "")
    inline = {"a", "b", "code", "del", "em", "i", "strong", "sup"}
    return text if element.tag in inline else f"\n{text}\n"


def words(text: str) -> list[str]:
    """Words, without the marks that Markdown writes alerts with. A context is shown by its title,
    which may begin with a capital where the source has its id."""
    text = re.sub(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", " ", text)
    return [word for word in re.split(r"\W+", text.lower()) if word]


def without_counting_columns(body):
    """A first column that counts the rows is the editor's own: its cells are not text."""
    for table in body.iter("table"):
        rows = [row for row in table.iter("tr") if len(row)]
        counts = ["".join(row[0].itertext()).strip() for row in rows]
        if counts[1:] == [str(number) for number in range(1, len(counts))] and len(counts) > 2:
            for row in rows:
                row.remove(row[0])
    return body


def missing(wanted: list[str], given: list[str]) -> list[str]:
    """The words that do not come in the given ones in this order."""
    lost, position = [], 0
    for word in wanted:
        try:
            position = given.index(word, position) + 1
        except ValueError:
            lost.append(word)
    return lost


def test_every_word_arrives_in_its_order(page, editor):
    tree = {"type": "doc", "content": outline.body(editor.paste(page.cloud))}
    body = without_counting_columns(source(page))
    title = body.find("h1")
    if title is not None and title is body[0]:
        body.remove(title)
    lost = missing(words(visible(body)), words(outline.text(tree)))
    # Tags are text with us and nothing in a browser, so that only words are looked for.
    assert lost == []


def test_every_code_block_arrives_with_its_language(page, editor):
    wanted = []
    for block in source(page).iter("pre"):
        code = block.find("code")
        if code is None or "".join(block.itertext()) == "":
            continue
        language = code.get("class", "").removeprefix("language-").lower()
        wanted.append((LANGUAGES[language], "".join(code.itertext()).removesuffix("\n")))
        if language and LANGUAGES[language] == "none" and language not in ("text", "output"):
            assert f'the code language "{language}"' in page.losses
    given = [
        (node["attrs"]["language"], outline.text(node).strip("\n"))
        for node in outline.walk(editor.paste(page.cloud))
        if node["type"] == "codeBlock" and node.get("content")
    ]
    assert [item for item in given if item in wanted] == [item for item in wanted if item[1]]


def numbers_of_source(element, found, top=True):
    """Every item of an ordered list with the number that a reader sees, in document order."""
    for child in element:
        if has_class(child, "footnotes"):
            continue
        if child.tag == "ol":
            start = int(child.get("start") or 1)
            for index, item in enumerate(item for item in child if item.tag == "li"):
                found.append(start + index)
                numbers_of_source(item, found)
        else:
            numbers_of_source(child, found)
    return found


def numbers_of_tree(blocks, found):
    for block in blocks:
        if block["type"] == "orderedList":
            for index, item in enumerate(block["content"]):
                found.append(block["attrs"]["order"] + index)
                numbers_of_tree(item["content"], found)
        else:
            numbers_of_tree(block.get("content") or [], found)
    return found


def test_numbering_is_unbroken(page, editor):
    body = source(page)
    blocks = outline.body(editor.paste(page.cloud))
    if any(has_class(element, "footnotes") for element in body.iter("section")):
        last_rule = max(index for index, block in enumerate(blocks) if block["type"] == "rule")
        blocks = blocks[:last_rule]
    assert numbers_of_tree(blocks, []) == numbers_of_source(body, [])
