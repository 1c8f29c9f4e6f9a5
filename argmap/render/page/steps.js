// Steps as nodes: a bar with its premises one below the other, and below them what would break it.
import { make, said } from "./elements.js";
import { PT } from "./units.js";

const BAR = 16 * PT;
const BESIDE = 2 * PT;
const JOINT = 11 * PT;
const BEFORE_CUT = 5 * PT;
const BEFORE_STRIP = 4 * PT;
const WRAP = 190 * PT;
const THESIS_WRAP = 206 * PT;
const INSETS = 14 * PT;

/** What is drawn around the boxes; each with a name, so that it is made once. */
export class Parts {
  constructor(map) {
    this.map = map;
    this.known = new Map();
  }

  /** The element of a name, made when it is first asked for. */
  get(name, made) {
    let element = this.known.get(name);
    if (!element) {
      element = made();
      this.known.set(name, element);
    }
    return element;
  }

  bar(argument) {
    const { direction, possible, broken, undecided, means } = this.map.arguments[argument];
    const fate = broken ? " hollow" : undecided ? " hollow undecided" : "";
    const kind = possible ? "possible" : `${direction}${fate}`;
    const sign = this.map.words.signs[possible ? "possible" : direction];
    return this.get(`bar ${argument}`, () => barOf(kind, sign, means));
  }

  joint(argument, premise) {
    return this.get(`and ${argument} ${premise}`, () =>
      make("div", { class: "joint", "aria-hidden": "true" }, this.map.words.and),
    );
  }

  /** The strip that says how surely and why, null where nothing is said. */
  strip(argument) {
    const { strip, premises } = this.map.arguments[argument];
    const words = [premises.length ? "" : this.map.words.unfounded, strip ?? ""].filter(Boolean);
    if (!words.length) return null;
    return this.get(`strip ${argument}`, () => said(this.map, "div", "strip", words.join(", ")));
  }

  rivals(top) {
    return this.get(`rivals ${this.map.tops.indexOf(top.of ?? top)}`, () =>
      barOf("rivals", this.map.words.signs.rivals),
    );
  }

  question(top) {
    return this.get(`question ${this.map.tops.indexOf(top.of ?? top)}`, () => {
      const head = make("div", { class: "tag" }, this.map.words.question);
      return make("div", { class: "question" }, head, said(this.map, "div", "title", top.question));
    });
  }

  or(row) {
    return this.get(`or ${row.statement}`, () =>
      make("div", { class: "joint", "aria-hidden": "true" }, this.map.words.or),
    );
  }
}

function barOf(kind, sign, means) {
  return make("div", { class: `bar ${kind}`, title: means, "aria-hidden": "true" }, sign);
}

/** How wide the boxes of an argument are: each level of what breaks a step is one bar narrower. */
export function widthOf(map, argument) {
  let at = argument;
  let width = 0;
  while (map.arguments[at].on === undefined) {
    at = map.arguments[at].cuts;
    width -= BAR;
  }
  return width + WRAP + (map.arguments[at].wider ?? 0) * PT + INSETS;
}

/** How wide a root is. */
export function rootWidth(map, row) {
  return (row.top.positions || row.statement === map.thesis ? THESIS_WRAP : WRAP) + INSETS;
}

/**
 * The node of a step: what it holds, placed from its left upper corner.
 *
 * @param items tells for an argument the rows of its premises: [{row, element, height}]
 * @returns {height, entry, width, ports, items: [{element, x, y, width, height}]}
 */
export function stepNode(map, parts, argument, items, heightOf) {
  const node = { height: 0, entry: 0, width: widthOf(map, argument) + BAR + BESIDE, ports: [], items: [] };
  // What is entered before its cuts are is left after them, when the height of its bar is known.
  const todo = [{ argument, x: 0 }];
  let y = 0;
  while (todo.length) {
    const { argument: at, x, bar } = todo.pop();
    if (bar) {
      bar.height = y - bar.y;
      continue;
    }
    if (at !== argument) y += BEFORE_CUT;
    const width = widthOf(map, at);
    const inner = x + BAR + BESIDE;
    const long = { element: parts.bar(at), x, y, width: BAR, height: 0 };
    node.items.push(long);
    for (const { row, element, height } of items(at)) {
      if (row.premise) {
        node.items.push({ element: parts.joint(at, row.premise), x: inner, y, width, height: JOINT });
        y += JOINT;
      }
      if (row.isBox) node.ports.push({ statement: row.statement, middle: y + height / 2, height });
      node.items.push({ element, x: inner, y, width, height, row });
      y += height;
    }
    const strip = parts.strip(at);
    if (strip) {
      y += BEFORE_STRIP;
      const height = heightOf(strip);
      node.items.push({ element: strip, x: inner, y, width, height });
      y += height;
    }
    long.main = y - long.y;
    if (at === argument) node.entry = y / 2;
    todo.push({ bar: long });
    const cuts = map.cutting[at];
    for (let n = cuts.length - 1; n >= 0; n -= 1) todo.push({ argument: cuts[n], x: x + BAR });
  }
  node.height = y;
  return node;
}

/** The node of a root, or of an issue with its positions joined by "or". */
export function rootNode(map, parts, top, items, heightOf) {
  const node = { height: 0, entry: 0, width: 0, ports: [], items: [] };
  const width = rootWidth(map, items[0].row);
  let x = 0;
  let y = 0;
  let long = null;
  if (top.positions) {
    long = { element: parts.rivals(top), x, y, width: BAR, height: 0 };
    x = BAR + BESIDE;
    const question = parts.question(top);
    const height = heightOf(question);
    node.items.push(long, { element: question, x, y, width, height });
    y += height + 5 * PT;
  }
  items.forEach(({ row, element, height }, n) => {
    if (n) {
      node.items.push({ element: parts.or(row), x, y, width, height: JOINT });
      y += JOINT;
    }
    if (row.isBox) node.ports.push({ statement: row.statement, middle: y + height / 2, height });
    node.items.push({ element, x, y, width, height, row });
    y += height;
  });
  if (long) Object.assign(long, { height: y, main: y });
  return Object.assign(node, { height: y, entry: y / 2, width: x + width });
}
