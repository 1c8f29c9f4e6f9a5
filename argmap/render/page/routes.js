// The ways of lines through the gap between two columns: those of argmap/render/tidy/routes.py.
import { PT } from "./units.js";

const APART = 6 * PT;
const LANDING = 16 * PT;
const NARROWEST = 48 * PT;
const STRAIGHT = 6 * PT;
const TURN = 40 * PT;
const ROUND = 0.55;

/** The heights at which lines leave a box for their ends: spread about its middle, a single one straight on. */
export function departures(middle, height, ends) {
  if (ends.length === 1) return [Math.abs(ends[0] - middle) <= STRAIGHT ? ends[0] : middle];
  const apart = Math.min(APART, (height - 16 * PT) / (ends.length - 1));
  return ends.map((_, n) => middle + (n - (ends.length - 1) / 2) * apart);
}

/**
 * A lane for each of the ways through one gap, given from the top as {x, start, end}: how far from the middle of the
 * gap it runs up or down, so that lines do not cross; and how wide the gap must be.
 */
export function lanes(ways) {
  const bundles = [];
  let reached = 0;
  ways.forEach((way, number) => {
    const down = way.end > way.start;
    if (Math.abs(way.end - way.start) < PT) return;
    const last = bundles.length ? ways[bundles.at(-1).at(-1)] : null;
    if (last && last.end > last.start === down && Math.min(way.start, way.end) < reached) bundles.at(-1).push(number);
    else bundles.push([number]);
    reached = Math.max(way.start, way.end);
  });
  const offsets = new Array(ways.length).fill(0);
  const most = bundles.reduce((found, bundle) => Math.max(found, bundle.length), 1);
  const width = Math.max(NARROWEST, 2 * LANDING + Math.min(APART, (90 * PT) / most) * most);
  for (const bundle of bundles) {
    const down = ways[bundle[0]].end > ways[bundle[0]].start;
    const apart = Math.min(APART, (width - 2 * LANDING) / bundle.length);
    (down ? [...bundle].reverse() : bundle).forEach((number, place) => {
      offsets[number] = (place - (bundle.length - 1) / 2) * apart;
    });
  }
  return { offsets, width };
}

/** The data of an SVG path: straight to the gap that begins at `left`, in its lane up or down, to the bar. */
export function curve({ x, start, end }, lane, left, right) {
  const said = (...numbers) => numbers.map((number) => Math.round(number * 10) / 10).join(" ");
  const begin = `M${said(x, start)}${left > x ? `H${said(left)}` : ""}`;
  const height = end - start;
  if (Math.abs(height) <= 2 * TURN) return `${begin}C${said(lane, start, lane, end, right, end)}`;
  const turn = height > 0 ? TURN : -TURN;
  const out = said(left + ROUND * (lane - left), start, lane, start + turn * (1 - ROUND), lane, start + turn);
  const back = said(lane, end - turn * (1 - ROUND), right - ROUND * (right - lane), end, right, end);
  return `${begin}C${out}V${said(end - turn)}C${back}`;
}
