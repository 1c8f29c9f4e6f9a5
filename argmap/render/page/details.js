// What there is to know of one statement: its words and sources, what bears on it, and on what it bears.
import { tag } from "./boxes.js";
import { conclusionOf, titleOf } from "./graph.js";
import { make, said } from "./elements.js";

const DIRECTIONS = [
  ["for", "Speaks for it"],
  ["against", "Speaks against it"],
];
const BEARS = { for: "supports", against: "speaks against", undercuts: "breaks the step from" };

/**
 * The contents of the panel for a statement.
 *
 * @param row its box on screen, or where it stands when nothing is folded
 * @param actions buttons: [{words, run}]
 */
export function detailsOf(map, row, actions) {
  const statement = map.statements[row.statement];
  const { kind, label, text, by, implicit, note, url, tags, citations, facts, found } = statement;
  const heading = said(map, "h2", "", label || text);
  const kinds = [kind, ...(implicit ? ["added by the author of the map"] : [])].join(", ");
  const parts = [
    make(
      "div",
      { class: "actions" },
      ...actions.map(({ words, title, run }) => make("button", { onclick: run, title, "aria-label": title }, words)),
    ),
    tag(map, row),
    heading,
    label ? said(map, "p", "whole", text) : null,
    by ? said(map, "p", "by", `${map.words.by}${by}`) : null,
    url ? make("p", {}, link(url)) : null,
    make("p", { class: "kind" }, `(${row.statement + 1}) ${kinds}`),
    found ? make("p", { class: "found" }, `Found to be ${found.told}.`) : null,
    ...quotes(map, citations, "Source"),
    ...DIRECTIONS.flatMap(([direction, title]) => bearing(map, row.statement, direction, title)),
    ...section(
      "Bears on",
      map.uses[row.statement].map((argument) => use(map, row.statement, argument)),
    ),
    ...rivalry(map, row.statement),
    ...section(
      "Tags",
      (tags ?? []).map((name) => make("li", {}, make("button", { class: "tagged", "data-tag": name }, name))),
    ),
    note ? make("h3", {}, "Note") : null,
    note ? said(map, "p", "note", note) : null,
    ...known(map, facts),
  ];
  return parts.filter(Boolean);
}

function section(title, items) {
  return items.length ? [make("h3", {}, title), make("ul", {}, ...items)] : [];
}

/** A button that leads to a statement. */
function to(map, statement) {
  return make(
    "button",
    { class: "to", "data-to": statement },
    said(map, "bdi", "", titleOf(map.statements[statement])),
  );
}

/** An address that may be followed: the page is told of no others. */
function link(url, text = url) {
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Where it is from, with the words that are quoted. */
function quotes(map, citations, title) {
  const items = (citations ?? []).map(({ source, at, quote, before, after, facts }) => {
    const { text, url, facts: more } = map.sources[source];
    const item = make("li", {}, url ? link(url, said(map, "bdi", "", text)) : said(map, "bdi", "", text));
    if (at) item.append(", ", said(map, "bdi", "", at));
    if (quote)
      item.append(
        said(map, "blockquote", "", `${before ? `… ${before} ` : ""}“${quote}”${after ? ` ${after} …` : ""}`),
      );
    item.append(...known(map, facts), ...known(map, more));
    return item;
  });
  return section(items.length > 1 ? `${title}s` : title, items);
}

/** The arguments of one direction on a statement. */
function bearing(map, statement, direction, title) {
  const found = map.on[statement].filter((argument) => map.arguments[argument].direction === direction);
  return section(
    title,
    found.map((argument) => make("li", {}, ...step(map, argument))),
  );
}

/** An argument in words: its premises, how it is meant, and what would break it. */
function step(map, argument) {
  const { premises, facts, citations, url, possible } = map.arguments[argument];
  const parts = premises.flatMap((premise, n) => [
    n ? make("span", { class: "joined" }, " and ") : null,
    to(map, premise),
  ]);
  if (!premises.length) parts.push(map.words.unfounded);
  if (possible) parts.push(" — a mere possibility: nobody says so yet");
  parts.push(
    ...known(map, facts),
    url ? make("p", {}, link(url)) : null,
    ...quotes(map, citations, "Source of the step"),
  );
  const cuts = map.cutting[argument];
  if (cuts.length)
    parts.push(
      make("p", { class: "unless" }, "unless"),
      make("ul", {}, ...cuts.map((cut) => make("li", {}, ...short(map, cut)))),
    );
  return parts;
}

/** What breaks a step, by name; what breaks that in turn stands with it. */
function short(map, argument) {
  const { premises, possible } = map.arguments[argument];
  const parts = premises.flatMap((premise, n) => [n ? " and " : null, to(map, premise)]);
  if (!premises.length) parts.push(map.words.unfounded);
  if (possible) parts.push(" (perhaps)");
  return parts;
}

/** What a statement does as a premise of an argument. */
function use(map, statement, argument) {
  const { direction, premises, on, cuts, facts } = map.arguments[argument];
  const others = [...new Set(premises)].filter((premise) => premise !== statement);
  const together = others.flatMap((premise, n) => [n ? ", " : " together with ", to(map, premise)]);
  const about = on ?? map.arguments[cuts].premises[0] ?? conclusionOf(map, argument);
  const goal = on === undefined ? [" to ", to(map, conclusionOf(map, argument))] : [];
  return make("li", {}, `${BEARS[direction]} `, to(map, about), ...goal, ...together, ...known(map, facts));
}

/** The issue in which a statement is a position, with its rivals. */
function rivalry(map, statement) {
  const issue = map.tops.find((top) => top.positions?.some((position) => position.statement === statement));
  if (!issue) return [];
  const rivals = (map.statements[statement].rivals ?? []).map((rival) => make("li", {}, to(map, rival)));
  const question = issue.question ? said(map, "p", "", issue.question) : null;
  return [
    make("h3", {}, "Rivals: at most one can win"),
    question,
    make("ul", {}, ...rivals),
    ...known(map, issue.facts),
  ];
}

/** Names and values. */
function known(map, facts) {
  if (!facts) return [];
  return [make("dl", {}, ...facts.flatMap(([name, value]) => [make("dt", {}, name), said(map, "dd", "", value)]))];
}
