// The picture: elements made, measured, laid out and put in their places; what stays is left as it is.
import { boxOf, nameOf, update } from "./boxes.js";
import { withCuts } from "./graph.js";
import { planned } from "./plan.js";
import { PT } from "./units.js";
import { Parts, rootNode, rootWidth, stepNode, widthOf } from "./steps.js";

const SVG = "http://www.w3.org/2000/svg";
export const MARGIN = 24;

/** Draws a map: boxes into a tree, bars and lines below it. */
export class Picture {
  /** `tree` holds what is read, `bars` what only is seen, `lines` is an SVG. */
  constructor(map, { tree, bars, lines }) {
    Object.assign(this, { map, tree, bars, lines, parts: new Parts(map) });
    this.elements = new Map();
    this.heights = new Map();
    this.view = { rows: [], steps: [], roots: [], home: new Map() };
    this.size = { width: 0, height: 0 };
  }

  /** Draw what `shown` told; `standing` tells for a row what `update` has to know. */
  draw(view, standing) {
    this.view = view;
    this.elements = new Map(view.rows.map((row) => [row, this.element(row)]));
    numbered(view);
    this.refresh(standing); // before anything is measured: what is told later is styled twice
    this.rowsOf = new Map();
    for (const row of view.rows) {
      if (row.argument >= 0) this.rowsOf.set(row.argument, [...(this.rowsOf.get(row.argument) ?? []), row]);
    }
    const texts = this.inReadingOrder();
    fill(this.tree, texts);
    this.measure(texts);
    this.place();
  }

  /** Tell all rows how they stand. */
  refresh(standing) {
    for (const [row, element] of this.elements) update(element, row, standing(row));
  }

  element(row) {
    const element = this.parts.get(nameOf(row), () => {
      const made = boxOf(this.map, row);
      made.style.width = `${row.argument < 0 ? rootWidth(this.map, row) : widthOf(this.map, row.argument)}px`;
      return made;
    });
    element.row = row;
    return element;
  }

  /** Everything that is read: boxes, and the words of steps and issues. */
  inReadingOrder() {
    const { map, parts, view } = this;
    const unfounded = new Map();
    for (const { argument, start } of view.steps) {
      const bare = withCuts(map, argument).filter((one) => !map.arguments[one].premises.length);
      if (bare.length) unfounded.set(start, [...(unfounded.get(start) ?? []), ...bare]);
    }
    const order = [];
    const strip = (argument) => {
      const element = parts.strip(argument);
      if (!element) return;
      element.style.width = `${widthOf(map, argument)}px`;
      order.push(element);
    };
    for (const [row, element] of this.elements) {
      if (row.argument < 0 && row.top.positions && row.premise === 0) {
        const question = parts.question(row.top);
        question.style.width = `${rootWidth(map, row)}px`;
        order.push(question);
      }
      order.push(element);
      if (row.argument >= 0 && row.premise === map.arguments[row.argument].premises.length - 1) strip(row.argument);
      unfounded.get(row)?.forEach(strip);
    }
    return order;
  }

  /** The heights of elements that were not measured before. */
  measure(elements) {
    for (const element of elements) {
      if (!this.heights.has(element)) this.heights.set(element, element.offsetHeight);
    }
  }

  /** Measure everything anew, for instance after the fonts have changed. */
  forget() {
    this.heights.clear();
  }

  place() {
    const { map, parts, view, heights } = this;
    const heightOf = (element) => heights.get(element);
    const item = (row) => ({ row, element: this.elements.get(row), height: heightOf(this.elements.get(row)) });
    const items = (argument) => (this.rowsOf.get(argument) ?? []).map(item);
    const tops = new Map();
    for (const row of view.roots) tops.set(row.top, [...(tops.get(row.top) ?? []), item(row)]);
    const nodes = [...tops].map(([top, rows]) => rootNode(map, parts, top, rows, heightOf));
    const roots = nodes.length;
    for (const { argument } of view.steps) nodes.push(stepNode(map, parts, argument, items, heightOf));
    const plan = planned(
      nodes,
      roots,
      view.steps.map(({ start }) => start.statement),
    );

    const seen = [];
    nodes.forEach((node, number) => {
      const left = MARGIN + plan.lefts[number];
      const top = MARGIN + plan.tops[number];
      for (const { element, x, y, width, height, row, main } of node.items) {
        if (!row && !heights.has(element)) seen.push(element);
        const { style } = element;
        style.left = `${left + x}px`;
        style.top = `${top + y}px`;
        if (row || heights.has(element)) continue;
        style.width = `${width}px`;
        style.height = `${height}px`;
        if (main !== undefined) style.lineHeight = `${main}px`;
      }
    });
    fill(this.bars, seen);
    this.trace(plan.lines);
    this.size = { width: plan.width + 2 * MARGIN, height: plan.height + 2 * MARGIN };
  }

  /** Draw the lines to the steps. */
  trace(lines) {
    const paths = this.view.steps.map(({ argument }, place) => {
      const { direction, line } = this.map.arguments[argument];
      const path = this.parts.get(`line ${argument}`, () => {
        const made = document.createElementNS(SVG, "path");
        made.setAttribute("class", direction);
        made.setAttribute("stroke-width", line * PT);
        return made;
      });
      path.setAttribute("d", lines[place]);
      return path;
    });
    fill(this.lines.firstElementChild, paths);
  }
}

/** Tell each row which of its siblings it is. */
function numbered(view) {
  const number = (siblings) => siblings.forEach((row, n) => Object.assign(row, { siblings, position: n + 1 }));
  number(view.roots);
  for (const row of view.rows) number(row.children);
}

/** Give an element these children in this order; those that stay are not moved, so that they keep their focus. */
function fill(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}
