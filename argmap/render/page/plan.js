// Where every node and every line of a picture lies: columns from left to right, trees from the top.
import { arranged } from "./columns.js";
import { curve, departures, lanes } from "./routes.js";

/**
 * The plan of nodes, the roots first; its left upper corner is the origin.
 *
 * @param nodes {height, entry, width, ports: [{statement, middle, height}]}
 * @param roots how many of them are roots
 * @param starts for each other node the statement at whose box its line begins; that box stands in a node before
 * @returns lefts and tops of the nodes, the lines to those that are no roots, width and height of the whole
 */
export function planned(nodes, roots, starts) {
  const home = new Map();
  nodes.forEach((node, number) => {
    for (const port of node.ports) home.set(port.statement, { number, ...port });
  });
  const targetsOf = new Map();
  const columns = new Array(nodes.length).fill(0);
  starts.forEach((start, place) => {
    const number = roots + place;
    if (!targetsOf.has(start)) targetsOf.set(start, []);
    targetsOf.get(start).push(number);
    columns[number] = columns[home.get(start).number] + 1;
  });
  const trees = nodes.map(({ height, entry, ports }) => {
    const branches = ports.filter(({ statement }) => targetsOf.has(statement));
    return { height, entry, branches: branches.map(({ statement, middle }) => [middle, targetsOf.get(statement)]) };
  });
  const tops = arranged(
    trees,
    nodes.slice(0, roots).map((_, number) => number),
  );
  const ends = nodes.map((node, number) => tops[number] + node.entry);

  const broad = [];
  nodes.forEach((node, number) => {
    broad[columns[number]] = Math.max(broad[columns[number]] ?? 0, node.width);
  });
  const ways = broad.map(() => []);
  for (const [statement, targets] of targetsOf) {
    const { number, middle, height } = home.get(statement);
    const begins = departures(
      tops[number] + middle,
      height,
      targets.map((target) => ends[target]),
    );
    targets.forEach((target, place) => {
      ways[columns[number]].push({ x: nodes[number].width, start: begins[place], end: ends[target], target });
    });
  }
  const lines = new Array(starts.length);
  const edges = [0];
  ways.forEach((found, column) => {
    found.sort((one, other) => one.start - other.start || one.end - other.end);
    const gap = lanes(found);
    const left = edges[column] + broad[column];
    found.forEach((way, place) => {
      const lane = left + gap.width / 2 + gap.offsets[place];
      lines[way.target - roots] = curve({ ...way, x: edges[column] + way.x }, lane, left, left + gap.width);
    });
    edges.push(left + gap.width);
  });
  const lefts = columns.map((column) => edges[column]);
  const width = nodes.reduce((most, node, number) => Math.max(most, lefts[number] + node.width), 0);
  const height = nodes.reduce((most, node, number) => Math.max(most, tops[number] + node.height), 0);
  return { lefts, tops, lines, width, height };
}
