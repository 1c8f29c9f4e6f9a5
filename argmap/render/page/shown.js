// What of a map is on screen: a pure function of the map and of what is folded.
import { withCuts } from "./graph.js";

/**
 * The rows on screen in reading order, and the steps in which they stand.
 *
 * A statement is on screen when a chain of arguments leads to it from a root through statements none of which is
 * folded; folding one therefore hides what is reachable only through it. Each such statement has exactly one row that
 * is a box: where it is written if that place is on screen, else at the first place that is. Other rows are references.
 *
 * @param map a `linked` map
 * @param tops what stands first: {statement} or {positions: [{statement, side}]}, where a position with a side is only
 *   referred to
 * @param isFolded whether the arguments on a statement are hidden
 * @param keeps whether an argument is shown at all
 * @returns rows: {statement, argument, premise, isBox, level, parent, children}; for a root the argument is -1, and the
 *   premise is which of the positions it is; roots: those rows; steps: {argument, start}, where start is a row; home:
 *   the row that is the box of each statement
 */
export function shown(map, { tops, isFolded = () => false, keeps = () => true }) {
  const home = new Map();
  const roots = [];
  const waiting = []; // rows that refer to a statement, which may turn out to stand nowhere else

  /** Make a row the box of its statement, and unfold below it whatever is written there. */
  const settle = (first) => {
    const todo = [first];
    while (todo.length) {
      const row = todo.pop();
      const isWritten = row === first || map.arguments[row.argument].home.includes(row.premise);
      if (!isWritten || home.has(row.statement)) {
        waiting.push(row);
        continue;
      }
      row.isBox = true;
      home.set(row.statement, row);
      if (!isFolded(row.statement)) unfold(map, row, keeps);
      for (let n = row.children.length - 1; n >= 0; n -= 1) todo.push(row.children[n]);
    }
  };

  for (const top of tops) {
    (top.positions ?? [top]).forEach(({ statement, tag, side }, premise) => {
      const row = { statement, argument: -1, premise, isBox: false, level: 1, parent: null, children: [] };
      roots.push(Object.assign(row, { top, tag, side }));
      if (side === undefined && !home.has(statement)) settle(row);
    });
  }
  for (const row of waiting) if (!home.has(row.statement)) settle(row);
  return { ...inOrder(map, roots, isFolded, keeps), home };
}

/** Give a row its children: the premises of the arguments on its statement, and of all that breaks them. */
function unfold(map, row, keeps) {
  for (const step of map.on[row.statement]) {
    if (!keeps(step)) continue;
    for (const argument of withCuts(map, step)) {
      map.arguments[argument].premises.forEach((statement, premise) => {
        const child = { statement, argument, premise, isBox: false, level: row.level + 1, parent: row, children: [] };
        row.children.push(child);
      });
    }
  }
}

function inOrder(map, roots, isFolded, keeps) {
  const rows = [];
  const steps = [];
  const todo = [...roots].reverse();
  while (todo.length) {
    const row = todo.pop();
    rows.push(row);
    if (row.isBox && !isFolded(row.statement)) {
      for (const argument of map.on[row.statement]) if (keeps(argument)) steps.push({ argument, start: row });
    }
    for (let n = row.children.length - 1; n >= 0; n -= 1) todo.push(row.children[n]);
  }
  return { rows, steps, roots };
}

/** Whether a statement has a control: folding it, or unfolding it, changes what is on screen. */
export function hasControl(map, statement, keeps = () => true) {
  return map.on[statement].some(keeps);
}

/** How many statements that are not on screen can be reached from a folded one; it counts no further than `most`. */
export function hiddenBelow(map, statement, home, keeps = () => true, most = 999) {
  const seen = new Set([statement]);
  const todo = [statement];
  let hidden = 0;
  while (todo.length && hidden < most) {
    for (const step of map.on[todo.pop()]) {
      if (!keeps(step)) continue;
      for (const argument of withCuts(map, step)) {
        for (const premise of map.arguments[argument].premises) {
          if (seen.has(premise)) continue;
          seen.add(premise);
          todo.push(premise);
          if (!home.has(premise)) hidden += 1;
        }
      }
    }
  }
  return hidden;
}

/** How deep each statement stands when nothing is folded, a root 0. */
export function depthsOf(map) {
  const depths = new Array(map.statements.length).fill(0);
  for (const [statement, row] of shown(map, { tops: map.tops }).home) depths[statement] = row.level - 1;
  return depths;
}

/** The statements on the way from a root to one, the root first, itself last, when nothing is folded. */
export function wayTo(whole, statement) {
  const way = [];
  for (let row = whole.home.get(statement); row; row = row.parent) way.push(row.statement);
  return way.reverse();
}
