"""Queries with the one page that each of them means, made by rule from the pages' sources.

A query that fits two pages is left out: nobody could say which is right. The rules know nothing of any
engine; what an engine finds decides nothing here.
"""

import collections
import random
import re

CAMEL = re.compile(r"[A-Z]+(?=[A-Z][a-z]|$)|[A-Z][a-z]+|[a-z]+|[A-Z]+|[0-9]+")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9'-]*[A-Za-z0-9]")
FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*(\S*)[^\n]*\n(.*?)^\1`*~*[ \t]*$", re.M | re.S)
SHELL = {"bash", "sh", "shell", "console", "zsh", "text", ""}
# What is in nearly every sentence tells no page from another; people leave it out.
COMMON = set("the a an and or of to in on for is are be it this that with as at by from not if when can has have "
             "will was which your you we our there their its may should must do does how what more all".split())

KINDS = ["title", "alert as pasted", "words of an alert", "end of an alert", "symptom", "command", "typo"]


def make(pages, count, seed):
    """Up to `count` queries of each kind, as (kind, query, path)."""
    rng = random.Random(seed)
    made = {
        "title": titles(pages),
        "alert as pasted": [(page.title, page.path) for page in unique_titles(pages) if is_alert(page.title)],
        "words of an alert": alert_words(pages),
        "end of an alert": alert_ends(pages),
        "symptom": symptoms(pages, rng),
        "command": commands(pages),
    }
    chosen = {kind: rng.sample(found, min(count, len(found))) for kind, found in made.items()}
    chosen["typo"] = typos(made["title"] + made["words of an alert"], count, rng)
    return [(kind, query, path) for kind in KINDS for query, path in chosen[kind]]


def key(text):
    """Letters and digits alone: titles that differ in nothing else are the same to a reader."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def unique_titles(pages):
    times = collections.Counter(key(page.title) for page in pages)
    return [page for page in pages if times[key(page.title)] == 1]


def is_alert(title):
    """One word of three or more parts in CamelCase."""
    return re.fullmatch("[A-Za-z0-9]+", title) is not None and len(CAMEL.findall(title)) > 2 and title != title.lower()


def titles(pages):
    """Titles of two or more words, in small letters."""
    return [(page.title.lower(), page.path) for page in unique_titles(pages)
            if len(page.title.split()) > 1 and len(page.title) <= 80]


def alert_words(pages):
    return [(" ".join(CAMEL.findall(page.title)).lower(), page.path)
            for page in unique_titles(pages) if is_alert(page.title)]


def alert_ends(pages):
    """An alert's words without its first, where no other title has all of them."""
    found = []
    bags = [set(part.lower() for word in re.findall("[A-Za-z0-9]+", page.title) for part in CAMEL.findall(word))
            for page in pages]
    for page in unique_titles(pages):
        parts = [part.lower() for part in CAMEL.findall(page.title)][1:]
        if is_alert(page.title) and len(parts) > 1 and sum(bag.issuperset(parts) for bag in bags) == 1:
            found.append((" ".join(parts), page.path))
    return found


def prose(page):
    return re.sub(r"<[^>]+>|\]\([^)]*\)|https?://\S+", " ", FENCE.sub("\n", page.body))


def symptoms(pages, rng):
    """Three words of a page's first paragraph, in their order, which no other page has all of.

    Each of them is on other pages as well: a word that is on one page alone is a name, not a symptom.
    """
    texts = [set(word.lower() for word in WORD.findall(page.title + " " + page.body)) for page in pages]
    times = collections.Counter(word for words in texts for word in words)
    found = []
    for page in pages:
        paragraph = next((part for part in re.split(r"\n\s*\n", prose(page))
                          if len(part) > 60 and part.lstrip()[:1] not in ("#", "|", "-", "*", ">", "!", ":")), "")
        words = [word.lower() for word in WORD.findall(paragraph) if len(word) > 2]
        telling = [word for word in dict.fromkeys(words) if word not in COMMON and times[word] > 2]
        if len(telling) < 3:
            continue
        rare = sorted(telling, key=lambda word: times[word])[:6]
        picked = set(rng.sample(rare, 3))
        query = [word for word in telling if word in picked]
        if sum(all(word in words for word in query) for words in texts) == 1:
            found.append((" ".join(query), page.path))
    return found


def commands(pages):
    """The first command of a page with at least three words, where no other page has it."""
    found = []
    for page in pages:
        lines = [line.strip().removeprefix("$ ") for _, language, code in FENCE.findall(page.body)
                 if language.lower() in SHELL for line in code.splitlines()]
        line = next((line for line in lines if re.match(r"[a-z][a-z0-9_.-]+ \S+ \S", line)
                     and len(line) <= 80 and not line.endswith("\\")), None)
        if line and sum(line in other.body for other in pages) == 1:
            found.append((line, page.path))
    return found


def typos(queries, count, rng):
    """One slip of the finger in the longest word: a letter swapped, left out, doubled or replaced."""
    found = []
    for query, path in rng.sample(queries, min(2 * count, len(queries))):
        word = max(re.findall("[a-z]+", query), key=len, default="")
        if len(word) < 5:
            continue
        at = rng.randrange(len(word) - 1)
        slip = rng.choice([
            word[:at] + word[at + 1] + word[at] + word[at + 2:], word[:at] + word[at + 1:],
            word[:at] + word[at] + word[at:], word[:at] + rng.choice("etaoinsr") + word[at + 1:]])
        if slip != word and slip not in query:
            found.append((query.replace(word, slip, 1), path))
    return found[:count]
