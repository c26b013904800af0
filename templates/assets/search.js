// Finds pages: what a query asks for, the terms that each word may stand for, and which pages come first.
"use strict";
{
  const { directory, startingWith, places, record, fold, cut, tokenize } = runbookSearch;
  const mostPages = 1000;
  // What a match is worth in text, code, heading and title; to choose a section, the title is the
  // page's and not that of its first section.
  const pageWorth = [1, 2.5, 6, 12];
  const sectionWorth = [1, 2.5, 6, 5.9];
  // What a synonym is worth beside the word, the parts of a name beside the name, and a whole name or
  // stop word beside the words that have to be there.
  const [synonymWorth, partWorth, wholeShare, compoundShare, stopShare] = [0.6, 0.5, 0.5, 1.5, 0.3];

  const unique = (list) => [...new Set(list)];

  // Words

  /** Insert, delete, replace, swap. */
  const distance = (left, right) => {
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
      const next = [row];
      for (let column = 1; column <= right.length; column++) {
        const differs = left[row - 1] === right[column - 1] ? 0 : 1;
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + differs);
        if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
          next[column] = Math.min(next[column], (before[column - 2] ?? Infinity) + 1);
        }
      }
      [before, last] = [last, next];
    }
    return last[right.length];
  };

  /** What the forms of an English word share: restarts, restarted, restarting. */
  const stem = (word) => {
    const short = word.replace(/s$/, "").replace(/(ing|ed|e)$/, "").replace(/([^aeiou])\1$/, "$1");
    return short.length < 4 ? word : short;
  };

  const best = (list, count) => list
    .sort((left, right) => right.quality - left.quality || right.pages - left.pages).slice(0, count);

  /** Terms that are written nearly like a word. The first letter has to be right. */
  const near = async (word, isLast, limit = word.length < 9 ? 1 : 2) => {
    for (const [prefix, mostShards] of [[word.slice(0, 2), 6], [word[0], 8]]) {
      const found = [];
      for (const entry of await startingWith(prefix, mostShards)) {
        const { term } = entry;
        if (term === word || term.length < word.length - limit || (!isLast && term.length > word.length + limit)) continue;
        // The last word may not be typed to its end.
        const edits = Math.min(distance(word, term), isLast ? distance(word, term.slice(0, word.length)) + 0.5 : 9);
        if (edits <= limit + (isLast ? 0.5 : 0)) found.push({ ...entry, quality: 0.4 / (1 + edits) });
      }
      if (found.length) {
        const most = Math.max(...found.map(({ pages }) => pages));
        return best(found, 6).map((entry) => ({ ...entry, rarityOf: most }));
      }
    }
    return [];
  };

  /**
   * The terms that a word may stand for: itself, its other forms, those that start with it if somebody
   * typed it; where these are on hardly any page, or where all are asked for, those that are nearly the same.
   */
  const candidates = async (word, isTyped, isLast, isAll) => {
    const root = stem(word);
    const list = best((await startingWith(root, 4)).flatMap((entry) => {
      const { term } = entry;
      const quality = term === word ? 1 : stem(term) === root ? 0.7
        : isTyped && term.startsWith(word) ? (isLast ? 0.5 : 0.3) : 0;
      return quality ? { ...entry, quality } : [];
    }), 8);
    const pages = list.reduce((total, entry) => total + entry.pages, 0);
    if (!isTyped || word.length < 4 || (pages > 2 && !isAll)) return list;
    const known = new Set(list.map(({ term }) => term));
    return [...list, ...(await near(word, isLast)).filter(({ term }) => !known.has(term))];
  };

  // Queries

  /**
   * What a query asks for. A unit is a word, or a part of a name such as CephOSDDown. A way is a list of
   * terms that stand for some units where a page has all of them: the word itself, a whole name for its
   * parts, a synonym.
   */
  const read = (query, index) => {
    const units = [];
    const ways = [];
    const bonus = [];
    const add = (term) => {
      const known = units.findIndex((unit) => unit === term);
      if (known >= 0) return known;
      ways.push({ terms: [term], covers: [units.length], worth: 1 });
      return units.push(term) - 1;
    };
    const typed = [];
    const chunks = tokenize(query);
    for (const { term, parts } of chunks.flatMap((chunk) => chunk.words)) {
      if (parts.length > 1) {
        const covers = unique(parts.map(add));
        typed.push(...parts);
        if (!term) continue;
        ways.push({ terms: [term], covers, worth: 1 });
        bonus.push({ term, share: wholeShare });
      } else if (term) {
        typed.push(term);
        const unit = add(term);
        if (parts.length) ways.push({ terms: parts, covers: [unit], worth: partWorth });
      }
    }
    for (const { compound } of chunks) if (compound) bonus.push({ term: compound, share: compoundShare, isTyped: true });
    for (const group of index.synonyms) {
      for (const phrase of group) {
        const at = typed.findIndex((_, start) => phrase.length && phrase.every((word, offset) => typed[start + offset] === word));
        if (at < 0) continue;
        const covers = unique(phrase.map(add));
        ways.push(...group.filter((other) => other !== phrase && other.length)
          .map((terms) => ({ terms, covers, worth: synonymWorth, isSynonym: true })));
      }
    }
    const telling = units.map((unit) => !index.stop.has(unit));
    // All of the needed have to be on a page; what else was typed decides between pages.
    const needed = telling.includes(true) ? telling : telling.map(() => true);
    return { units, ways, needed, bonus, last: /\s$/.test(query) ? undefined : typed.at(-1) };
  };

  /** Adds the places of a term to the scores of pages and of their sections. */
  const addPlaces = (values, worth, pages) => {
    let page = 0;
    for (let index = 0; index < values.length;) {
      page += values[index++];
      if (!pages.has(page)) pages.set(page, { score: 0, sections: [] });
      const hit = pages.get(page);
      let section = 0;
      let value;
      do {
        value = values[index++];
        section += value >> 3;
        const field = (value >> 1) & 3;
        hit.score = Math.max(hit.score, worth * pageWorth[field]);
        // Tags are no heading of the first section.
        hit.sections[section] = Math.max(hit.sections[section] ?? 0, worth * sectionWorth[section || field !== 2 ? field : 1]);
      } while (value & 1);
    }
  };

  /** The pages of a term and of all that it may stand for. */
  const lookUp = async (term, isTyped, isLast, isAll, index) => {
    const entries = await candidates(term, isTyped, isLast, isAll);
    const lists = await Promise.all(entries.map((entry) => places(entry.term)));
    const pages = new Map();
    entries.forEach(({ quality, pages: count, rarityOf = count }, at) => (
      addPlaces(lists[at], quality * (Math.log(1 + index.pageCount / rarityOf) + 0.3), pages)));
    // Of a term on very many pages only the best are listed; the others match too.
    return { pages, isCommon: entries.some((entry) => entry.pages > mostPages), terms: entries.map((entry) => entry.term) };
  };

  /** Every page of a query, with what it scores for each unit. */
  const match = async (asked, isAll, index) => {
    const { units, ways, needed, bonus, last } = asked;
    const terms = unique([...ways.flatMap((way) => way.terms), ...bonus.map(({ term }) => term)]);
    const typed = new Set([...units, ...bonus.map(({ term }) => term)]);
    const found = new Map(await Promise.all(terms.map(async (term) => [term,
      await lookUp(term, typed.has(term), term === last || bonus.some((other) => other.isTyped && other.term === term), isAll, index)])));
    const hits = new Map();
    const hitOf = (page) => hits.get(page) ?? hits.set(page, { page, parts: [], sections: [] }).get(page);
    const raise = (parts, unit, score) => { parts[unit] = Math.max(parts[unit] ?? 0, score); };
    const common = [];
    for (const { terms: list, covers, worth } of ways) {
      const lists = list.map((term) => found.get(term));
      const rare = lists.filter((entry) => !entry.isCommon);
      if (!rare.length) for (const unit of covers) common[unit] = true;
      for (const page of (rare[0] ?? lists[0]).pages.keys()) {
        if (!rare.every((entry) => entry.pages.has(page))) continue;
        const scores = lists.map((entry) => entry.pages.get(page)).filter(Boolean);
        const hit = hitOf(page);
        for (const unit of covers) {
          const share = (worth * (needed[unit] ? 1 : stopShare)) / covers.length;
          raise(hit.parts, unit, share * scores.reduce((total, { score }) => total + score, 0));
          for (const { sections } of scores) {
            sections.forEach((score, section) => raise(hit.sections[section] ??= [], unit, share * score));
          }
        }
      }
    }
    bonus.forEach(({ term, share }, number) => {
      for (const [page, { score, sections }] of found.get(term).pages) {
        const hit = hitOf(page);
        hit.parts[units.length + number] = share * score;
        sections.forEach((value, section) => { (hit.sections[section] ??= [])[units.length + number] = share * value; });
      }
    });
    const all = unique([...terms, ...[...found.values()].flatMap((entry) => entry.terms)]);
    // The "of" of a synonym is nobody's question.
    return { hits: rank([...hits.values()], needed, common), terms: all.filter((term) => typed.has(term) || !index.stop.has(term)) };
  };

  const rank = (hits, needed, common) => {
    const sum = (parts) => parts.reduce((total, score) => total + score, 0);
    for (const hit of hits) {
      hit.matched = needed.filter((isNeeded, unit) => isNeeded && (hit.parts[unit] || common[unit])).length;
      let most = 0;
      hit.sections.forEach((parts, section) => {
        const hasAll = needed.every((isNeeded, unit) => !isNeeded || parts[unit]);
        const score = sum(parts) * (hasAll ? 1.4 : 1) * (section ? 1 : 0.95);
        if (score > most) [most, hit.section] = [score, section];
      });
      hit.score = sum(hit.parts) + most;
    }
    const most = Math.max(...hits.map((hit) => hit.matched));
    return hits.filter((hit) => hit.matched === most)
      .sort((left, right) => right.score - left.score || left.page - right.page);
  };

  // Results

  /** What the first hits show. A page comes first whose title says what was asked for, and nothing else. */
  const shown = async (hits, query, terms, limit) => {
    const asked = fold(query).trim();
    const known = new Set(terms);
    const results = await Promise.all(hits.slice(0, limit).map(async ({ page, section, score }) => {
      const data = await record(page);
      if (!data) return [];
      const at = data.length > section * 4 + 3 ? section * 4 : 0;
      const [path, state, severity, ...place] = data[1].split(" ");
      const title = fold(data[0]);
      const words = cut(data[0]).flatMap(({ term, parts }) => (parts.length && !known.has(term) ? parts.map((part) => part.term) : term));
      const share = words.filter((word) => known.has(word)).length / (words.length || 1);
      const heading = at && data[at];
      const anchor = heading && (data[at + 1] || fold(heading).replaceAll(" ", "-"));
      return {
        page, path: path.replace(/\.html$/, ""), title: data[0], heading, prose: data[at + 2], code: data[at + 3],
        kind: +state[0], lifecycle: state[1], due: state.slice(2), severity, section: place.join(" "),
        url: root.dataset.root + path + (anchor ? `#${anchor}` : ""),
        score: score * (title === asked ? 3 : title.startsWith(asked) ? 1.3 : 1) * (1 + share) * (state[1] === "d" ? 0.6 : 1),
      };
    }));
    // Pages with one title are told apart by where they lie.
    const pageOf = new Map();
    const shared = new Set();
    for (const { title, page } of results.flat()) {
      if ((pageOf.get(title) ?? page) !== page) shared.add(title);
      pageOf.set(title, page);
    }
    return results.flat().sort((left, right) => right.score - left.score)
      .map((row) => (shared.has(row.title) ? { ...row, section: row.path } : row));
  };

  /**
   * How many pages match, the first of them, how many of the words they lack, what was typed and all that
   * it stands for; undefined without an index.
   */
  const find = async (query, limit = 10) => {
    const index = await directory();
    if (!index) return undefined;
    const asked = read(query, index);
    const all = asked.needed.filter(Boolean).length;
    let { hits, terms } = await match(asked, false, index);
    if ((hits[0]?.matched ?? 0) < all) ({ hits, terms } = await match(asked, true, index));
    return {
      count: hits.length, terms, typed: asked.units, missing: hits.length ? all - hits[0].matched : 0,
      results: await shown(hits, query, terms, limit),
    };
  };

  /** Queries that are nearly the one that found nothing. */
  const nearest = async (query) => {
    const words = unique(tokenize(query).flatMap((chunk) => chunk.words.flatMap(({ term }) => term ?? [])));
    const lists = await Promise.all(words.map((word) => near(word, false, Math.ceil(word.length / 2))));
    return unique(lists.flatMap((list) => best(list, 3).map(({ term }) => term))).slice(0, 5);
  };

  Object.assign(runbookSearch, { find, nearest });
}
