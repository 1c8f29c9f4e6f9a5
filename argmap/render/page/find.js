// Finding statements: by words, and by what they are.
import { withCuts } from "./graph.js";

/** A text as it is compared: small letters without marks. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Where a plain word stands in a text, as [from, to) in the text as it is written. */
export function placesOf(text, word) {
  if (!plain(text).includes(word)) return [];
  const at = []; // for each unit of the plain text, where in the text it begins
  const ends = [];
  let made = "";
  let from = 0;
  for (const letter of text) {
    const simple = plain(letter);
    made += simple;
    for (let n = 0; n < simple.length; n += 1) {
      at.push(from);
      ends.push(from + letter.length);
    }
    from += letter.length;
    if (!simple && ends.length) ends[ends.length - 1] = from; // a mark belongs to the letter before it
  }
  const found = [];
  for (let n = made.indexOf(word); word && n >= 0; n = made.indexOf(word, n + word.length)) {
    found.push([at[n], ends[n + word.length - 1]]);
  }
  return found;
}

/** The words that are looked for; quotation marks keep several together. */
export function wordsOf(query) {
  return [...query.matchAll(/"([^"]+)"?|([^\s"]+)/g)]
    .map((found) => plain(found[1] ?? found[2]).trim())
    .filter(Boolean);
}

/** All that can be found of a statement, as plain text. */
export function searchable(map, statement) {
  const { id, text, label, by, place, tags, note, citations, facts } = statement;
  const quotes = (citations ?? []).flatMap((c) => [c.quote, c.at, map.sources[c.source].text]);
  const own = (facts ?? []).map((fact) => fact[1]);
  return plain([id, label, text, by, place, ...(tags ?? []), note, ...quotes, ...own].filter(Boolean).join("\n"));
}

/** The statements in which every word of a query stands, in reading order; none for an empty query. */
export function found(map, query) {
  const words = wordsOf(query);
  if (!words.length) return [];
  map.plain ??= map.statements.map((statement) => searchable(map, statement));
  return map.plain.flatMap((text, number) => (words.every((word) => text.includes(word)) ? [number] : []));
}

/** What a statement can be filtered by: its kinds, as words. */
export function kindsOf(statement) {
  return statement.implicit ? [statement.kind, "unstated"] : [statement.kind];
}

/** Whether a statement has a tag, or one below it in its path. */
function hasTag(statement, tag) {
  return (statement.tags ?? []).some((own) => own === tag || own.startsWith(`${tag}/`));
}

/** Whether a statement passes all filters that are set. */
export function passes(statement, { side, kind, tag, by }) {
  return (
    (!side || (side === "both" ? statement.sides.length > 1 : statement.sides.includes(side))) &&
    (!kind || kindsOf(statement).includes(kind)) &&
    (!tag || hasTag(statement, tag)) &&
    (!by || statement.by === by)
  );
}

/** Whether any filter is set. */
export function isFiltered({ side, kind, tag, by }) {
  return Boolean(side || kind || tag || by);
}

/**
 * What stays of a map when only some statements are of interest: these, and the arguments that lead to them, whole.
 *
 * @returns matching: the statements; kept: for each statement whether it stays; keeps: whether an argument does
 */
export function narrowed(map, matching) {
  const kept = new Array(map.statements.length).fill(false);
  const steps = new Array(map.arguments.length).fill(false);
  const todo = [...matching];
  for (const statement of matching) kept[statement] = true;
  while (todo.length) {
    for (let argument of map.uses[todo.pop()]) {
      while (!steps[argument]) {
        steps[argument] = true;
        const { on, cuts } = map.arguments[argument];
        if (on === undefined) {
          argument = cuts;
          continue;
        }
        if (!kept[on]) {
          kept[on] = true;
          todo.push(on);
        }
      }
    }
  }
  steps.forEach((isKept, step) => {
    if (!isKept || map.arguments[step].on === undefined) return;
    for (const argument of withCuts(map, step))
      for (const premise of map.arguments[argument].premises) kept[premise] = true;
  });
  return { matching: new Set(matching), kept, keeps: (argument) => steps[argument] };
}

/** The tags of a map with all the beginnings of their paths, and its speakers, in the order of the alphabet. */
export function choices(map) {
  const tags = new Set();
  const speakers = new Set();
  for (const { tags: own, by } of map.statements) {
    for (const tag of own ?? []) {
      const parts = tag.split("/");
      parts.forEach((_, n) => tags.add(parts.slice(0, n + 1).join("/")));
    }
    if (by) speakers.add(by);
  }
  const sorted = (names) => [...names].sort((one, other) => one.localeCompare(other, "en"));
  return { tags: sorted(tags), speakers: sorted(speakers) };
}
