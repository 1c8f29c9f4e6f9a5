// The boxes of statements, and the references that stand for them elsewhere.
import { conclusionOf, titleOf } from "./graph.js";
import { make, mark, said } from "./elements.js";

/** The name of a row, the same as long as it says the same. */
export function nameOf(row) {
  return `${row.isBox ? "box" : "see"} ${row.statement} ${row.argument} ${row.premise}`;
}

/** The colours of a statement in a place: thesis, both, for or against. */
function toneOf(map, row) {
  if (row.statement === map.thesis && row.argument < 0) return "thesis";
  const { sides } = map.statements[row.statement];
  return sides.length > 1 ? "both" : sides[0];
}

/** The side that a statement takes where it is only referred to. */
function sideOf(map, row) {
  return row.argument < 0 ? row.side : map.arguments[row.argument].side;
}

/** The element of a row. */
export function boxOf(map, row) {
  const element = row.isBox ? statementBox(map, row) : reference(map, row);
  element.setAttribute("role", "treeitem");
  element.setAttribute("tabindex", "-1");
  return element;
}

function reference(map, row) {
  const side = sideOf(map, row);
  const { found } = map.statements[row.statement];
  const about = `${map.words.sides[side]}${map.words.see}${titleOf(map.statements[row.statement])}`;
  const words = found ? `${about} (${found.brief})` : about;
  return make("div", { class: `item see ${side}` }, lead(map, row), said(map, "bdi", "", words));
}

function statementBox(map, row) {
  const { words, statements } = map;
  const statement = statements[row.statement];
  const { kind, label, text, by, place, implicit } = statement;
  const found = foundOf(map, row);
  const isPossible = row.argument >= 0 && map.arguments[row.argument].possible;
  const shape = isPossible ? "dotted" : implicit ? "dashed" : "";
  const element = make(
    "div",
    { class: `item box ${toneOf(map, row)} ${kind} ${shape} ${found?.status ?? ""}` },
    lead(map, row),
    found && make("span", { class: "badge" }, found.badge),
    tag(map, row),
  );
  if (label) element.append(said(map, "div", "title", label));
  element.append(said(map, "div", "text", text));
  if (by) element.append(said(map, "div", "by", `${words.by}${by}`));
  if (place) element.append(said(map, "div", "place", place));
  element.append(...feet(map, row));
  if (map.on[row.statement].length) element.append(make("span", { class: "fold", "aria-hidden": "true" }));
  return element;
}

/** What an evaluation has found of a statement; a mere possibility that comes to nothing looks like one already. */
function foundOf(map, row) {
  const { found } = map.statements[row.statement];
  const isPossible = row.argument >= 0 && map.arguments[row.argument].possible;
  return isPossible && ["rejected", ""].includes(found?.status) ? null : found;
}

/** The word that joins a premise to its conclusion, for those who cannot see the bar. */
function lead(map, row) {
  if (row.argument < 0) return null;
  const word = row.premise ? map.words.and : map.words.leads[map.arguments[row.argument].direction];
  return make("span", { class: "unseen" }, `${word} `);
}

/** What a statement does in its place, and whom it helps. */
export function tag(map, row) {
  const number = row.argument < 0 ? row.tag : map.arguments[row.argument].tags[row.premise];
  const pieces = map.tags[number] ?? [];
  return make(
    "div",
    { class: "tag" },
    ...pieces.map(([text, colour]) => make("span", { class: `ink-${colour}` }, text)),
  );
}

/** What else a statement bears on, and its rivals; each leads there. */
function feet(map, row) {
  const { words, statements } = map;
  const others = map.uses[row.statement].filter((argument) => argument !== row.argument);
  const lines = others.slice(0, words.mostUses).map((argument) => {
    const about = conclusionOf(map, argument);
    const use = `${words.use}${words.uses[map.arguments[argument].direction]}: `;
    return make("div", { class: "foot" }, use, leading(map, about));
  });
  if (others.length > words.mostUses) {
    lines.push(make("div", { class: "foot" }, words.more.replace("{}", others.length - words.mostUses)));
  }
  if (row.argument >= 0 && statements[row.statement].rivals) {
    const names = statements[row.statement].rivals.flatMap((rival, n) => [n ? ", " : "", leading(map, rival)]);
    lines.push(make("div", { class: "foot" }, words.rival, ...names));
  }
  return lines;
}

function leading(map, statement) {
  const title = titleOf(map.statements[statement]);
  return make("bdi", { class: "to", "data-to": statement, lang: null }, title);
}

/** Tell an element how its row stands among the others, and whether it is folded, selected, or of interest. */
export function update(element, row, { control, folded, hidden, selected, hit, aside }) {
  mark(element, "aria-level", row.level);
  mark(element, "aria-setsize", row.siblings.length);
  mark(element, "aria-posinset", row.position);
  mark(element, "aria-expanded", control ? String(!folded) : null);
  mark(element, "aria-selected", String(selected));
  element.classList.toggle("hit", hit);
  element.classList.toggle("aside", aside);
  const fold = element.lastElementChild;
  if (!fold?.classList.contains("fold")) return;
  fold.hidden = !control;
  const words = folded ? `+${hidden >= 999 ? "999…" : hidden || ""}` : "−";
  if (fold.textContent !== words) fold.textContent = words;
  fold.title = folded ? "Unfold" : "Fold";
}
